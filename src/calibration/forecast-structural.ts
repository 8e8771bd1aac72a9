import { addMonths } from '../scenario/calendar.ts';
import type { StructuralFit } from './fit-structural.ts';
import type { BaselineComponent, FittedBaseline } from './fitted-baseline.ts';
import { advanceCovariance, filterSeries } from './kalman-filter.ts';
import { semidefiniteCholesky } from './matrices.ts';
import type { FilteredState, StateSpace } from './state-space.ts';
import { layoutOf, type StructuralParameters, structuralModel } from './structural-model.ts';

/** Decimals of logarithms that are kept: a millionth of a month's arrivals. */
const DECIMALS = 1e6;

/**
 * Forecast of a fitted model as a sum of independent components. What the forecast's mean does when the parameters are
 * one standard deviation away from the fitted, along each direction of their uncertainty, is a component of its own;
 * the variances are those at the fitted parameters (averaging them too made the intervals of quiet windows too wide).
 *
 * @param names of the regressors
 */
export function forecastStructural(
  fit: StructuralFit,
  y: Float64Array,
  horizon: number,
  start: string,
  names: readonly string[],
): FittedBaseline {
  const centre = forecastAt(fit, fit.parameters, fit.state, y.length, horizon);
  const pairs = fit.around.map((pair) =>
    pair.map((parameters) =>
      forecastAt(fit, parameters, filterSeries(structuralModel(fit.shape, parameters), y), y.length, horizon),
    ),
  );
  const at = layoutOf(fit.shape);
  const order = [at.level];
  const labels = ['level'];
  const add = (place: number, label: string): void => {
    order.push(place);
    labels.push(label);
  };
  if (at.slope >= 0) add(at.slope, 'trend');
  names.forEach((name, i) => {
    add(at.coefficients + i, name);
  });
  for (let i = 0; i < fit.shape.period - 1; i++) add(at.season + i, `season/${i + 1}`);

  const components: BaselineComponent[] = [];
  const push = (name: string, loadings: Float64Array): void => {
    const rounded = Array.from(loadings, round);
    const from = rounded.findIndex((value) => value !== 0);
    if (from < 0) return;
    let end = rounded.length;
    while (rounded[end - 1] === 0) end -= 1;
    components.push({ name, from, loadings: rounded.slice(from, end) });
  };

  const n = at.size;
  const ordered = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) ordered[i * n + j] = centre.state[order[i]! * n + order[j]!]!;
  }
  const root = semidefiniteCholesky(ordered, n);
  const model = structuralModel(fit.shape, fit.parameters);
  labels.forEach((label, j) => {
    const state = new Float64Array(n);
    for (let i = 0; i < n; i++) state[order[i]!] = root[i * n + j]!;
    push(label, trace(model, state, y.length, horizon));
  });
  pairs.forEach(([above, below], i) => {
    push(
      `parameter/${i + 1}`,
      above!.mean.map((value, m) => (value - below!.mean[m]!) / 2),
    );
  });
  const path = semidefiniteCholesky(centre.path, horizon);
  for (let j = 0; j < horizon; j++) {
    push(
      `path/${addMonths(start, j)}`,
      Float64Array.from({ length: horizon }, (_, i) => path[i * horizon + j]!),
    );
  }
  const noise = Math.sqrt(centre.irregular);
  for (let m = 0; m < horizon; m++) {
    push(
      `noise/${addMonths(start, m)}`,
      Float64Array.from({ length: horizon }, (_, i) => (i === m ? noise : 0)),
    );
  }
  return { kind: 'fitted', start, logMedian: Array.from(centre.mean, round), components };
}

interface Forecast {
  readonly mean: Float64Array;
  /** Covariance of the state at the end of the history. */
  readonly state: Float64Array;
  /** Covariance over the months of what the steps after it bring. */
  readonly path: Float64Array;
  readonly irregular: number;
}

function forecastAt(
  fit: StructuralFit,
  parameters: StructuralParameters,
  state: FilteredState,
  months: number,
  horizon: number,
): Forecast {
  const model = structuralModel(fit.shape, parameters);
  const n = model.size;
  const path = new Float64Array(horizon * horizon);
  const z = new Float64Array(n);
  const V = new Float64Array(n * n);
  for (let m = 0; m < horizon; m++) {
    advanceCovariance(model, V);
    for (let i = 0; i < n; i++) V[i * n + i] = V[i * n + i]! + model.innovations[i]!;
    // Covariance of this month's state with its observation, carried on to the later months.
    model.observe(months + m, z);
    const carried = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) carried[i] = carried[i]! + V[i * n + j]! * z[j]!;
    for (let later = m; later < horizon; later++) {
      if (later > m) model.advance(carried, 0, 1);
      model.observe(months + later, z);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += z[i]! * carried[i]!;
      path[later * horizon + m] = sum;
      path[m * horizon + later] = sum;
    }
  }
  return {
    mean: trace(model, state.mean, months, horizon),
    state: state.covariance,
    path,
    irregular: model.irregular,
  };
}

/** What a state at the end of the history is worth in each month after it. */
function trace(model: StateSpace, start: Float64Array, months: number, horizon: number): Float64Array {
  const state = start.slice();
  const z = new Float64Array(model.size);
  return Float64Array.from({ length: horizon }, (_, m) => {
    model.advance(state, 0, 1);
    model.observe(months + m, z);
    let sum = 0;
    for (let i = 0; i < z.length; i++) sum += z[i]! * state[i]!;
    return sum;
  });
}

function round(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}
