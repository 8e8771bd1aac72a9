import { exp } from '../elementary/exp.ts';
import { log1p } from '../elementary/log1p.ts';

/** One geometric lag of a mixture: P(lag = j) = p (1 - p)^j with p = 1 / (1 + mean). */
export interface LeadTimeComponent {
  /** Weights sum to 1; they may be negative where every probability of the mixture stays >= 0. */
  readonly weight: number;
  /** Days, >= 0. */
  readonly mean: number;
}

/** Probability that a trip is booked exactly so many whole days (0, 1, 2, ...) before arrival. */
export function leadTimeProbability(components: readonly LeadTimeComponent[], days: number): number {
  let probability = 0;
  for (const { weight, mean } of components) probability += (weight / (1 + mean)) * powerOfStay(mean, days);
  return probability;
}

/**
 * Probability that a trip is booked so many days before arrival or earlier, P(lead >= days) = Σ w (1 - p)^days.
 * Between whole days it interpolates by the same formula.
 */
export function leadTimeSurvival(components: readonly LeadTimeComponent[], days: number): number {
  let survival = 0;
  for (const { weight, mean } of components) survival += weight * powerOfStay(mean, days);
  return survival;
}

/** (1 - p)^days, where 1 - p = mean / (1 + mean). */
function powerOfStay(mean: number, days: number): number {
  if (days === 0) return 1;
  return mean === 0 ? 0 : exp(-days * log1p(1 / mean));
}

/** Beyond this many days without a decision a mixture is refused: its means are too close to tell apart. */
const LONGEST_SEARCH = 20_000;

/**
 * Whether every probability of a mixture is >= 0, for mixtures that may have negative weights. That the weights sum
 * to 1 is another question.
 *
 * Of the terms c q^j, those with negative c shrink against a positive one with a larger q from day to day. So
 * the term of the slowest component must be positive, and from the first day on which it outweighs all
 * negative terms together every probability is positive: only the days before that are looked at one by one. With two
 * components that is day 0. Probabilities are taken as 0 where they are below by no more than rounding error.
 */
export function isProbability(components: readonly LeadTimeComponent[]): boolean {
  const terms = mergeByMean(components);
  const slowest = terms[0];
  if (slowest === undefined) return false;
  if (terms.every(({ weight }) => weight > 0)) return true;
  if (slowest.weight < 0) return false;
  const sizes = terms.map(({ weight, mean }) => weight / (1 + mean));
  const stays = terms.map(({ mean }) => mean / (1 + mean));
  for (let day = 0; day <= LONGEST_SEARCH; day += 1) {
    let positive = 0;
    let negative = 0;
    for (const size of sizes) {
      if (size > 0) positive += size;
      else negative -= size;
    }
    if (sizes[0]! >= negative) return true;
    // Each size is a product of day + 1 factors that are themselves rounded.
    const rounding = 2 * (day + sizes.length + 1) * Number.EPSILON * (positive + negative);
    if (positive - negative < -rounding) return false;
    for (let k = 0; k < sizes.length; k += 1) sizes[k]! *= stays[k]!;
  }
  return false;
}

/** One term for each mean, slowest first, without those that cancel out. */
function mergeByMean(components: readonly LeadTimeComponent[]): LeadTimeComponent[] {
  const weights = new Map<number, number>();
  for (const { weight, mean } of components) weights.set(mean, (weights.get(mean) ?? 0) + weight);
  return [...weights]
    .map(([mean, weight]) => ({ weight, mean }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => b.mean - a.mean);
}
