import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { log } from '../elementary/log.ts';
import { log1p } from '../elementary/log1p.ts';
import { type LeadTimeComponent, leadTimeSurvival } from './lead-time.ts';

/** At or beyond p90 a tenth of the bookings is made. */
const TAIL = 0.1;
/** Fits closer than this to one geometric lag are that lag. */
const NEGLIGIBLE = 1e-12;
/** Each component costs the simulation time; four reach down to a p90 of about 1.9 medians. */
const MOST_STAGES = 4;
/** Means of successive stages at most this close: equal ones would have infinite weights, and gain little. */
const CLOSEST_STAGES = 0.8;
/** Days; below this the first day holds nearly everything. */
const SHORTEST_MEDIAN = 0.01;

/**
 * A mixture of geometric lags with a given median and nine-in-ten point of the lead time, in days.
 *
 * Met to rounding: P(lead >= median) = 0.5 and P(lead >= p90) = 0.1, by `leadTimeSurvival`, so that half of
 * the trips are booked less than `median` days ahead and nine in ten less than `p90` days ahead. (A lead of j whole
 * days stands for the interval from j to j + 1.) Two numbers do not settle a law; the rest is convention:
 *
 * - p90 / median = log2(10) = 3.32: one geometric lag.
 * - larger, without limit: two lags of weight 1/2 each, late deciders and early planners.
 * - smaller: the sum of two geometric lags with different means, one wait after another. As a mixture it has a negative
 *   weight, and its most likely day can lie above 0. Where two cannot reach the ratio, three or four in
 *   geometric progression; the fewest that do. The least ratio is about 1.9 for medians of weeks and more
 *   (see `shortestP90`).
 *
 * Slowest component first; the weights sum to exactly 1.
 *
 * Source: sums and mixtures of geometric lags are discrete phase-type laws (Neuts 1981, Matrix-Geometric Solutions
 * in Stochastic Models, chapter 2).
 *
 * @throws RangeError where the median is below 0.01 days, or p90 is not above what the median allows.
 */
export function fitLeadTime(options: { readonly median: number; readonly p90: number }): LeadTimeComponent[] {
  const { median, p90 } = options;
  const key = `${median}/${p90}`;
  const components = fitted.get(key) ?? fitLags(median, p90);
  if (fitted.size < MOST_REMEMBERED) fitted.set(key, components);
  return components.map((component) => ({ ...component }));
}

/** Checking, resolving and planning a scenario each ask for the same fit, which takes a millisecond or two. */
const fitted = new Map<string, readonly LeadTimeComponent[]>();
const MOST_REMEMBERED = 1000;

function fitLags(median: number, p90: number): LeadTimeComponent[] {
  requireMedian(median);
  if (!Number.isFinite(p90)) throw new RangeError(`p90: expected a number of days, received ${p90}`);
  const ofOneLag = exp((p90 / median) * log(0.5));
  if (Math.abs(ofOneLag - TAIL) <= NEGLIGIBLE) return [{ weight: 1, mean: meanOf(log(0.5) / median) }];
  if (ofOneLag < TAIL) return halves(median, p90);
  for (let stages = 2; stages <= MOST_STAGES; stages += 1) {
    if (leadTimeSurvival(stagesOf(stages, CLOSEST_STAGES, median), p90) > TAIL) continue;
    const closest = bisect(
      (closeness) => TAIL - leadTimeSurvival(stagesOf(stages, closeness, median), p90),
      0,
      CLOSEST_STAGES,
    );
    return stagesOf(stages, closest, median);
  }
  const least = shortestP90(median);
  throw new RangeError(
    `p90: expected ${Math.ceil(least * 10) / 10} days or more with a median of ${median} ` +
      `(${(least / median).toPrecision(3)} times the median), received ${p90}`,
  );
}

/**
 * The smallest `p90` that `fitLeadTime` accepts with a median, in days: about 1.9 times the median, more for
 * medians of a few days.
 *
 * @throws RangeError where the median is below 0.01 days.
 */
export function shortestP90(median: number): number {
  requireMedian(median);
  const narrowest = stagesOf(MOST_STAGES, CLOSEST_STAGES, median);
  return bisect((days) => TAIL - leadTimeSurvival(narrowest, days), median, 4 * median);
}

/** Two lags of weight 1/2: with a and b their survivals at the median, a + b = 1 and a^r + b^r = 0.2, r = p90 / median. */
function halves(median: number, p90: number): LeadTimeComponent[] {
  const ratio = p90 / median;
  const late = bisect((b) => exp(ratio * log1p(-b)) + exp(ratio * log(b)) - 2 * TAIL, 0.5, 0);
  return [
    { weight: 0.5, mean: meanOf(log1p(-late) / median) },
    { weight: 0.5, mean: meanOf(log(late) / median) },
  ];
}

/** The sum of lags with means m, m c, m c², ..., c the closeness, where m is such that the median is met. */
function stagesOf(stages: number, closeness: number, median: number): LeadTimeComponent[] {
  const mixtureOf = (slowest: number): LeadTimeComponent[] => {
    const means: number[] = [];
    for (let mean = slowest; means.length < stages; mean *= closeness) means.push(mean);
    return sumOfLags(means);
  };
  // Alone the slowest lag would have to reach the median by itself; with others it is shorter.
  const alone = meanOf(log(0.5) / median);
  return mixtureOf(bisect((slowest) => leadTimeSurvival(mixtureOf(slowest), median) - 0.5, 0, alone));
}

/**
 * The law of the sum of independent geometric lags with different means, as a mixture: partial fractions of the
 * generating function, where p_other / (1 - q_other / q_own) = own / (own - other) in terms of the means.
 */
function sumOfLags(means: readonly number[]): LeadTimeComponent[] {
  const weights = means.map((own) => {
    let weight = 1;
    for (const other of means) if (other !== own) weight *= own / (own - other);
    return weight;
  });
  return toSumOfOne(weights).map((weight, k) => ({ weight, mean: means[k]! }));
}

/** The last weight takes the rounding error, so that in an undisturbed world everybody travels. */
function toSumOfOne(weights: readonly number[]): number[] {
  const others = weights.slice(0, -1);
  return [...others, 1 - others.reduce((total, weight) => total + weight, 0)];
}

/** Mean of the lag whose probability to go on for another day has this logarithm: q / (1 - q). */
function meanOf(logarithm: number): number {
  return exp(logarithm) / -expm1(logarithm);
}

/** Where a monotone function crosses 0, to the last bit, between an argument at which it is below and one at which it is above. */
function bisect(monotone: (x: number) => number, below: number, above: number): number {
  let low = below;
  let high = above;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) return middle;
    if (monotone(middle) < 0) low = middle;
    else high = middle;
  }
}

function requireMedian(median: number): void {
  if (!(median >= SHORTEST_MEDIAN && Number.isFinite(median))) {
    throw new RangeError(`median: expected ${SHORTEST_MEDIAN} days or more, received ${median}`);
  }
}
