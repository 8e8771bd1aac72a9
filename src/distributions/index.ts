/**
 * What a distribution says: mean, variance, quantiles, support, and itself in words; and one from an interval with its
 * probability. `tourism-impact` has the constructors of the families.
 *
 * @packageDocumentation
 */
export { cdf, mean, quantile, support, variance } from './ask.ts';
export { describe } from './describe.ts';
export { fromInterval } from './from-interval.ts';
