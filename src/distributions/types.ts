/**
 * What is uncertain, as plain data. Parameters are the analyst's: mean and standard deviation are those
 * of the quantity itself, in its own unit, never of its logarithm or of a hidden shape.
 */
export type Distribution =
  | Constant
  | Uniform
  | Triangular
  | Pert
  | Normal
  | Lognormal
  | Gamma
  | Beta
  | Weibull
  | StudentT
  | Discrete
  | Empirical
  | Truncated
  | Mixture;

/** An input: a number that is taken as known, or a distribution. */
export type Quantity = number | Distribution;

/** What any distribution may say about itself, beside its parameters. */
export interface Annotations {
  /** Quantities with one `sharedAs` name are drawn from one uniform: they move together, each on its own distribution. */
  readonly sharedAs?: string;
  /**
   * Loadings on shared standard-normal factors, by name of the factor; the sum of squares is at most 1, the rest is
   * the quantity's own. Two quantities with loadings a and b on one factor have a normal-score correlation of a x b.
   */
  readonly factors?: Readonly<Record<string, number>>;
  /** Where the figures come from; shown in the table of assumptions. */
  readonly source?: string;
}

/** A number that says where it comes from. */
export interface Constant extends Annotations {
  readonly kind: 'constant';
  readonly value: number;
}
export interface Uniform extends Annotations {
  readonly kind: 'uniform';
  readonly low: number;
  readonly high: number;
}
export interface Triangular extends Annotations {
  readonly kind: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}
/** Beta on [low, high] with mean (low + 4 mode + high) / 6. */
export interface Pert extends Annotations {
  readonly kind: 'pert';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}
export interface Normal extends Annotations {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}
export interface Lognormal extends Annotations {
  readonly kind: 'lognormal';
  readonly mean: number;
  readonly sd: number;
}
export interface Gamma extends Annotations {
  readonly kind: 'gamma';
  readonly mean: number;
  readonly sd: number;
}
/** On [low, high]; by default [0, 1]. */
export interface Beta extends Annotations {
  readonly kind: 'beta';
  readonly mean: number;
  readonly sd: number;
  readonly low?: number;
  readonly high?: number;
}
export interface Weibull extends Annotations {
  readonly kind: 'weibull';
  readonly mean: number;
  readonly sd: number;
}
/** `df` above 2, so that the standard deviation exists. */
export interface StudentT extends Annotations {
  readonly kind: 'student-t';
  readonly mean: number;
  readonly sd: number;
  readonly df: number;
}
/** Values with their weights; weights need not sum to 1, equal by default. */
export interface Discrete extends Annotations {
  readonly kind: 'discrete';
  readonly values: readonly number[];
  readonly weights?: readonly number[];
}
/** A sample, drawn from continuously: linear between its order statistics (quantile type 7). */
export interface Empirical extends Annotations {
  readonly kind: 'empirical';
  readonly values: readonly number[];
}
/** Another distribution, conditioned to lie in [low, high]; a bound left out does not bind. */
export interface Truncated extends Annotations {
  readonly kind: 'truncated';
  readonly of: Distribution;
  readonly low?: number;
  readonly high?: number;
}
/** One of several distributions, with probabilities proportional to their weights. */
export interface Mixture extends Annotations {
  readonly kind: 'mixture';
  readonly of: readonly { readonly weight: number; readonly distribution: Distribution }[];
}
