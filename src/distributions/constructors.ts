import type {
  Beta,
  Constant,
  Discrete,
  Distribution,
  Empirical,
  Gamma,
  Lognormal,
  Mixture,
  Normal,
  Pert,
  StudentT,
  Triangular,
  Truncated,
  Uniform,
  Weibull,
} from './types.ts';

/** The fields of a kind, without the kind. */
export type Fields<Kind extends Distribution> = Omit<Kind, 'kind'>;

/**
 * A number taken as known, that can say where it comes from: `constant({ value: 0.45, source: 'JNTO 2024'
 * })`.
 */
export function constant(fields: Fields<Constant>): Constant {
  return { kind: 'constant', ...fields };
}

/** Every value from `low` to `high` alike. */
export function uniform(fields: Fields<Uniform>): Uniform {
  return { kind: 'uniform', ...fields };
}

/** Rises straight from `low` to `mode`, falls straight to `high`. */
export function triangular(fields: Fields<Triangular>): Triangular {
  return { kind: 'triangular', ...fields };
}

/** A smooth three-point estimate: beta on [low, high] with mean (low + 4 mode + high) / 6. */
export function pert(fields: Fields<Pert>): Pert {
  return { kind: 'pert', ...fields };
}

/** The bell curve; unbounded on both sides. */
export function normal(fields: Fields<Normal>): Normal {
  return { kind: 'normal', ...fields };
}

/** Positive and skewed; `mean` and `sd` are those of the quantity itself, not of its logarithm. */
export function lognormal(fields: Fields<Lognormal>): Lognormal {
  return { kind: 'lognormal', ...fields };
}

/** Positive, less skewed than the lognormal of the same mean and standard deviation. */
export function gamma(fields: Fields<Gamma>): Gamma {
  return { kind: 'gamma', ...fields };
}

/** A share: between 0 and 1, or between `low` and `high`. */
export function beta(fields: Fields<Beta>): Beta {
  return { kind: 'beta', ...fields };
}

/** A lifetime: positive, its shape found from mean and standard deviation. */
export function weibull(fields: Fields<Weibull>): Weibull {
  return { kind: 'weibull', ...fields };
}

/** The bell curve with heavier tails; `sd` is the standard deviation, so `df` is above 2. */
export function studentT(fields: Fields<StudentT>): StudentT {
  return { kind: 'student-t', ...fields };
}

/** One of several values, equally likely unless `weights` are given. */
export function discrete(fields: Fields<Discrete>): Discrete {
  return { kind: 'discrete', ...fields };
}

/** A sample, drawn from continuously (quantile type 7). */
export function empirical(fields: Fields<Empirical>): Empirical {
  return { kind: 'empirical', ...fields };
}

/** Another distribution, conditioned to lie in [low, high]. */
export function truncated(fields: Fields<Truncated>): Truncated {
  return { kind: 'truncated', ...fields };
}

/** One of several distributions, with probabilities proportional to their weights. */
export function mixture(fields: Fields<Mixture>): Mixture {
  return { kind: 'mixture', ...fields };
}
