import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSentences } from '../../src/charts/index.ts';
import { numberText } from '../../src/charts/number-text.ts';
import type { Sentence } from '../../src/charts/report/sentence.ts';
import { medianCase, simulate } from '../../src/engine/simulate.ts';
import type { Axis, Measure, Run } from '../../src/engine/types.ts';
import { project } from '../../src/projections/project.ts';
import type { ProjectionRow } from '../../src/projections/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { numericScenario } from '../reference/numeric-scenarios.ts';
import { withUncertainty } from '../reference/uncertain-scenarios.ts';

/** Scenarios of one flow and of several, with and without effect, with gains from returns and substitutes. */
const anyScenario = fc.oneof(
  { weight: 3, arbitrary: numericScenario.map(withUncertainty) },
  { weight: 1, arbitrary: numericScenario },
  numericScenario.map((scenario) => ({ ...withUncertainty(scenario), advisories: [] })),
  numericScenario.map((scenario) => gainful(withUncertainty(scenario))),
);

/** Substitutes outnumber and outspend those lost. */
function gainful(scenario: Scenario): Scenario {
  const flows = scenario.flows.map((flow) => ({
    ...flow,
    substitution: {
      share: 0.9,
      spend:
        typeof flow.spend === 'object' && !('kind' in flow.spend)
          ? Object.fromEntries(Object.keys(flow.spend).map((category) => [category, 1e7]))
          : 1e7,
    },
  }));
  return { ...scenario, flows };
}

const rows = (run: Run, measure: Measure, by: Axis = 'total'): readonly ProjectionRow[] =>
  project({ run, measure, by, levels: [0.8] }).rows;

/** The words of a sentence about a signed figure agree with its sign, every time it occurs. */
function expectDirections({ text, figures }: Sentence, down: string, up: string, none: string): void {
  const words = text.match(new RegExp(`${down}|${up}|${none}`, 'g')) ?? [];
  const signed = figures.filter((_, index) => index < words.filter((word) => word !== none).length);
  const told = words.filter((word) => word !== none);
  told.forEach((word, index) => {
    const value = signed[index]!.value;
    expect(word === down ? value < 0 : value > 0, `${text}: ${word} ${value}`).toBe(true);
  });
}

/** Everything that a sentence claims, held against projections asked for here. */
function checkSentence(run: Run, sentence: Sentence): void {
  const { about, text, figures } = sentence;
  const values = figures.map(({ value }) => value);
  for (const { value, unit, text: written } of figures) {
    expect([numberText(value, unit), numberText(Math.abs(value), unit)]).toContain(written);
    expect(text).toContain(written);
    expect(written).not.toMatch(/NaN|Infinity|e[+-]/);
  }
  const [lost] = rows(run, 'revenueLost');
  const [baseline] = rows(run, 'baseline');
  switch (about) {
    case 'arrivals':
      expect(values[0]).toBe(rows(run, 'arrivals')[0]!.mean);
      expect(values[values.length - 1]).toBe(baseline!.mean);
      break;
    case 'change':
      expectDirections(sentence, 'a fall', 'a rise', 'no change');
      if (text.includes('no change')) {
        const [{ mean, intervals }] = rows(run, 'changeOnBaseline') as [ProjectionRow];
        const small = [mean, ...intervals.flatMap(({ lower, upper }) => [lower, upper])];
        expect(small.some((value) => Math.abs(value) < 1e-4)).toBe(true);
      }
      break;
    case 'deepest month': {
      const months = rows(run, 'changeOnBaseline', 'month').map(({ mean }) => mean);
      expect(values[0]).toBe(Math.min(...months));
      expectDirections(sentence, 'a fall', 'a rise', 'no change');
      break;
    }
    case 'cancellations': {
      const total = rows(run, 'cancellations')[0]!.mean;
      if (values.length === 0) expect(total).toBeLessThanOrEqual(1e-6 * baseline!.mean);
      else expect(values[0]).toBe(total);
      const weeks = rows(run, 'cancellations', 'week').map(({ mean }) => mean);
      if (text.includes('no week has more')) expect(values[values.length - 1]).toBe(Math.max(...weeks));
      break;
    }
    case 'loss': {
      const share = rows(run, 'revenueLostShare')[0]!.mean;
      if (values.length === 0) expect(share).toBeLessThan(1e-6);
      else expect([values[0], values[values.length - 1]]).toEqual([lost!.mean, share]);
      break;
    }
    case 'net loss': {
      const net = rows(run, 'revenueLostNet')[0]!.mean;
      expect(text).toContain(net > 0 ? 'a loss of' : 'a gain of');
      if (!text.includes('no loss')) expect(values[0]).toBe(net);
      expectDirections(sentence, 'a gain', 'a loss', 'no loss');
      break;
    }
    case 'threshold':
      expect(text.includes('In none')).toBe(lostAbove(run, values[0]!) === 0);
      expect(text.includes('In every')).toBe(lostAbove(run, values[0]!) === 1);
      break;
    case 'flow': {
      const losses = rows(run, 'revenueLost', 'flow');
      const most = losses.reduce((a, b) => (b.mean > a.mean ? b : a));
      expect(losses.length).toBeGreaterThan(1);
      expect(text).toContain(`is ${most.flow}:`);
      expect(values).toEqual([most.mean, most.mean / lost!.mean]);
      break;
    }
    case 'region':
      expect(values[0]).toBe(Math.max(...rows(run, 'revenueLost', 'region').map(({ mean }) => mean)));
      break;
    case 'gdp':
      expect(values[0]).toBe(rows(run, 'revenueLostOfGdp')[0]!.mean);
      break;
    case 'precision':
      expect(values).toEqual([lost!.standardError]);
      break;
    default:
      throw new Error(`no check of sentences about ${about}`);
  }
}

function lostAbove(run: Run, value: number): number {
  const draws = run.panels.get('revenueLost/travel/month')!;
  const { length } = run.scenario.calendar.months;
  let above = 0;
  for (let d = 0; d < run.draws; d++) {
    let sum = 0;
    for (let m = 0; m < length; m++) sum += draws[m * run.draws + d]!;
    if (sum > value) above += 1;
  }
  return above / run.draws;
}

const seen = new Map<string, number>();

describe('the sentences of a report', () => {
  it('are true of the figures, whatever the scenario', () => {
    fc.assert(
      fc.property(anyScenario, fc.boolean(), (scenario, certain) => {
        const run = certain ? medianCase({ scenario }) : simulate({ scenario, seed: 'report', draws: 12 });
        const asked = { run, thresholds: [{ value: 1e6 }, { value: 1e9, label: 'a billion' }] };
        for (const sentence of reportSentences(asked)) {
          checkSentence(run, sentence);
          for (const kind of [sentence.about, ...kindsOf(sentence)])
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }
      }),
      { numRuns: 120, seed: 20251118 },
    );
  });

  it('were of every kind, gains, no effect and one flow among them', () => {
    const kinds = [...seen].filter(([, times]) => times >= 3).map(([kind]) => kind);
    for (const kind of 'arrivals,change,deepest month,cancellations,loss,net loss,flow,precision,threshold'.split(
      ',',
    )) {
      expect(kinds).toContain(kind);
    }
    for (const kind of [
      'a fall',
      'a gain',
      'a loss',
      'no change',
      'No revenue is lost',
      'No bookings',
      'In none',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('would not pass with a word turned round', () => {
    const figure = { value: -0.2, unit: 'share', text: '20.0%' };
    const wrong = { about: 'change', text: 'That is a rise of 20.0%.', figures: [figure] };
    expect(() => expectDirections(wrong, 'a fall', 'a rise', 'no change')).toThrow('a rise -0.2');
  });
});

function kindsOf({ text }: Sentence): readonly string[] {
  const kinds = [
    'a fall',
    'a rise',
    'a gain',
    'a loss',
    'no change',
    'No revenue is lost',
    'No bookings',
    'In none',
  ];
  return kinds.filter((kind) => text.includes(kind));
}
