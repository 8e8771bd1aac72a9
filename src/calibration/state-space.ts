/**
 * A linear Gaussian state space model with one observation a step:
 *
 *     y(t) = z(t)' a(t) + e(t),         e ~ N(0, irregular)
 *     a(t + 1) = T a(t) + h(t),         h ~ N(0, diag(innovations))
 *
 * Matrices are row by row in one `Float64Array`.
 */
export interface StateSpace {
  readonly size: number;
  /** Writes z(t). */
  readonly observe: (t: number, z: Float64Array) => void;
  /** Takes the vector at `offset`, `offset + stride` ... through T, in place. */
  readonly advance: (vector: Float64Array, offset: number, stride: number) => void;
  readonly irregular: number;
  readonly innovations: Float64Array;
  readonly initial: {
    readonly mean: Float64Array;
    /** Proper variance of each element. */
    readonly variance: Float64Array;
    /** 1 where nothing is known of the element beforehand, else 0. */
    readonly diffuse: Float64Array;
  };
}

/** What is known of the state after the last observation, before the step to the next. */
export interface FilteredState {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** Diffuse log likelihood: terms of the observations that only served to find the diffuse elements count as in Durbin and Koopman. */
  readonly logLikelihood: number;
  /** Standardised one-step errors; NaN where there was no observation, or it went into the diffuse elements. */
  readonly errors: Float64Array;
  /** Whether every diffuse element was found. */
  readonly determined: boolean;
}
