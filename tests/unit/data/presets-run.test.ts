import { describe, expect, test } from 'vitest';
import {
  beyondTourism2025,
  chinaJapan2025,
  dispute2025,
  instituteEstimate2025,
} from '../../../src/data/index.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { projectStays } from '../../../src/projections/project-stays.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';

test.each([
  ['chinaJapan2025', chinaJapan2025],
  ['dispute2025', dispute2025],
  ['beyondTourism2025', beyondTourism2025],
  ['instituteEstimate2025', instituteEstimate2025],
])('%s passes the check without a warning', (_, preset) => {
  const checked = checkScenario(preset());
  expect(checked.ok ? checked.warnings : checked.issues).toEqual([]);
});

describe('beyondTourism2025', () => {
  const seed = 'beyond';
  const run = simulate({ scenario: beyondTourism2025(), seed, draws: 64 });

  test('has the travellers of dispute2025, draw by draw', () => {
    const lost = (one: typeof run): readonly unknown[] =>
      project({ run: one, measure: 'revenueLost', by: 'month', where: { sector: 'tourism' } }).rows;
    expect(lost(run)).toEqual(lost(simulate({ scenario: dispute2025(), seed, draws: 64 })));
  });

  test('brings in a year the students who keep the published stock', () => {
    const { scenario } = run;
    const students = scenario.flows.find(({ id }) => id === 'students')!;
    const shares = students.retention.map(({ quantity }) => (quantity as { mean: number }).mean);
    const years = shares.reduceRight((stay, share) => 1 + share * stay, 1);
    const entrants = project({
      run,
      measure: 'baseline',
      where: { flow: 'students' },
      months: { from: '2026-04', count: 12 },
    });
    // The level is 1 on average, with an sd of 0.08.
    expect((entrants.rows[0]!.mean * years) / 123_485).toBeGreaterThan(1 - 3 * (0.08 / 8));
    expect((entrants.rows[0]!.mean * years) / 123_485).toBeLessThan(1 + 3 * (0.08 / 8));
    expect(projectStays({ run, measure: 'stockLost' }).rows.some(({ mean }) => mean > 1_000)).toBe(true);
  });
});

describe('instituteEstimate2025', () => {
  const run = simulate({ scenario: instituteEstimate2025(), seed: 'institute', draws: 1 });
  const trillions = (measure: 'revenueBaseline' | 'revenue' | 'revenueLost'): Record<string, number> =>
    Object.fromEntries(project({ run, measure, by: 'flow' }).rows.map((row) => [row.flow, row.mean / 1e12]));

  test('gives the three figures for mainland China', () => {
    expect(trillions('revenueBaseline').china).toBeCloseTo(3.1465, 4);
    expect(trillions('revenue').china).toBeCloseTo(1.6518, 4);
    expect(trillions('revenueLost').china).toBeCloseTo(1.4948, 4);
  });

  test('and 0.29 for Hong Kong, 0.29% of GDP together', () => {
    const lost = trillions('revenueLost');
    expect(lost['hong-kong']).toBeCloseTo(0.288, 3);
    const [share] = project({ run, measure: 'revenueLostOfGdp', by: 'total' }).rows;
    expect(share!.mean * 100).toBeCloseTo(0.29, 2);
  });

  test('holds the level in every month', () => {
    for (const { mean } of project({ run, measure: 'changeOnBaseline', by: 'month' }).rows) {
      // China 47.5%, Hong Kong 41.0%, in fixed proportion.
      expect(mean).toBeCloseTo(-(0.475046 * 13_156_533 + 0.409819 * 3_405_497) / (13_156_533 + 3_405_497), 5);
    }
  });
});
