import type { ResolvedFlow } from '../scenario/resolved.ts';
import { drawInput } from './draw-input.ts';
import { panelKey, wholeWindow } from './kept.ts';
import { type Layout, layOut, selectRows, timeAxis } from './layout.ts';
import { type Measure, measures } from './measures.ts';
import { fillPanels } from './panel.ts';
import { medianInputs, sampleInputs } from './sample-inputs.ts';
import { type Ratio, ratioOf, type SimpleMeasure, termsOf } from './terms.ts';
import type { Axis, DrawnRow, RowKey, RowsRequest, Run } from './types.ts';

/** Bytes of draws held at a time: what does not fit is computed in several passes. */
const BUDGET = 268_435_456;

const TIME_ONLY: readonly Axis[] = ['total', 'month', 'year'];

/**
 * The draws of a measure, row by row in the order of their keys. What the run has kept is read; the rest is computed
 * again, the same bits.
 *
 * Rows of a ratio whose denominator is zero in some draw or not known are left out.
 *
 * @throws RangeError where the measure cannot be split by one of the axes, or the scenario has no figures for it
 */
export function* readRows(asked: RowsRequest): Generator<DrawnRow, void, undefined> {
  refuseUnanswerable(asked);
  if (asked.run.summary !== null) {
    throw new RangeError(
      "run: expected one that keeps its draws, received one with keep: 'summary'; project, probability and tails read summaries",
    );
  }
  const request = { ...asked, run: withFigures(asked.run, asked.measure) };
  const ratio = ratioOf(request.measure);
  if (ratio === null) yield* readSums(request, request.measure as SimpleMeasure);
  else if (ratio.over === 'lastYear') yield* divideByLastYear(request, ratio);
  else if (ratio.over === 'gdp') yield* divideByGdp(request, ratio);
  else yield* divide(request, ratio, ratio.over);
}

/** Which flows a measure can be formed for, where it takes figures that a flow need not have. */
const FIGURES: Readonly<
  Partial<Record<Measure, readonly [keyof ResolvedFlow, (flow: ResolvedFlow) => boolean]>>
> = {
  guestNights: ['nights', ({ nights }) => nights !== null],
  guestNightsLost: ['nights', ({ nights }) => nights !== null],
  refunds: ['refunds', ({ refunds }) => refunds !== null],
  changeOnLastYear: ['lastYear', ({ lastYear }) => lastYear.some((arrivals) => arrivals !== null)],
};

/** The run with those flows alone that have the figures a measure takes: the others are left out, not counted as 0. */
function withFigures(run: Run, measure: Measure): Run {
  const [, hasFigures] = FIGURES[measure] ?? [];
  const flows = hasFigures === undefined ? run.scenario.flows : run.scenario.flows.filter(hasFigures);
  if (flows.length === run.scenario.flows.length) return run;
  const known = new Set(flows.map(({ id }) => id));
  return {
    ...run,
    scenario: { ...run.scenario, flows },
    plan: { ...run.plan, flows: run.plan.flows.filter(({ id }) => known.has(id)) },
    panels: new Map(),
  };
}

function* readSums(request: RowsRequest, measure: SimpleMeasure): Generator<DrawnRow, void, undefined> {
  const { run, by, months, dated, cumulative } = request;
  const { scenario, plan, draws } = run;
  const stock = measures[measure].kind === 'stock';
  if (by.every((axis) => TIME_ONLY.includes(axis))) {
    yield* foldMonths(request, monthPanel(run, measure, dated), stock);
    return;
  }
  const whole =
    months.from === scenario.calendar.months[0] && months.count === scenario.calendar.months.length;
  if (by.length === 1 && by[0] === 'flow' && whole && !cumulative) {
    const kept = run.panels.get(panelKey(measure, dated, 'flow'));
    if (kept !== undefined) {
      yield* slices(layOut(scenario, plan, by, months).rows, kept, draws);
      return;
    }
  }
  const layout = layOut(scenario, plan, by, months);
  const atOnce = Math.max(1, Math.floor(BUDGET / (8 * draws)));
  for (let from = 0; from < layout.rows.length; from += atOnce) {
    const part = selectRows(layout, from, Math.min(layout.rows.length, from + atOnce));
    yield* slices(part.rows, compute(run, part, measure, dated, stock, cumulative), draws);
  }
}

function compute(
  run: Run,
  layout: Layout,
  measure: SimpleMeasure,
  dated: 'travel' | 'made',
  stock: boolean,
  cumulative: boolean,
): Float64Array {
  const { plan, draws, sampling } = run;
  const sampler =
    sampling.kind === 'median' ? medianInputs(plan.inputs) : sampleInputs(plan.inputs, plan.key);
  return fillPanels(
    plan,
    [{ layout, terms: termsOf(measure, dated), stock, cumulative }],
    0,
    draws,
    sampler,
  )[0]!;
}

function* slices(
  rows: readonly RowKey[],
  panel: Float64Array,
  draws: number,
): Generator<DrawnRow, void, undefined> {
  for (let r = 0; r < rows.length; r++) {
    yield { key: rows[r]!, values: panel.subarray(r * draws, (r + 1) * draws) };
  }
}

/** Each month over all flows: one way of adding up for every request by time alone, kept or not. */
function monthPanel(run: Run, measure: SimpleMeasure, dated: 'travel' | 'made'): Float64Array {
  const kept = run.panels.get(panelKey(measure, dated, 'month'));
  if (kept !== undefined) return kept;
  const layout = layOut(run.scenario, run.plan, ['month'], wholeWindow(run.scenario));
  return compute(run, layout, measure, dated, measures[measure].kind === 'stock', false);
}

function* foldMonths(
  { run, by, months, cumulative }: RowsRequest,
  panel: Float64Array,
  stock: boolean,
): Generator<DrawnRow, void, undefined> {
  const { draws, scenario } = run;
  const names = scenario.calendar.months;
  const first = names.indexOf(months.from);
  const time = timeAxis(by);
  let values = new Float64Array(draws);
  for (let m = first; m < first + months.count; m++) {
    const month = panel.subarray(m * draws, (m + 1) * draws);
    if (stock) values.set(month);
    else for (let i = 0; i < draws; i++) values[i] = values[i]! + month[i]!;
    const name = binName(time, names[m]!);
    if (m + 1 < first + months.count && binName(time, names[m + 1]!) === name) continue;
    yield { key: time === undefined ? {} : { [time]: name }, values };
    values = cumulative ? values.slice() : new Float64Array(draws);
  }
}

function binName(time: Axis | undefined, month: string): string {
  return time === undefined ? '' : time === 'year' ? month.slice(0, 4) : month;
}

function* divide(
  request: RowsRequest,
  ratio: Ratio,
  over: SimpleMeasure,
): Generator<DrawnRow, void, undefined> {
  const denominators = readSums(request, over);
  for (const { key, values } of readSums(request, ratio.of)) {
    const denominator = denominators.next().value!.values;
    const quotient = quotients(values, (i) => denominator[i]!, ratio.minus);
    if (quotient !== null) yield { key, values: quotient };
  }
}

function* divideByLastYear(request: RowsRequest, ratio: Ratio): Generator<DrawnRow, void, undefined> {
  const lastYear = sumLastYear(request);
  for (const { key, values } of readSums(request, ratio.of)) {
    const denominator = lastYear.get(addressOf(request.by, key)) ?? null;
    const quotient = denominator === null ? null : quotients(values, () => denominator, ratio.minus);
    if (quotient !== null) yield { key, values: quotient };
  }
}

function addressOf(by: readonly Axis[], key: RowKey): string {
  return JSON.stringify(by.map((axis) => key[axis] ?? ''));
}

/** Arrivals of last year's months behind each row, by its address; null where one of them is not known. */
function sumLastYear({ run, by, cumulative, months }: RowsRequest): Map<string, number | null> {
  const { flows, calendar } = run.scenario;
  const first = calendar.months.indexOf(months.from);
  const time = timeAxis(by);
  const sums = new Map<string, number | null>();
  for (const { id, origin, destination, segment, sector, lastYear } of flows) {
    const traits: RowKey = { flow: id, origin, destination, segment, sector };
    for (let m = first; m < first + months.count; m++) {
      const arrivals = lastYear[m] ?? null;
      const bins = new Set<string>();
      // A running total has the month in its own period and in all later ones.
      for (let to = m; to < (cumulative ? first + months.count : m + 1); to++) {
        bins.add(binName(time, calendar.months[to]!));
      }
      for (const bin of bins) {
        const address = addressOf(by, time === undefined ? traits : { ...traits, [time]: bin });
        const sum = sums.has(address) ? sums.get(address)! : 0;
        sums.set(address, sum === null || arrivals === null ? null : sum + arrivals);
      }
    }
  }
  return sums;
}

function* divideByGdp(request: RowsRequest, ratio: Ratio): Generator<DrawnRow, void, undefined> {
  const { run, by, months, cumulative } = request;
  const { plan, scenario } = run;
  const gdp = drawInput(run, plan.gdp);
  const first = scenario.calendar.months.indexOf(months.from);
  const window = scenario.calendar.months.slice(first, first + months.count);
  const time = timeAxis(by);
  for (const { key, values } of readSums(request, ratio.of)) {
    const wanted = time === undefined ? '' : key[time]!;
    const years =
      window.filter((month) => {
        const bin = binName(time, month);
        return cumulative ? bin <= wanted : bin === wanted;
      }).length / 12;
    const quotient = quotients(values, (i) => gdp[i]! * years, ratio.minus);
    if (quotient !== null) yield { key, values: quotient };
  }
}

function quotients(values: Float64Array, over: (draw: number) => number, minus: number): Float64Array | null {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const denominator = over(i);
    if (denominator === 0) return null;
    result[i] = values[i]! / denominator - minus;
  }
  return result;
}

const MONEY_RATES: readonly string[] = ['spend', 'substitution'];

function refuseUnanswerable({ run, measure, by, cumulative, dated }: RowsRequest): void {
  const { flows, gdp } = run.scenario;
  const ratio = ratioOf(measure);
  const parts = ratio === null ? [measure as SimpleMeasure] : [ratio.of];
  if (by.includes('category')) {
    const priced = parts.every((part) =>
      termsOf(part, dated).every(({ rate }) => MONEY_RATES.includes(rate)),
    );
    if (!priced) throw new RangeError(`by: '${measure}' has no categories; only amounts of spending have`);
  }
  if (cumulative && measures[measure].kind === 'stock') {
    throw new RangeError(
      `cumulative: '${measure}' is a stock, read at the end of a period; it has no running total`,
    );
  }
  const [field, hasFigures] = FIGURES[measure] ?? [];
  if (hasFigures !== undefined && !flows.some(hasFigures)) {
    throw new RangeError(
      `measure: '${measure}' needs flows with \`${field}\`; no flow of the scenario has it`,
    );
  }
  if (measure === 'changeOnLastYear' && (by.includes('week') || by.includes('region'))) {
    throw new RangeError("by: last year's arrivals are known by month and flow, not by week or region");
  }
  if (ratio?.over === 'gdp') {
    if (gdp === null) throw new RangeError(`measure: '${measure}' needs the scenario's \`gdp\``);
    if (by.includes('week'))
      throw new RangeError(`by: '${measure}' is formed by month, year or total, not by week`);
  }
}
