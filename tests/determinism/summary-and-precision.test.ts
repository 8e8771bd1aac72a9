import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runChunk } from '../../src/engine/chunk.ts';
import { simulateParallel } from '../../src/node/index.ts';
import { compare } from '../../src/projections/compare.ts';
import { probability } from '../../src/projections/probability.ts';
import { project } from '../../src/projections/project.ts';
import { tails } from '../../src/projections/tails.ts';
import type { Design } from '../../src/random/design.ts';
import { drawsNeeded } from '../../src/sampling/draws-needed.ts';
import { prepareRun } from '../../src/sampling/prepare-run.ts';
import { simulate } from '../../src/sampling/simulate.ts';
import { createSummary } from '../../src/sampling/summary.ts';
import { ExactSums } from '../../src/statistics/exact-sums.ts';
import { requireFreshDist } from '../support/dist.ts';
import { root } from '../support/repository.ts';
import { richScenario } from '../support/rich-scenario.ts';

const scenario = richScenario();
const seed = 'summary';
const measure = 'revenueLost';

describe('exact sums', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300, min: -1e300 });

  test('are the true sum rounded once, in any order and merged in any', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 40 }), fc.nat(40), (values, cut) => {
        const whole = new ExactSums(1);
        for (const value of values) whole.add(0, value);
        const [left, right] = [new ExactSums(1), new ExactSums(1)];
        for (const value of values.slice(0, cut)) left.add(0, value);
        for (const value of values.slice(cut).reverse()) right.add(0, value);
        right.merge(left.toData());
        expect(right.value(0)).toBe(whole.value(0));
      }),
    );
    const sums = new ExactSums(1);
    for (const value of [1e300, 1, -1e300, 2 ** -1074, 1e-20]) sums.add(0, value);
    expect(sums.value(0)).toBe(1);
    for (const value of [-1, -1e-20]) sums.add(0, value);
    expect(sums.value(0)).toBe(2 ** -1074);
  });

  test('of one number are that number', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const sums = new ExactSums(1);
        sums.add(0, value);
        expect(sums.value(0)).toBe(value + 0);
      }),
    );
  });
});

describe.each(['random', 'antithetic', 'sobol'] as const)('a summary, %s', (design: Design) => {
  const kept = simulate({ scenario, seed, draws: 2048, design });
  const summary = simulate({ scenario, seed, draws: 2048, design, keep: 'summary' });
  const close = (a: number, b: number, by: number): void =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(by * Math.abs(b));

  test.each(['total', 'month', 'flow', 'year'] as const)('projections by %s are those of the draws', (by) => {
    const there = project({ run: kept, measure, by }).rows;
    const here = project({ run: summary, measure, by }).rows;
    expect(here.map(({ month, flow, year }) => ({ month, flow, year }))).toEqual(
      there.map(({ month, flow, year }) => ({ month, flow, year })),
    );
    here.forEach((row, r) => {
      const other = there[r]!;
      close(row.mean, other.mean, 1e-12);
      close(row.standardError, other.standardError, 1e-9);
      close(row.median, other.median, 2 ** -9);
      for (const [i, { upper }] of row.intervals.entries()) close(upper, other.intervals[i]!.upper, 2 ** -9);
    });
  });

  test('chances and tails too', () => {
    const threshold = project({ run: kept, measure }).rows[0]!.median * 1.3;
    const [a, b] = [kept, summary].map((run) => probability({ run, measure, above: threshold }));
    expect(Math.abs(a!.value - b!.value)).toBeLessThan(0.002);
    close(b!.standardError, a!.standardError, 0.25);
    const [tail] = tails({ run: summary, measure, levels: [0.9] }).rows;
    const [exact] = tails({ run: kept, measure, levels: [0.9] }).rows;
    close(tail!.valueAtRisk, exact!.valueAtRisk, 2 ** -9);
    close(tail!.expectedShortfall, exact!.expectedShortfall, 2 ** -9);
    close(tail!.expectedShortfallStandardError, exact!.expectedShortfallStandardError, 0.25);
  });

  test('the same bits however the draws are cut, in whatever order, merged in whatever order', () => {
    const prepared = prepareRun({ scenario, seed, draws: 2048, design, keep: 'summary' });
    const { head, kept: panels } = prepared;
    const specs = panels.map(({ spec }) => spec);
    const start = () => createSummary(head.scenario, panels, head.sampling, prepared.carry(0, 1));
    const parts = [1500, 700, 0].map((from, i, all) => {
      const part = start();
      part.add(runChunk(head.plan, specs, from, i === 0 ? 2048 : all[i - 1]!));
      return part;
    });
    const whole = start();
    for (const part of parts) whole.merge(part.toData());
    for (const by of ['total', 'month', 'flow'] as const) {
      expect(project({ run: { ...summary, summary: whole }, measure, by }).rows).toEqual(
        project({ run: summary, measure, by }).rows,
      );
    }
  });

  test('what it does not hold it says', () => {
    expect(() => project({ run: summary, measure, by: 'region' })).toThrow('run: it keeps a summary');
    expect(() => project({ run: summary, measure: 'guestNights' })).toThrow('run: it keeps a summary');
    expect(() => compare({ base: summary, other: summary, measure })).toThrow('one that keeps its draws');
  });
});

describe('a precision', () => {
  const precision = { measure, relative: 0.01 } as const;

  test('stops at the first look at which it is reached, with the run of so many draws', () => {
    const run = simulate({ scenario, seed, draws: { precision } });
    const [row] = project({ run, measure }).rows;
    expect(row!.standardError).toBeLessThanOrEqual(0.01 * row!.mean);
    expect(Math.log2(run.draws / 1024) % 1).toBe(0);
    expect(run.draws).toBeGreaterThan(1024);
    const [before] = project({ run: simulate({ scenario, seed, draws: run.draws / 2 }), measure }).rows;
    expect(before!.standardError).toBeGreaterThan(0.01 * before!.mean);
    const { panels, sampling } = simulate({ scenario, seed, draws: run.draws });
    expect(run.sampling).toEqual(sampling);
    for (const [key, panel] of panels)
      expect(run.panels.get(key)!.every((v, i) => v === panel[i])).toBe(true);
  });

  test.each([0, 2])('stops there whoever does the work: %i workers', async (workers) => {
    const expected = simulate({ scenario, seed, draws: { precision } });
    requireFreshDist();
    const fractions: number[] = [];
    const crews = new Set<number>();
    const run = await simulateParallel({
      scenario,
      seed,
      draws: { precision },
      workers,
      workerUrl: pathToFileURL(join(root, 'dist/node/worker.js')),
      onProgress: (progress) => {
        fractions.push(progress.fraction);
        crews.add(progress.workers);
      },
    });
    expect(crews).toEqual(new Set([workers]));
    expect(run.draws).toBe(expected.draws);
    expect(project({ run, measure }).rows).toEqual(project({ run: expected, measure }).rows);
    expect(fractions.every((one, i) => i === 0 || one >= fractions[i - 1]!)).toBe(true);
    expect(fractions.at(-1)).toBe(1);
  });

  test('every kind of figure; a summary stops at the same draws for a mean; padded points need fewer', () => {
    const drawn = simulate({ scenario, seed, draws: { precision } });
    expect(simulate({ scenario, seed, keep: 'summary', draws: { precision } }).draws).toBe(drawn.draws);
    expect(simulate({ scenario, seed, design: 'sobol', draws: { precision } }).draws).toBeLessThan(
      drawn.draws,
    );
    const chances = [
      { measure, of: { quantile: 0.9 }, relative: 0.05 },
      { measure, of: { above: project({ run: drawn, measure }).rows[0]!.median }, standardError: 0.012 },
    ] as const;
    expect(simulate({ scenario, seed, draws: { precision: chances } }).draws).toBe(2048);
  });

  test('that is out of reach ends at the most draws, with a warning', () => {
    const run = simulate({ scenario, seed, draws: { precision: { measure, relative: 1e-6 }, most: 1500 } });
    expect(run.draws).toBe(1500);
    expect(run.warnings.at(-1)).toMatchObject({ code: 'precision', path: 'draws.most' });
  });

  test('drawsNeeded tells the cost', () => {
    const run = simulate({ scenario, seed, draws: 1024 });
    const { draws, figures } = drawsNeeded({ run, precision });
    const [row] = project({ run, measure }).rows;
    expect(figures[0]!.draws).toBe(Math.ceil(1024 * (row!.standardError / (0.01 * row!.mean)) ** 2));
    expect(draws).toBeGreaterThanOrEqual(figures[0]!.draws);
    expect(draws / 2).toBeLessThan(figures[0]!.draws);
  });

  test.each([
    [{ measure: 'revenu', relative: 0.1 }, 'draws.precision.measure: expected one of the measures'],
    [{ measure }, 'expected exactly one of standardError and relative, received neither'],
    [{ measure, relative: 0 }, 'draws.precision.relative: expected a number above 0'],
    [{ measure, relative: 0.1, of: { quantile: 2 } }, 'draws.precision.of.quantile'],
  ])('misused: %j', (wrong, message) => {
    const options = { scenario, seed, draws: { precision: wrong as typeof precision } };
    expect(() => simulate(options)).toThrow(message);
  });
});
