import type { Distribution, Quantity } from './types.ts';

type Describers = {
  readonly [Kind in Distribution['kind']]: (d: Extract<Distribution, { kind: Kind }>) => string;
};

const describers: Describers = {
  constant: (d) => figure(d.value),
  uniform: (d) => `uniform, ${interval(d.low, d.high)}`,
  triangular: (d) => `triangular, ${interval(d.low, d.high)}, mode ${figure(d.mode)}`,
  pert: (d) => `PERT, ${interval(d.low, d.high)}, mode ${figure(d.mode)}`,
  normal: (d) => `normal, ${moments(d)}`,
  lognormal: (d) => `lognormal, ${moments(d)}`,
  gamma: (d) => `gamma, ${moments(d)}`,
  beta: (d) =>
    d.low === undefined && d.high === undefined
      ? `beta, ${moments(d)}`
      : `beta, ${moments(d)}, ${interval(d.low ?? 0, d.high ?? 1)}`,
  weibull: (d) => `Weibull, ${moments(d)}`,
  'student-t': (d) => `Student's t, ${moments(d)}, df ${figure(d.df)}`,
  discrete: (d) => {
    const weights = d.weights;
    return weights === undefined
      ? `one of ${list(d.values.map(figure))}`
      : `one of ${list(d.values.map((value, i) => `${figure(value)} (${share(weights[i] ?? 0, weights)})`))}`;
  },
  empirical: (d) =>
    `sample of ${d.values.length}, ${interval(
      d.values.reduce((one, other) => Math.min(one, other), Infinity),
      d.values.reduce((one, other) => Math.max(one, other), -Infinity),
    )}`,
  truncated: (d) => `${describe(d.of)}; ${bounds(d.low, d.high)}`,
  mixture: (d) => {
    const weights = d.of.map(({ weight }) => weight);
    return `mixture of ${list(
      d.of.map(({ weight, distribution }) => `${share(weight, weights)} ${describe(distribution)}`),
      '; ',
    )}`;
  },
};

/**
 * A quantity in words, for tables of assumptions: `0.35`, `beta, mean 0.57, sd 0.13`. Figures to six
 * significant digits.
 */
export function describe(q: Quantity): string {
  if (typeof q === 'number') return figure(q);
  return (describers[q.kind] as (d: Distribution) => string)(q);
}

function figure(x: number): string {
  return String(Number(x.toPrecision(6)));
}

function moments(d: { readonly mean: number; readonly sd: number }): string {
  return `mean ${figure(d.mean)}, sd ${figure(d.sd)}`;
}

function interval(low: number, high: number): string {
  return `${figure(low)} to ${figure(high)}`;
}

function bounds(low: number | undefined, high: number | undefined): string {
  if (low === undefined) return high === undefined ? 'not cut' : `at most ${figure(high)}`;
  return high === undefined ? `at least ${figure(low)}` : `cut to ${interval(low, high)}`;
}

function share(weight: number, weights: readonly number[]): string {
  const total = weights.reduce((sum, other) => sum + other, 0);
  return `${Number(((100 * weight) / total).toPrecision(3))}%`;
}

/** The first few of a list, and how many more there are. */
function list(items: readonly string[], separator: string = ', '): string {
  const shown = items.slice(0, 6).join(separator);
  return items.length > 6 ? `${shown}${separator}and ${items.length - 6} more` : shown;
}
