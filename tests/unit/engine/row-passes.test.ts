import { describe, expect, it } from 'vitest';
import { type Layout, layOut, selectRows } from '../../../src/engine/layout.ts';
import { fillPanels } from '../../../src/engine/panel.ts';
import { readRows } from '../../../src/engine/rows.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { termsOf } from '../../../src/engine/terms.ts';
import type { Axis } from '../../../src/engine/types.ts';
import { richScenario } from '../../support/rich-scenario.ts';

const DRAWS = 20;
const run = simulate({ scenario: richScenario(), seed: 'passes', draws: DRAWS });
const { scenario, plan } = run;
const months = { from: '2025-12', count: 5 };

const splits: readonly (readonly [readonly Axis[], boolean])[] = [
  [['month', 'flow'], false],
  [['flow', 'week'], true],
  [['region', 'month', 'category'], false],
  [['category', 'origin', 'region'], false],
];

function fill(layout: Layout, cumulative: boolean): Float64Array {
  const spec = { layout, terms: termsOf('revenueLost', 'travel'), stock: false, cumulative };
  return fillPanels(plan, [spec], 0, DRAWS)[0]!;
}

describe('rows computed in several passes', () => {
  it.each(splits)('are those of one pass: by %s, cumulative %s', (by, cumulative) => {
    const layout = layOut(scenario, plan, by, months);
    const whole = fill(layout, cumulative);
    const { length } = layout.rows;
    for (const atOnce of [7, Math.ceil(length / 2), length + 1]) {
      const keys: unknown[] = [];
      const joined = new Float64Array(whole.length);
      for (let from = 0; from < length; from += atOnce) {
        const part = selectRows(layout, from, Math.min(length, from + atOnce));
        keys.push(...part.rows);
        joined.set(fill(part, cumulative), from * DRAWS);
      }
      expect(keys).toEqual(layout.rows);
      expect(joined).toEqual(whole);
    }
    expect(length).toBeGreaterThan(7);
    expect(whole.every((value) => value === 0)).toBe(false);
  });

  it.each(splits)('and those that are read: by %s, cumulative %s', (by, cumulative) => {
    const layout = layOut(scenario, plan, by, months);
    const rows = [...readRows({ run, measure: 'revenueLost', by, months, dated: 'travel', cumulative })];
    const middle = Math.floor(layout.rows.length / 2);
    const part = selectRows(layout, middle, middle + 1);
    expect(rows.map(({ key }) => key)).toEqual(layout.rows);
    expect([rows[middle]!.key]).toEqual(part.rows);
    expect(rows[middle]!.values).toEqual(fill(part, cumulative));
  });
});
