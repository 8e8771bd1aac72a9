/**
 * From episodes to priors, by the method of moments: mean and standard deviation between cases, the latter times
 * sqrt(1 + 1/n), since the next case also differs from a mean that is known from n. Times and half-lives: the same on
 * their logarithms. Printed by `npx tsx scripts/derive-priors.ts`.
 *
 * The cases are newsworthy ones: mild warnings that moved nobody are not in the table. So severity and duration are
 * those of an advisory that is heeded; that this one is, the cancellations of 15 to 17 November show.
 */
import { mean, sum } from './baseline.ts';
import {
  behaviour,
  cancelledPerNotBooked,
  counted,
  daysInForce,
  fall,
  hongKongFall,
  monthsToRecover,
  onsetHalfLife,
  peakFall,
  recoveryHalfLife,
} from './episodes.ts';

export interface Prior {
  readonly mean: number;
  readonly sd: number;
  readonly cases: Readonly<Record<string, number>>;
}

export interface Priors {
  readonly falls: Prior;
  readonly individualSuppression: Prior;
  readonly individualCancellation: Prior;
  readonly group: Prior;
  readonly hongKong: Prior;
  readonly awareness: Prior;
  readonly cancelling: Prior;
  readonly recovery: Prior;
  readonly duration: Prior;
  readonly lasting: number;
  readonly loading: number;
  readonly threeDays: {
    readonly observed: number;
    readonly individuals: number;
    readonly pastMean: number;
    readonly pastSd: number;
    readonly correlation: number;
  };
}

/** Chinese government words (S2) or stop of tour sales (S3), where a fall against a counterfactual is known. */
const severityCases = [
  'CHN_JPN_2010',
  'CHN_JPN_2012',
  'CHN_PHL_2012',
  'CHN_PHL_2016',
  'CHN_VNM_2014',
  'CHN_KOR_2017',
] as const;
const tourStops: readonly string[] = ['CHN_JPN_2012', 'CHN_PHL_2012', 'CHN_KOR_2017'];

function sd(values: readonly number[]): number {
  const m = mean(values);
  return Math.sqrt(sum(values.map((v) => (v - m) ** 2)) / (values.length - 1));
}

function predictive(values: readonly number[]): number {
  return sd(values) * Math.sqrt(1 + 1 / values.length);
}

function moments(cases: Readonly<Record<string, number>>): Prior {
  const values = Object.values(cases);
  return { mean: mean(values), sd: predictive(values), cases };
}

function logMoments(cases: Readonly<Record<string, number>>): Prior {
  const logs = Object.values(cases).map(Math.log);
  const s = predictive(logs);
  const m = Math.exp(mean(logs) + (s * s) / 2);
  return { mean: m, sd: m * Math.sqrt(Math.expm1(s * s)), cases };
}

function pool(ids: readonly string[], of: (id: string) => number): Readonly<Record<string, number>> {
  return Object.fromEntries(ids.map((id) => [id, of(id)]));
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mx = mean(x);
  const my = mean(y);
  const covariance = mean(x.map((v, i) => (v - mx) * ((y[i] ?? 0) - my)));
  return covariance / Math.sqrt(mean(x.map((v) => (v - mx) ** 2)) * mean(y.map((v) => (v - my) ** 2)));
}

export function derivePriors(): Priors {
  const group = moments({
    'one operator 2025-11-18': counted('Group bookings for the rest of 2025') / 100,
    'Hakata cruise calls 2012': counted('Cruise calls at Hakata') / 20,
  });

  // What is left for individual travellers when the groups' part is taken out, where the groups' share is known (Korea
  // 2017), as a multiple of the whole market's fall; applied to the tour stops.
  const packages = behaviour('CHN_KOR_2017', 'on group tours and packages');
  const korea = fall('CHN_KOR_2017');
  const rest = (korea - packages * group.mean) / (1 - packages) / korea;
  const scale = (id: string): number => (tourStops.includes(id) ? rest : 1);

  const falls = moments(pool(severityCases, fall));
  const individualSuppression: Prior = {
    ...moments(pool(severityCases, (id) => fall(id) * scale(id))),
    sd: falls.sd, // one case's share may not narrow the spread between cases
  };

  // Cancellation before this episode's own count: from the ramps, and as reported.
  const ramps = ['CHN_JPN_2012', 'CHN_KOR_2017', 'KOR_JPN_2019'] as const;
  const ofAll = (id: string): number =>
    cancelledPerNotBooked(id) * (id === 'KOR_JPN_2019' ? peakFall(id) : fall(id));
  const reported = { CHN_MYS_2014: behaviour('CHN_MYS_2014', 'in six weeks') };
  const cancelled = { ...reported, ...pool(ramps, (id) => ofAll(id) * scale(id)) };
  const past = mean(Object.values(cancelled));
  const pastSd = predictive(Object.values({ ...reported, ...pool(ramps, ofAll) }));
  const update = threeDays(past, pastSd, group.mean);

  const recoveries = [
    'CHN_JPN_2010',
    'CHN_PHL_2016',
    'CHN_KOR_2017',
    'CHN_JPN_2012',
    'RUS_TUR_2015',
  ] as const;
  const durations = ['CHN_JPN_2010', 'CHN_JPN_2012', 'CHN_PHL_2016', 'CHN_KOR_2017'] as const;
  const r = correlation(
    severityCases.map(fall),
    severityCases.map((id) => Math.log(monthsToRecover(id))),
  );
  const n = severityCases.length;
  const adjusted = Math.sqrt(1 - ((1 - r * r) * (n - 1)) / (n - 2));

  return {
    falls,
    individualSuppression,
    individualCancellation: { mean: update.c.mean, sd: update.c.sd, cases: cancelled },
    group,
    hongKong: moments({
      'HKG_JPN 2010': hongKongFall(2010, 2008),
      'HKG_JPN 2012': hongKongFall(2012, 2010),
      KOR_JPN_2012: Math.max(0, peakFall('KOR_JPN_2012')),
      EUR_USA_2025: peakFall('EUR_USA_2025'),
    }),
    awareness: logMoments(pool(['CHN_JPN_2012', 'CHN_KOR_2017', 'KOR_JPN_2019'], onsetHalfLife)),
    cancelling: { mean: update.h.mean, sd: update.h.sd, cases: { 'JAL seats 2012': jalHalfLife() } },
    recovery: logMoments(pool(recoveries, recoveryHalfLife)),
    duration: logMoments(pool(durations, daysInForce)),
    // None of the six stayed in force for 24 months: (0 + 1/2) / (6 + 1), the mean under Jeffreys' prior.
    lasting: 0.5 / (n + 1),
    // One factor; any two quantities on it have the correlation of severity and time to recover, less what six cases
    // would show by chance (adjusted R squared).
    loading: Math.sqrt(adjusted),
    threeDays: {
      observed: update.observed,
      individuals: update.individuals,
      pastMean: past,
      pastSd,
      correlation: update.correlation,
    },
  };
}

/** Half-life of the cancelling of 2012: what of JAL's seats from China had gone after 7 of 13 days. */
function jalHalfLife(): number {
  const ratio = counted('JAL seats from China cancelled in the week') / 8600;
  let h = 0.5;
  while ((1 - 2 ** (-7 / h)) / (1 - 2 ** (-13 / h)) > ratio) h += 0.1;
  return h;
}

/**
 * This episode's own count: share of the tickets on hand cancelled on 15 to 17 November, as the analyst gives it and
 * from the stock (an ordinary day takes 5%). Less the groups' part, it updates share and half-life on a grid. Standard
 * deviation of the count a third of it, an assumption: one analyst, some carriers, tickets rather than persons. The
 * half-life before the count: the one timed case (JAL 2012), wrong by a factor of 4.5 (log 1.5), also an assumption.
 */
function threeDays(
  past: number,
  pastSd: number,
  groups: number,
): {
  readonly observed: number;
  readonly individuals: number;
  readonly c: { readonly mean: number; readonly sd: number };
  readonly h: { readonly mean: number; readonly sd: number };
  readonly correlation: number;
} {
  const stock =
    counted('Bookings on hand, China to Japan, 17') / counted('Bookings on hand, China to Japan, 15');
  const observed = mean([counted('Share of bookings to Japan') / 100, 1 - stock / 0.95 ** 2]);
  const share = behaviour('CHN', 'on group tours');
  const individuals = (observed - share * groups) / (1 - share);
  const size = (past * (1 - past)) / (pastSd * pastSd) - 1;
  const [a, b] = [past * size, (1 - past) * size];
  const centre = Math.log(jalHalfLife());
  let total = 0;
  const s = { c: 0, cc: 0, l: 0, ll: 0, cl: 0 };
  for (let i = 0; i < 200; i++) {
    const c = (i + 0.5) / 200;
    for (let j = 0; j < 240; j++) {
      const l = centre + (j - 119.5) / 20; // log half-life, four standard deviations either way
      const gone = c * (1 - 2 ** (-3 / Math.exp(l)));
      const weight = Math.exp(
        (a - 1) * Math.log(c) +
          (b - 1) * Math.log1p(-c) -
          ((l - centre) / 1.5) ** 2 / 2 -
          ((gone - individuals) / (individuals / 3)) ** 2 / 2,
      );
      total += weight;
      s.c += weight * c;
      s.cc += weight * c * c;
      s.l += weight * l;
      s.ll += weight * l * l;
      s.cl += weight * c * l;
    }
  }
  const c = s.c / total;
  const l = s.l / total;
  const varianceC = s.cc / total - c * c;
  const varianceL = s.ll / total - l * l;
  const h = Math.exp(l + varianceL / 2);
  return {
    observed,
    individuals,
    c: { mean: c, sd: Math.sqrt(varianceC) },
    h: { mean: h, sd: h * Math.sqrt(Math.expm1(varianceL)) },
    correlation: (s.cl / total - c * l) / Math.sqrt(varianceC * varianceL),
  };
}
