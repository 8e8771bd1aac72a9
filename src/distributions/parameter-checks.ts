import type { IssueCode } from '../errors.ts';
import type { Distribution } from './types.ts';

/** Notes an issue with a field of the distribution in hand; `''` is the distribution itself. */
export type Report = (field: string, message: string, code?: IssueCode, expected?: string) => void;

/** True where all the fields that are there are finite numbers. */
export function finite<D extends Distribution>(
  d: D,
  fields: readonly (keyof D & string)[],
  report: Report,
): boolean {
  let sound = true;
  for (const field of fields) {
    const value = d[field];
    if (typeof value !== 'number' || Number.isFinite(value)) continue;
    report(field, `${field} is ${value}; it must be a finite number`, 'parameters', 'a finite number');
    sound = false;
  }
  return sound;
}

export function finiteValues(values: readonly number[], report: Report): boolean {
  if (values.length === 0)
    report('values', 'there are no values; give at least one', 'length', 'at least one value');
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) report(`values[${i}]`, `the value is ${value}; it must be a finite number`);
  });
  return values.length > 0 && values.every(Number.isFinite);
}

export function positiveSd(sd: number, report: Report): boolean {
  if (sd > 0) return true;
  report(
    'sd',
    `sd is ${sd}; it must be above 0. For a quantity that is taken as known, write the number itself`,
    'parameters',
    'a number above 0',
  );
  return false;
}

export function positiveLaw(
  d: Extract<Distribution, { kind: 'lognormal' | 'gamma' | 'weibull' }>,
  report: Report,
): void {
  if (!finite(d, ['mean', 'sd'], report)) return;
  const isPositive = positiveSd(d.sd, report);
  if (!(d.mean > 0)) {
    report(
      'mean',
      `mean is ${d.mean}; a ${d.kind} quantity is positive, so its mean must be above 0. For one that can be negative, use normal`,
      'parameters',
      'a number above 0',
    );
  } else if (isPositive && !(d.sd / d.mean >= LEAST_RATIO && d.sd / d.mean <= GREATEST_RATIO)) {
    report(
      'sd',
      `sd is ${d.sd / d.mean} times the mean; it must be between ${LEAST_RATIO} and ${GREATEST_RATIO} times it`,
    );
  }
}

/**
 * Beyond these ratios of sd to mean the shape of a positive law cannot be told from a point, or cannot be
 * computed.
 */
const LEAST_RATIO = 1e-7;
const GREATEST_RATIO = 1000;

export function ordered(low: number, high: number, report: Report): boolean {
  if (low < high) return true;
  report('high', `high is ${high} and low is ${low}; high must be above low`);
  return false;
}

export function threePoints(
  d: { readonly low: number; readonly mode: number; readonly high: number },
  report: Report,
): void {
  if (!ordered(d.low, d.high, report)) return;
  if (d.mode < d.low || d.mode > d.high) {
    report(
      'mode',
      `mode is ${d.mode}; it must lie from low (${d.low}) to high (${d.high})`,
      'parameters',
      `a number from ${d.low} to ${d.high}`,
    );
  }
}

export function betaParameters(d: Extract<Distribution, { kind: 'beta' }>, report: Report): void {
  const low = d.low ?? 0;
  const high = d.high ?? 1;
  const isPositive = positiveSd(d.sd, report);
  if (!ordered(low, high, report)) return;
  if (!(d.mean > low && d.mean < high)) {
    const percent =
      d.high === undefined && d.mean > 1 && d.mean <= 100 ? `; did you mean ${d.mean / 100}?` : '';
    report(
      'mean',
      `mean is ${d.mean}; it must lie between ${low} and ${high}, ends excluded${percent}`,
      'parameters',
      `a number between ${low} and ${high}`,
    );
    return;
  }
  const greatest = Math.sqrt(d.mean - low) * Math.sqrt(high - d.mean);
  if (isPositive && !(d.sd < greatest)) {
    const shown = Number(greatest.toPrecision(4));
    report(
      'sd',
      `sd is ${d.sd}; with mean ${d.mean} between ${low} and ${high} it must be below ${shown}`,
      'parameters',
      `a number below ${shown}`,
    );
  } else if (isPositive && !(d.sd >= LEAST_RATIO * (high - low))) {
    report('sd', `sd is ${d.sd}; it must be at least ${LEAST_RATIO} of the width from low to high`);
  }
}

export function soundWeights(
  weights: readonly number[],
  place: (i: number) => string,
  whole: string,
  report: Report,
): void {
  weights.forEach((weight, i) => {
    if (!Number.isFinite(weight) || weight < 0) {
      report(
        place(i),
        `the weight is ${weight}; it must be a finite number of at least 0`,
        'parameters',
        'a number >= 0',
      );
    }
  });
  if (weights.length > 0 && weights.every((weight) => weight === 0))
    report(whole, 'all weights are 0; at least one must be above 0');
}
