/**
 * Education and entertainment beside tourism: students who come in April and October and stay for years, films on
 * their dates of release, concerts. All are flows, and the stages of the dispute act on them as on travel.
 *
 * No count of students or audiences is among the figures of this package: numbers of persons and amounts are
 * assumptions of the right order, to be replaced by an analyst's own. What is known is when a study alert acts (at the
 * intakes) and that releases were put off and concerts cancelled in November 2025.
 */
import {
  type Effect,
  type Flow,
  project,
  projectStays,
  type Quantity,
  replay,
  type Scenario,
  simulate,
} from 'tourism-impact';
import { dispute2025 } from 'tourism-impact/data';
import { billions, heading, table, whole } from './support/print.ts';

const source = 'Assumption';
const about = (mean: number, sd: number): Quantity => ({ kind: 'lognormal', mean, sd, source });
const share = (mean: number, sd: number): Quantity => ({ kind: 'beta', mean, sd, source });
const corridor = { origin: 'CHN', destination: 'JPN' };

const students: Flow = {
  id: 'students',
  ...corridor,
  segment: 'student',
  sector: 'education',
  baseline: {
    kind: 'dated',
    events: [
      { date: '2026-04-01', arrivals: 20_000 },
      { date: '2026-10-01', arrivals: 14_000 },
      { date: '2027-04-01', arrivals: 20_500 },
      { date: '2027-10-01', arrivals: 14_300 },
    ],
    level: about(1, 0.08),
    source,
  },
  leadTime: {
    kind: 'quantiles',
    median: 150,
    p90: 300,
    source: 'Assumption: applications five months ahead',
  },
  spend: { tuition: about(700_000, 100_000), living: about(1_200_000, 150_000) }, // for each year of stay
  stay: { retention: [share(0.92, 0.03), share(0.7, 0.08), share(0.6, 0.1)] },
  postponement: { share: share(0.3, 0.1), halfLives: { return: 120, lapse: 365 } },
};

const audience = (
  id: string,
  sector: string,
  dates: readonly string[],
  persons: number,
  yen: number,
): Flow => ({
  id,
  ...corridor,
  segment: 'audience',
  sector,
  baseline: {
    kind: 'dated',
    events: dates.map((date) => ({ date, arrivals: persons })),
    noise: about(1, 0.4),
    source,
  },
  leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 10 }], source },
  spend: { kind: 'lognormal', mean: yen, sd: yen / 5, source },
  postponement: { share: share(0.6, 0.15), halfLives: { return: 45, lapse: 180 } }, // a release put off may come yet
});
// The part of a ticket that goes to Japan, for films; the whole ticket for concerts.
const films = audience(
  'films',
  'entertainment',
  ['2025-11-22', '2025-12-06', '2026-01-01', '2026-05-01', '2026-08-01', '2026-12-19', '2027-05-01'],
  4_000_000,
  250,
);
const concerts = audience(
  'concerts',
  'entertainment',
  ['2025-11-29', '2025-12-20', '2026-03-14', '2026-06-20', '2026-09-19', '2027-01-16'],
  9_000,
  9_000,
);

const alert = (id: string, sector: string, suppression: number, cancellation: number): Effect => ({
  id,
  on: { sector },
  suppression: share(suppression, 0.1),
  cancellation: share(cancellation, 0.1),
  halfLives: { awareness: 5, cancelling: 5, recovery: about(60, 30) },
});
const strength: Readonly<Record<string, readonly [number, number]>> = {
  advisory: [0.25, 0.8],
  stalemate: [0.2, 0.5],
  'group-stop': [0.35, 0.9],
  'flight-cuts': [0.35, 0.9],
};

const { dispute, ...rest } = dispute2025();
const scenario: Scenario = {
  ...rest,
  flows: [...rest.flows, students, films, concerts],
  dispute: {
    ...dispute!,
    stages: dispute!.stages.map((stage) => {
      const [study, ban] = strength[stage.id] ?? [0, 0];
      if (study === 0) return stage;
      const added = [
        alert('study-alert', 'education', study, 0.1),
        alert('release-ban', 'entertainment', ban, ban),
      ];
      return { ...stage, effects: [...(stage.effects ?? []), ...added] };
    }),
  },
};
const run = simulate({ scenario, seed: 'beijing-2025-11-18', draws: 2_000 });

const lost = project({ run, measure: 'revenueLost', by: 'sector', levels: [0.8] });
const returned = project({ run, measure: 'revenueReturned', by: 'sector' });
heading('Revenue lost in the 24 months, billion yen (education: the first year of each stay)');
table(
  lost.rows.map((row, at) => ({ row, back: returned.rows[at]! })),
  [
    { title: 'sector', align: 'left', cell: ({ row }) => row.sector! },
    { title: 'mean', cell: ({ row }) => billions(row.mean) },
    { title: '80% from', cell: ({ row }) => billions(row.intervals[0]!.lower) },
    { title: 'to', cell: ({ row }) => billions(row.intervals[0]!.upper) },
    { title: 'comes back', cell: ({ back }) => billions(back.mean) },
  ],
);

const stays = (measure: 'stock' | 'stockLost' | 'revenueLost') =>
  projectStays({ run, measure, levels: [] }).rows;
const missing = stays('stockLost');
const money = stays('revenueLost');
heading('Students who came since November 2025, by academic year, to the last of them');
table(
  stays('stock').map((row, at) => ({ row, missing: missing[at]!, money: money[at]! })),
  [
    { title: 'from April', cell: ({ row }) => row.year! },
    { title: 'here at its end', cell: ({ row }) => whole(row.mean) },
    { title: 'missing', cell: (one) => whole(one.missing.mean) },
    { title: 'lost, billion yen', cell: (one) => billions(one.money.mean) },
  ],
);

heading('One world: draw 4');
const one = replay({ run, draw: 4 });
console.log(one.dispute!.stages.map(({ stage, from }) => `${stage} from ${from}`).join('\n'));

export const results: object = { lost, returned, missing, money };
