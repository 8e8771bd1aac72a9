import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/errors.ts';
import { assumptions } from '../../../src/projections/assumptions.ts';
import { groups, runOf, scenarioOf } from './runs.ts';

const table = assumptions({ scenario: scenarioOf() });
const named = (name: string) => table.find((row) => row.name === name);

describe('assumptions', () => {
  it('are the same of a scenario and of its run', () => {
    expect(assumptions({ run: runOf() })).toEqual(table);
  });

  it('hold constants and defaults', () => {
    expect(named('flow/hong-kong/baseline/2025-12')).toMatchObject({
      path: 'flows[1].baseline.arrivals[1]',
      mean: 600,
      lower: 600,
      upper: 600,
      source: '',
    });
    expect(named('advisory/notice/delay')).toMatchObject({ mean: 0, lower: 0, upper: 0 });
  });

  it('hold distributions with their interval and source', () => {
    const row = named('flow/hong-kong/spend')!;
    expect(row).toMatchObject({
      path: 'flows[1].spend',
      unit: 'JPY per arrival',
      distribution: 'lognormal, mean 180000, sd 20000',
      source: 'a survey',
    });
    expect(row.mean).toBeCloseTo(180_000, 6);
    // Of a lognormal, ln: variance s² = ln(1 + (1/9)²), centre ln 180000 - s²/2, quantiles 1.6448536 s to each side.
    const variance = Math.log(1 + 1 / 81);
    const centre = Math.log(180_000) - variance / 2;
    const reach = 1.6448536269514722 * Math.sqrt(variance);
    expect(row.lower / Math.exp(centre - reach)).toBeCloseTo(1, 9);
    expect(row.upper / Math.exp(centre + reach)).toBeCloseTo(1, 9);
  });

  it('show the noise of months in one row', () => {
    const noise = table.filter(({ name }) => name.includes('/noise/'));
    expect(noise).toHaveLength(1);
    expect(noise[0]).toMatchObject({ name: 'flow/groups/baseline/noise/*', source: 'residuals of a fit' });
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  });

  it('show the components of a fitted baseline in one row', () => {
    const component = (name: string) => ({ name, from: 0, loadings: [0.1, 0.1, 0.1] });
    const baseline = {
      kind: 'fitted',
      start: '2025-11',
      logMedian: [9, 9, 9],
      components: ['level', 'season/1', 'month/2025-11'].map(component),
      source: 'a fit',
    } as const;
    const rows = assumptions({ scenario: scenarioOf({ flows: [{ ...groups, baseline }] }) });
    const found = rows.filter(({ name }) => name.startsWith('flow/groups/baseline/'));
    expect(found.map(({ name, source }) => `${name} ${source}`)).toEqual([
      'flow/groups/baseline/component/* a fit',
    ]);
  });

  it('find the source inside a truncated distribution', () => {
    const spend = {
      kind: 'truncated',
      of: { kind: 'normal', mean: 100, sd: 10, source: 'a count' },
      low: 0,
    } as const;
    const rows = assumptions({ scenario: scenarioOf({ flows: [{ ...groups, spend }] }) });
    expect(rows.find(({ name }) => name === 'flow/groups/spend')!.source).toBe('a count');
  });

  it('want exactly one of run and scenario, and a sound one', () => {
    expect(() => assumptions({} as never)).toThrow(
      'run, scenario: expected exactly one of the two, received neither',
    );
    expect(() => assumptions({ run: 1, scenario: 2 } as never)).toThrow('received both');
    expect(() => assumptions({ scenario: { flows: [] } } as never)).toThrow(ScenarioError);
    expect(() => assumptions({ run: 'run' } as never)).toThrow(TypeError);
  });
});
