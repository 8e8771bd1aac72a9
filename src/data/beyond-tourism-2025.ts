import type { Distribution, Quantity } from '../distributions/types.ts';
import type { DisputeStage, Effect, Flow, Scenario } from '../scenario/types.ts';
import { dispute2025 } from './dispute-2025.ts';

/**
 * `dispute2025()` with education and entertainment beside tourism: students from China who come in April and October and
 * stay for years, Japanese films on their dates of release in China, and concerts. The stages of the dispute act on
 * them as on travel: the study alert of 16 November 2025 on applications, the ban on releases and concerts.
 *
 * The size of the student flow follows from the published count of students. No figures of applications, releases or
 * audiences are at hand: what is assumed says so in its `source`, and an analyst's own numbers should take its place.
 * Travellers are those of `dispute2025()`, draw by draw.
 */
export function beyondTourism2025(): Scenario {
  const { dispute, flows, ...rest } = dispute2025();
  return {
    ...rest,
    title: 'The dispute of November 2025: travel, students, films and concerts',
    flows: [...flows, students(), films(), concerts()],
    dispute: { ...dispute!, stages: dispute!.stages.map(withAlerts) },
  };
}

const assumed = 'Assumption';
const about = (mean: number, sd: number, source: string = assumed): Distribution => ({
  kind: 'lognormal',
  mean,
  sd,
  source,
});
const share = (mean: number, sd: number, source: string = assumed): Distribution => ({
  kind: 'beta',
  mean,
  sd,
  source,
});
const corridor = { origin: 'CHN', destination: 'JPN' } as const;

/** Shares who stay for a second, a third, a fourth year; mean and sd. */
const retention: readonly (readonly [number, number])[] = [
  [0.92, 0.03],
  [0.7, 0.08],
  [0.6, 0.1],
];
/** Students from China on 1 May 2024, and the years that one stays on average. */
const STOCK = 123_485;
const YEARS = retention.reduceRight((years, [stays]) => 1 + stays * years, 1);

/** An intake of a year that keeps the stock, or a part of it. */
const intake = (part: number): Quantity => ({
  kind: 'constant',
  value: Math.round((part * STOCK) / YEARS / 100) * 100,
  source: `Students from China on 1 May 2024, ${STOCK} (Japan Student Services Organization, as quoted), over ${YEARS.toFixed(2)} years of stay; ${100 * part}% of a year’s intake (assumption)`,
});
const assume = (value: number): Quantity => ({ kind: 'constant', value, source: assumed });

function students(): Flow {
  const [april, october] = [0.6, 0.4].map(intake);
  return {
    id: 'students',
    ...corridor,
    segment: 'student',
    sector: 'education',
    baseline: {
      kind: 'dated',
      events: [
        { date: '2026-04-01', arrivals: april! },
        { date: '2026-10-01', arrivals: october! },
        { date: '2027-04-01', arrivals: april! },
        { date: '2027-10-01', arrivals: october! },
      ],
      level: about(1, 0.08),
      source: 'Intakes of April and October',
    },
    leadTime: {
      kind: 'quantiles',
      median: 150,
      p90: 300,
      source: 'Assumption: applications five months ahead',
    },
    // For each year of the stay.
    spend: {
      tuition: about(
        700_000,
        100_000,
        'Assumption: between the standard fee of national universities (535,800 yen a year, by ordinance) and private ones',
      ),
      living: about(1_200_000, 150_000),
    },
    stay: { retention: retention.map(([mean, sd]) => share(mean, sd)) },
    postponement: { share: share(0.3, 0.1), halfLives: { return: assume(120), lapse: assume(365) } },
  };
}

/** The part of a ticket that reaches Japan. */
function films(): Flow {
  return audience(
    'films',
    ['2025-11-22', '2025-12-06', '2026-01-01', '2026-05-01', '2026-08-01', '2026-12-19', '2027-05-01'],
    4_000_000,
    about(250, 50, 'Assumption: some 30% of a ticket of 40 yuan'),
    'Assumption: four million tickets a release, 160 million yuan',
  );
}

/** Whole tickets: what Japanese artists take in China. */
function concerts(): Flow {
  return audience(
    'concerts',
    ['2025-11-29', '2025-12-20', '2026-03-14', '2026-06-20', '2026-09-19', '2027-01-16'],
    9_000,
    about(9_000, 1_800),
    'Assumption: halls of 9,000',
  );
}

function audience(
  id: string,
  dates: readonly string[],
  persons: number,
  ticket: Quantity,
  source: string,
): Flow {
  return {
    id,
    ...corridor,
    segment: 'audience',
    sector: 'entertainment',
    baseline: {
      kind: 'dated',
      events: dates.map((date) => ({ date, arrivals: persons })),
      noise: about(1, 0.4),
      source,
    },
    leadTime: { kind: 'quantiles', median: 7, p90: 23, source: 'Assumption: a week ahead' },
    spend: { tickets: ticket },
    // A release that is put off may come yet.
    postponement: { share: share(0.6, 0.15), halfLives: { return: assume(45), lapse: assume(180) } },
  };
}

/** How hard a stage bites on applications and on releases: shares that do not come about. */
const strengths: Readonly<Record<string, { readonly study: number; readonly ban: number }>> = {
  advisory: { study: 0.25, ban: 0.8 },
  stalemate: { study: 0.2, ban: 0.5 },
  'group-stop': { study: 0.35, ban: 0.9 },
  'flight-cuts': { study: 0.35, ban: 0.9 },
};

function withAlerts(stage: DisputeStage): DisputeStage {
  const strength = strengths[stage.id];
  if (strength === undefined) return stage;
  const { study, ban } = strength;
  return {
    ...stage,
    effects: [
      ...(stage.effects ?? []),
      effect('study-alert', 'education', [study, 0.1], 'Ministry of Education, alert of 16 November 2025'),
      effect(
        'release-ban',
        'entertainment',
        [ban, ban],
        'Releases put off and concerts called off in November 2025; Korea, first half of 2017: audio-visual surplus down 23%',
      ),
    ],
  };
}

function effect(id: string, sector: string, [stay, cancel]: readonly [number, number], what: string): Effect {
  const source = `${what}; size assumed`;
  return {
    id,
    on: { sector },
    suppression: share(stay, 0.1, source),
    cancellation: share(cancel, 0.1, source),
    halfLives: { awareness: assume(5), cancelling: assume(5), recovery: about(60, 30) },
  };
}
