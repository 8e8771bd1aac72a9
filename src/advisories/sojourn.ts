import type { Law } from '../distributions/law.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';

/**
 * One stay in a stage. Its hazard h is that of a distribution with cumulative hazard H = -log S; a factor m makes the
 * hazard m h. The stay that would have lasted `ordinary` days ends when the cumulative hazard under the factors comes
 * to H(ordinary): which has the right law, since H of a draw is exponential (proportional hazards; Cox 1972, Journal of
 * the Royal Statistical Society B 34).
 */
export interface Sojourn {
  readonly law: Law;
  /** Days it lasts where every factor is 1. */
  readonly ordinary: number;
  /** Cumulative hazard still to come; NaN as long as every factor was 1, when `ordinary` says all. */
  left: number;
}

/**
 * The age in days at which the stay ends, where that is after `age` and not after `until`, under one factor in
 * between; else infinity, and the sojourn is carried on to `until`. Call for successive stretches, from age 0 on.
 *
 * A stay past the longest that its distribution knows, held there by a factor of 0, ends as soon as it may.
 */
export function endOfStay(sojourn: Sojourn, age: number, until: number, factor: number): number {
  const { law, ordinary } = sojourn;
  if (Number.isNaN(sojourn.left)) {
    if (factor === 1) return ordinary <= until ? ordinary : Infinity;
    sojourn.left = hazardBetween(law.survival(age), law.survival(ordinary));
  }
  if (factor === 0) return Infinity;
  const alive = law.survival(age);
  const surviving = alive * exp(-sojourn.left / factor);
  const end = alive === 0 ? age : surviving > 0 ? law.upperQuantile(surviving) : law.high;
  if (end <= until) return Math.max(age, end);
  sojourn.left = Math.max(0, sojourn.left - factor * hazardBetween(alive, law.survival(until)));
  return Infinity;
}

function hazardBetween(aliveBefore: number, aliveAfter: number): number {
  return aliveAfter === 0 ? Infinity : log(aliveBefore) - log(aliveAfter);
}
