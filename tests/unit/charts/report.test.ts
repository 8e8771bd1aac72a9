import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fanChart, report, reportSentences, toPng } from '../../../src/charts/index.ts';
import { chinaJapan2025 } from '../../../src/data/china-japan-2025.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import { probability } from '../../../src/projections/probability.ts';
import { project } from '../../../src/projections/project.ts';
import { fromProvenance } from '../../../src/tables/index.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const scenario = chinaJapan2025();
const run = simulate({ scenario, seed: 'report', draws: 400 });
const months = { from: '2025-11', count: 12 };
const asked = { run, months, thresholds: [{ value: 1e12, label: 'a trillion' }] };

describe('sentences', () => {
  const sentences = reportSentences(asked);
  const figuresOf = (about: string): readonly number[] =>
    sentences
      .filter((one) => one.about === about)
      .flatMap(({ figures }) => figures.map(({ value }) => value));

  test('hold the figures of projections, to the last bit', () => {
    const [arrivals] = project({ run, measure: 'arrivals', months, levels: [0.8] }).rows;
    const [baseline] = project({ run, measure: 'baseline', months }).rows;
    const [lost] = project({ run, measure: 'revenueLost', months, levels: [0.8] }).rows;
    const [share] = project({ run, measure: 'revenueLostShare', months }).rows;
    const [interval] = arrivals!.intervals;
    expect(figuresOf('arrivals')).toEqual([arrivals!.mean, interval!.lower, interval!.upper, baseline!.mean]);
    const range = lost!.intervals[0]!;
    expect(figuresOf('loss')).toEqual([lost!.mean, range.lower, range.upper, share!.mean]);
    const { value } = probability({ run, measure: 'revenueLost', months, above: 1e12 });
    expect(figuresOf('threshold')).toEqual([1e12, value]);
  });

  test('speak of everything there is, once', () => {
    expect(sentences.map(({ about }) => about)).toEqual(
      'arrivals,change,deepest month,cancellations,loss,gdp,threshold,flow,region,precision'.split(','),
    );
  });

  test('of a median case have no ranges and no chances', () => {
    const texts = reportSentences({ ...asked, run: medianCase({ scenario }) }).map(({ text }) => text);
    expect(texts.join(' ')).not.toMatch(/draws|mean|average|Monte Carlo/);
  });

  test('of one flow name no flow', () => {
    const one = simulate({ scenario: smallScenario, seed: 'one', draws: 20 });
    expect(reportSentences({ run: one }).map(({ about }) => about)).not.toContain('flow');
  });

  test('name no range from a figure to itself', () => {
    const sure = simulate({ scenario: smallScenario, seed: 'one', draws: 20 });
    const texts = reportSentences({ run: sure }).map(({ text }) => text);
    expect(texts.join(' ')).not.toMatch(/: (.+) to \1\)|between (.+) and \2\./);
  });

  test('without advisories say that nothing changes', () => {
    const calm = simulate({ scenario: { ...scenario, advisories: [] }, seed: 'report', draws: 50 });
    const texts = reportSentences({ run: calm, thresholds: [{ value: 1 }] }).map(({ text }) => text);
    expect(texts).toContain('That is no change to speak of on average, the same in 80% of the draws.');
    expect(texts).toContain('No bookings are cancelled on account of the advisories.');
    expect(texts).toContain('No revenue is lost.');
    expect(texts).toContain('In none of the draws is the gross loss above 1.00 JPY.');
    expect(texts.join(' ')).not.toMatch(/a fall of|a rise of|loses most/);
  });
});

describe('the file', () => {
  const calls: string[] = [];
  const connect = Socket.prototype.connect;
  beforeEach(() => {
    Socket.prototype.connect = function (this: Socket): Socket {
      calls.push('connect');
      return this;
    } as typeof connect;
    vi.stubGlobal('fetch', (what: unknown) => {
      calls.push(`fetch ${String(what)}`);
      return Promise.reject(new Error('no network'));
    });
  });
  afterEach(() => {
    Socket.prototype.connect = connect;
    vi.unstubAllGlobals();
  });

  test('is made without the network, and fetches nothing where it is read', async () => {
    const html = await report({ ...asked, scenario });
    expect(calls).toEqual([]);
    expect(html).not.toMatch(
      /<(link|iframe|img|object|embed|base)\b|\bsrc=|@import|url\((?!#)|<script(?! type="application\/json")/,
    );
    expect(html).toContain("default-src 'none'");
    for (const { text } of reportSentences(asked)) expect(html).toContain(`<li>${text}</li>`);
    expect(html.match(/<svg /g)).toHaveLength(5);
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('so is a picture', async () => {
    const projection = project({ run, measure: 'arrivals', by: 'month', months });
    expect((await toPng(fanChart({ projection }), { scale: 1 })).length).toBeGreaterThan(1_000);
    expect(calls).toEqual([]);
  });

  test('the guard against the network would have seen a call', async () => {
    await expect(fetch('https://example.org')).rejects.toThrow('no network');
    new Socket().connect(9, '127.0.0.1');
    expect(calls).toEqual(['fetch https://example.org', 'connect']);
  });

  test('repeats its run from what it holds', async () => {
    const html = await report({ ...asked, scenario });
    const [, json] = /id="provenance">(.*?)<\/script>/s.exec(html)!;
    const { identical, run: again } = fromProvenance(JSON.parse(json!));
    expect(identical).toBe(true);
    expect(again.fingerprint).toBe(run.fingerprint);
  });

  test('shows text from the scenario as text', async () => {
    const odd = { ...smallScenario, title: '<script>alert("x")</script> & more' };
    const html = await report({ run: simulate({ scenario: odd, seed: 1, draws: 10 }), scenario: odd });
    expect(html).toContain('<h1>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more</h1>');
    expect(html).not.toContain('<script>alert');
  });

  test('refuses the scenario of another run and options that it does not know', async () => {
    await expect(report({ run, scenario: smallScenario })).rejects.toThrow(
      'scenario: expected the scenario of the run',
    );
    const wrong = { run, month: months } as unknown as Parameters<typeof report>[0];
    await expect(report(wrong)).rejects.toThrow(
      'report: option: expected one that it knows, received "month"',
    );
  });
});
