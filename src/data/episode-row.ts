/** A record as it is stored: series by column, tuples for pairs. */
export interface EpisodeRow {
  readonly id: string;
  readonly event: string;
  readonly class: string;
  readonly onset: string;
  readonly scored: boolean;
  readonly series?: {
    readonly start: string;
    readonly values: readonly (number | null)[];
    readonly disturbed: readonly (readonly [from: string, to: string])[];
  };
  readonly falls: readonly (readonly [
    from: number,
    to: number,
    change: number,
    against: 'last-year' | 'counterfactual',
  ])[];
  readonly recovery: readonly [kind: 'by' | 'after', month: number] | null;
}
