import type { Issue } from '../errors.ts';
import { lawOf } from './families.ts';
import { probabilityWithin } from './mixture.ts';
import {
  betaParameters,
  finite,
  finiteValues,
  ordered,
  positiveLaw,
  positiveSd,
  type Report,
  soundWeights,
  threePoints,
} from './parameter-checks.ts';
import type { Distribution } from './types.ts';

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
    soundWeights(d.weights, (i) => `weights[${i}]`, 'weights', report);
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
    soundWeights(
      d.of.map(({ weight }) => weight),
      (i) => `of[${i}].weight`,
      'of',
      report,
    );
  },
};

/**
 * Everything that is wrong with the parameters of a distribution, each issue with its path under `path`.
 * The shape of the data (fields, their JSON types) is taken as checked.
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
