import {
  type Interval,
  type Measure,
  type ProjectionRow,
  probability,
  project,
  type Run,
  type Scenario,
  simulate,
} from 'tourism-impact';
import { guestNightShares } from 'tourism-impact/data';
import { type Effect, japan2015, projectImpact } from 'tourism-impact/economy';
import { force, projectStays } from 'tourism-impact/projections';
import { heading, percent, range, table, thousands, whole } from './print.ts';

const seed = 'beijing-2025-11-18';
const months = { from: '2025-11', count: 12 } as const;
const economy = japan2015();
const billions = (value: number): string => whole(value / 1e9);
/** Below ten, one place more. */
const small = (value: number): string => (value / 1e9).toFixed(1);

/** The dispute as it may go, and made to take one of the ways out of the advisory: under one seed, so worlds match. */
function simulatePaths(scenario: Scenario, draws: number): readonly [string, Run][] {
  const ways = { 'talks succeed': 'easing', stalemate: 'stalemate', escalation: 'group-stop' };
  const paths: [string, Run][] = [['as it may go', simulate({ scenario, seed, draws })]];
  for (const [name, to] of Object.entries(ways)) {
    paths.push([name, simulate({ scenario: force({ scenario, from: 'advisory', to }), seed, draws })]);
  }
  return paths;
}

/** A line of the table: its title, and what stands on each path. */
type Line = readonly [string, (run: Run) => string];

interface Summary {
  readonly mean: number;
  readonly intervals: readonly Interval[];
}
const shown = ({ mean, intervals }: Summary, format: (value: number) => string): string =>
  `${format(mean)} (${range(intervals, 0.8, format)})`.replace(' to ', '-');

function impact(what: Effect): Line[1] {
  const format = what === 'jobs' ? thousands : billions;
  const asked = { economy, what, months, levels: [0.8], jobs: 'ripple-effect' };
  return (run) => shown(projectImpact({ run, ...asked }).rows[0]!, format);
}

/** Value added along one axis on every path: the hardest hit of the first path, one line each, and all others together. */
function hardestHit(
  axis: 'region' | 'industry',
  runs: readonly Run[],
  top: number,
  titleOf: (value: string) => string,
): Line[] {
  const tables = new Map(
    runs.map((run) => [
      run,
      projectImpact({ run, economy, what: 'valueAdded', by: axis, months, levels: [0.8] }).rows,
    ]),
  );
  const ranked = [...tables.get(runs[0]!)!].sort((a, b) => b.mean - a.mean).map((row) => row[axis]!);
  const others = new Set(ranked.slice(top));
  const find = (run: Run, value: string): Summary => tables.get(run)!.find((row) => row[axis] === value)!;
  return [
    ...ranked
      .slice(0, top)
      .map((value): Line => [`  ${titleOf(value)}`, (run) => shown(find(run, value), billions)]),
    [
      `  the other ${others.size}, mean`,
      (run) =>
        billions(
          tables
            .get(run)!
            .filter((row) => others.has(row[axis]!))
            .reduce((sum, { mean }) => sum + mean, 0),
        ),
    ],
  ];
}

/** What a loss of visitors, students and audiences means for Japan, on three paths side by side. */
export function printImpactOfPaths(scenario: Scenario, draws: number): void {
  const paths = simulatePaths(scenario, draws);
  const runs = paths.map(([, run]) => run);
  const lost = { measure: 'revenueLost', months } as const;
  const prefectures = new Map(
    guestNightShares({ market: 'TOTAL' }).map(({ prefecture, name }) => [prefecture, name]),
  );
  const inSector = (sector: string, spending: ReadonlyMap<Run, readonly ProjectionRow[]>): Line[1] => {
    const format = sector === 'entertainment' ? small : billions;
    return (run) => shown(spending.get(run)!.find((row) => row.sector === sector)!, format);
  };
  const bySector = (measure: Measure) =>
    new Map(runs.map((run) => [run, project({ run, measure, months, by: 'sector', levels: [0.8] }).rows]));
  const [gross, net] = [bySector('revenueLost'), bySector('revenueLostNet')];
  const chance = (above: number): Line => [
    `  to lose over ${above / 1e12} trillion`,
    (run) => {
      const { value, standardError } = probability({ run, ...lost, above });
      return `${percent(value)} ± ${percent(standardError)}`;
    },
  ];
  const missing = (run: Run): string => {
    const rows = projectStays({ run, measure: 'stockLost', levels: [0.8] }).rows;
    return shown(rows.find(({ year }) => year === '2026')!, thousands);
  };
  const title = (text: string): Line => [text, () => ''];
  const lines: readonly Line[] = [
    title('Spending lost, gross'),
    ['  tourism', inSector('tourism', gross)],
    ['  education (first year of stay)', inSector('education', gross)],
    ['  entertainment (films, concerts)', inSector('entertainment', gross)],
    title('Net of other guests, and of what is put off and made up for'),
    ['  tourism', inSector('tourism', net)],
    ['  education (first year of stay)', inSector('education', net)],
    ['  entertainment (films, concerts)', inSector('entertainment', net)],
    title('Chance, all three together, gross'),
    ...[0.5e12, 1e12, 1.79e12].map(chance),
    title('Lost to the economy by the gross loss'),
    ['  output', impact('output')],
    ['  value added', impact('valueAdded')],
    ['  indirect taxes, less subsidies', impact('tax')],
    ['  jobs for a year, thousands', impact('jobs')],
    title('Students missing in March 2027, thousands'),
    ['  of those who would have come', missing],
    title('Value added by sector of the economy'),
    ...hardestHit('industry', runs, 6, (name) => economy.table.labels![name]!),
    title('Value added by prefecture of the spending'),
    ...hardestHit('region', runs, 6, (name) => prefectures.get(name) ?? 'none: students, audiences'),
  ];

  heading('Impact on Japan, November 2025 to October 2026: three ways out of the advisory side by side');
  console.log(`Billion yen at ${scenario.prices.year} prices; mean and 80% of ${draws} draws. Each path is made to happen where
the advisory ends: talks bring easing, nothing moves, or sales of group tours are stopped. Jobs
are counted as studies of ripple effects do; the labour force survey would count fewer.\n`);
  table(lines, [
    { title: '', align: 'left', cell: ([name]) => name },
    ...paths.map(([name, run]) => ({ title: name, cell: ([, cell]: Line) => cell(run) })),
  ]);
}
