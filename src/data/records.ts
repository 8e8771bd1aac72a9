/** Records that are stored as they are served. */

export interface AdvisoryFact {
  /** Day, or month. */
  readonly period: string;
  /** `advisory`, `refund`, `cancellations`, `flight`, `education`, `entertainment`, `diplomacy`, `easing`. */
  readonly kind: string;
  readonly fact: string;
  /** The count, for `cancellations`. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly source: string;
  readonly read: string;
  readonly quality: string;
}

export interface PublishedEstimate {
  readonly publisher: string;
  readonly date: string;
  /** `china`, `hong-kong`, `china+hong-kong`, `all`. */
  readonly scope: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string;
  readonly assumptions: string;
  readonly source: string;
  readonly read: string;
  readonly quality: string;
}

export interface Episode {
  /** Origin, destination and year: `CHN_KOR_2017`. */
  readonly id: string;
  readonly origin: string;
  readonly destination: string;
  readonly trigger: string;
  readonly instrument: string;
  /**
   * S0 dispute only; S1 fear or boycott by consumers, S1b with carriers' cuts; S2 advice in words; S3 stop of tour
   * sales; S4 advice that voids insurance; S5 closed flights or borders; H quake, disease, terror, unrest.
   */
  readonly class: string;
  readonly onset: string;
  /** End or first easing; null where there was none, or none dated. */
  readonly easing: string | null;
  /** Deepest change on the year before, as a share. */
  readonly peakChangeYearOnYear: number | null;
  /** Deepest change on what would have come, where it was worked out. */
  readonly fallOnCounterfactual: number | null;
  /** Months until 90% of the former level; null for a bound that is not known (second: still below when last seen). */
  readonly monthsTo90Percent: readonly (number | null)[];
  /** Months for half the gap to close after the trough, low and high. */
  readonly halfLifeMonths: readonly (number | null)[];
  readonly source: string;
  /** A best, to C. */
  readonly quality: string;
}
