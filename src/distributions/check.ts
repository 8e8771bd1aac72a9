import type { Issue, IssueCode } from '../errors.ts';
import { lawOf } from './families.ts';
import { probabilityWithin } from './mixture.ts';
import type { Distribution } from './types.ts';

type Report = (field: string, message: string, code?: IssueCode, expected?: string) => void;

type Checks = {
  readonly [Kind in Distribution['kind']]: (d: Extract<Distribution, { kind: Kind }>, report: Report) => void;
};

const checks: Checks = {
  constant: (d, report) => {
    finite(d, ['value'], report);
  },
  uniform: (d, report) => {
    if (finite(d, ['low', 'high'], report)) ordered(d.low, d.high, report);
  },
  triangular: (d, report) => {
    if (finite(d, ['low', 'mode', 'high'], report)) threePoints(d, report);
  },
  pert: (d, report) => {
    if (finite(d, ['low', 'mode', 'high'], report)) threePoints(d, report);
  },
  normal: (d, report) => {
    if (finite(d, ['mean', 'sd'], report)) positiveSd(d.sd, report);
  },
  lognormal: positiveLaw,
  gamma: positiveLaw,
  weibull: positiveLaw,
  beta: (d, report) => {
    if (finite(d, ['mean', 'sd', 'low', 'high'], report)) betaParameters(d, report);
  },
  'student-t': (d, report) => {
    if (!finite(d, ['mean', 'sd', 'df'], report)) return;
    positiveSd(d.sd, report);
    if (!(d.df > 2)) {
      report(
        'df',
        `df is ${d.df}; it must be above 2, or there is no standard deviation`,
        'parameters',
        'a number above 2',
      );
    }
  },
  discrete: (d, report) => {
    if (!finiteValues(d.values, report) || d.weights === undefined) return;
    if (d.weights.length !== d.values.length) {
      report(
        'weights',
        `there are ${d.weights.length} weights for ${d.values.length} values; give one for each value, or none`,
        'length',
        `${d.values.length} weights`,
      );
      return;
    }
    weightsAdd(d.weights, (i) => `weights[${i}]`, 'weights', report);
  },
  empirical: (d, report) => {
    finiteValues(d.values, report);
  },
  truncated: (d, report) => {
    withoutAnnotations(d.of, 'of', report);
    if (!finite(d, ['low', 'high'], report)) return;
    if (d.low === undefined && d.high === undefined) {
      report(
        '',
        'neither low nor high is given, so nothing is cut; give a bound, or leave out truncated',
        'no-effect',
      );
    } else if (d.low !== undefined && d.high !== undefined && !(d.low < d.high)) {
      report('high', `high is ${d.high} and low is ${d.low}; high must be above low`);
    }
  },
  mixture: (d, report) => {
    if (d.of.length === 0) report('of', 'the mixture has no parts; give at least one', 'length');
    d.of.forEach(({ distribution }, i) => {
      withoutAnnotations(distribution, `of[${i}].distribution`, report);
    });
    weightsAdd(
      d.of.map(({ weight }) => weight),
      (i) => `of[${i}].weight`,
      'of',
      report,
    );
  },
};

/**
 * Everything that is wrong with the parameters of a distribution, each issue with its path under `path`. The shape of the data (fields,
 * their JSON types) is taken as checked.
 *
 * Issues of code `no-effect` are warnings: the distribution can be used, and something in it does nothing.
 */
export function distributionIssues(d: Distribution, path: string): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (field, message, code = 'parameters', expected) => {
    const place = field === '' ? path : path === '' ? field : `${path}.${field}`;
    issues.push({ code, path: place, message, ...(expected === undefined ? {} : { expected }) });
  };
  (checks[d.kind] as (d: Distribution, report: Report) => void)(d, report);
  if (d.kind === 'truncated') issues.push(...distributionIssues(d.of, inner(path, 'of')));
  if (d.kind === 'mixture') {
    d.of.forEach(({ distribution }, i) => {
      issues.push(...distributionIssues(distribution, inner(path, `of[${i}].distribution`)));
    });
  }
  // Only a distribution that is sound in itself can be asked what its bounds leave.
  if (d.kind === 'truncated' && issues.every(({ code }) => code === 'no-effect'))
    leavesProbability(d, report);
  return issues;
}

function inner(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

/** True where all the fields that are there are finite numbers. */
function finite<D extends Distribution>(
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

function finiteValues(values: readonly number[], report: Report): boolean {
  if (values.length === 0)
    report('values', 'there are no values; give at least one', 'length', 'at least one value');
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) report(`values[${i}]`, `the value is ${value}; it must be a finite number`);
  });
  return values.length > 0 && values.every(Number.isFinite);
}

function positiveSd(sd: number, report: Report): boolean {
  if (sd > 0) return true;
  report(
    'sd',
    `sd is ${sd}; it must be above 0. For a quantity that is taken as known, write the number itself`,
    'parameters',
    'a number above 0',
  );
  return false;
}

function positiveLaw(
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

/** Beyond these ratios of sd to mean the shape of a positive law cannot be told from a point, or cannot be computed. */
const LEAST_RATIO = 1e-7;
const GREATEST_RATIO = 1000;

function ordered(low: number, high: number, report: Report): boolean {
  if (low < high) return true;
  report('high', `high is ${high} and low is ${low}; high must be above low`);
  return false;
}

function threePoints(
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

function betaParameters(d: Extract<Distribution, { kind: 'beta' }>, report: Report): void {
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

function weightsAdd(
  weights: readonly number[],
  place: (i: number) => string,
  whole: string,
  report: Report,
): void {
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    if (!Number.isFinite(weight) || weight < 0) {
      report(
        place(i),
        `the weight is ${weight}; it must be a finite number of at least 0`,
        'parameters',
        'a number >= 0',
      );
    }
  });
  if (sum === 0 && weights.length > 0) report(whole, 'all weights are 0; at least one must be above 0');
}

function withoutAnnotations(d: Distribution, field: string, report: Report): void {
  for (const annotation of ['sharedAs', 'factors'] as const) {
    if (d[annotation] === undefined) continue;
    report(
      `${field}.${annotation}`,
      `${annotation} has no effect on a distribution inside another; put it on the outer one`,
      'no-effect',
    );
  }
}

function leavesProbability(d: Extract<Distribution, { kind: 'truncated' }>, report: Report): void {
  const law = lawOf(d.of);
  const low = d.low ?? -Infinity;
  const high = d.high ?? Infinity;
  const left = probabilityWithin(law, low, high);
  if (left < LEAST_PROBABILITY) {
    report(
      '',
      `the bounds leave no probability: the distribution lies from ${law.quantile(0.001)} to ${law.quantile(0.999)}, but for one draw in 500. Widen the bounds or move the distribution`,
    );
  } else if (low <= law.low && high >= law.high) {
    report('', 'the bounds lie outside the support, so nothing is cut; leave out truncated', 'no-effect');
  }
}

/** Less than this cannot be told from none: quantiles would lose their digits. */
const LEAST_PROBABILITY = 1e-280;
