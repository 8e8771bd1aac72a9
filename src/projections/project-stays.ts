import { drawInput } from '../engine/draw-input.ts';
import type { DrawnRow, Given, Measure, Run } from '../engine/types.ts';
import { readMonth } from '../scenario/calendar.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { answerRows, drawsOf, replicatesOf } from './answer.ts';
import { resolveLevels } from './levels.ts';
import { usualLevels } from './project.ts';
import { tableMeta } from './provenance.ts';
import { resolveQuestion } from './question.ts';
import { summariseCertain, summariseRow } from './summarise-row.ts';
import type { RowSummary, TableMeta } from './types.ts';

/**
 * What {@link projectStays} can count. The stock at the end of a year is counted before those leave whose year of stay
 * ends with it. Losses are the baseline's less those of the arrivals, returns of postponed travel counted when they come.
 */
export type StayMeasure =
  | 'entrants'
  | 'leavers'
  | 'stock'
  | 'stockLost'
  | 'years'
  | 'yearsLost'
  | 'revenue'
  | 'revenueLost';

const stayMeasures: Readonly<Record<StayMeasure, Counted>> = {
  entrants: { label: 'Entrants', unit: 'arrivals', of: 'arrivals' },
  leavers: { label: 'Leavers', unit: 'arrivals', of: 'arrivals' },
  stock: { label: 'Here at the end of the year', unit: 'arrivals', of: 'arrivals' },
  stockLost: { label: 'Missing at the end of the year', unit: 'arrivals', of: 'lost' },
  years: { label: 'Person-years', unit: 'person-years', of: 'arrivals' },
  yearsLost: { label: 'Person-years lost', unit: 'person-years', of: 'lost' },
  revenue: { label: 'Revenue of all years of stay', unit: 'money', of: 'arrivals' },
  revenueLost: { label: 'Revenue lost over all years of stay', unit: 'money', of: 'lost' },
};

interface Counted {
  readonly label: string;
  readonly unit: 'arrivals' | 'person-years' | 'money';
  /** Counted of those who came, or of those who would have and did not. */
  readonly of: 'arrivals' | 'lost';
}

/** What {@link projectStays} is asked. */
export interface ProjectStaysOptions {
  /** Of a scenario in which a flow has `stay`; all others are left out. */
  readonly run: Run;
  readonly measure: StayMeasure;
  /** Default `'year'`. */
  readonly by?: 'year' | 'flow' | 'total' | readonly ('year' | 'flow')[];
  /** First month of a year, 1 to 12: 4 for the academic year of Japan, which is the default. */
  readonly yearFrom?: number;
  /** As in `project`. */
  readonly levels?: readonly number[];
  /** As in `project`. */
  readonly given?: Given | readonly Given[];
}

/** The outcome of {@link projectStays}. */
export interface StayProjection {
  readonly kind: 'stays';
  readonly measure: StayMeasure;
  readonly label: string;
  readonly unit: string;
  readonly axes: readonly ('year' | 'flow')[];
  readonly where: Readonly<Record<string, never>>;
  readonly given: readonly Given[];
  readonly draws: number;
  readonly levels: readonly number[];
  /** Years are named by the calendar year in which they begin; they go on until nobody of the horizon is left. */
  readonly rows: readonly StayRow[];
  readonly meta: TableMeta;
}

export interface StayRow extends RowSummary {
  readonly year?: string;
  readonly flow?: string;
}

/**
 * Stock and flow of those who stay for years: students by academic year, with what they spend in each year of stay,
 * beyond the end of the horizon until the last who came within it has left. In every draw
 * `entrants = leavers + change in stock`.
 *
 * Those who came before the horizon are in neither stock: they are here with and without an advisory.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError for an option that cannot be, and where no flow has `stay`.
 *
 * @example
 * ```ts
 * import { type Scenario, simulate, toRows } from 'tourism-impact';
 * import { projectStays } from 'tourism-impact/projections';
 *
 * const scenario: Scenario = {
 *   prices: { currency: 'JPY', year: 2025 },
 *   calendar: { start: '2026-04-01', months: 12 },
 *   flows: [
 *     {
 *       id: 'students',
 *       origin: 'CHN',
 *       destination: 'JPN',
 *       sector: 'education',
 *       baseline: { kind: 'dated', events: [{ date: '2026-04-01', arrivals: 100 }, { date: '2026-10-01', arrivals: 40 }] },
 *       leadTime: { kind: 'quantiles', median: 120, p90: 300 },
 *       spend: 2_000_000,
 *       stay: { retention: [0.9, 0.5] },
 *     },
 *   ],
 *   advisories: [],
 * };
 * const run = simulate({ scenario, seed: 1, draws: 2 });
 * const rows = toRows(projectStays({ run, measure: 'years' }));
 * console.log(rows.map(({ year, mean }) => `${year} ${mean}`).join(', '));
 * // => 2026 120, 2027 128, 2028 72, 2029 9
 * ```
 */
export function projectStays(options: ProjectStaysOptions): StayProjection {
  expectOptions('projectStays', options, ['run', 'measure', 'by', 'yearFrom', 'levels', 'given']);
  const measures = Object.keys(stayMeasures) as StayMeasure[];
  const measure = expectName('measure', 'what can be counted of stays', options.measure, measures);
  const { label, unit, of } = stayMeasures[measure];
  const axes = resolveBy(options.by, measure);
  const yearFrom = resolveYearFrom(options.yearFrom);
  const read = (name: Measure) =>
    resolveQuestion({
      run: options.run,
      measure: name,
      by: ['flow', 'month'],
      ...(options.given === undefined ? {} : { given: options.given }),
    });
  const question = read('arrivals');
  const { run, condition } = question;
  const staying = run.plan.flows.filter(({ retention }) => retention.length > 0);
  if (staying.length === 0)
    throw outOfRange('run', 'one of a scenario in which a flow has `stay`', run.scenario.title);
  const certain = run.sampling.kind === 'median';
  const levels = resolveLevels(options.levels, usualLevels);
  const draws = drawsOf(question);
  const replicates = replicatesOf(question);
  const input = (slot: number): Float64Array => {
    const values = drawInput(run, slot);
    return condition === null ? values : Float64Array.from(condition.draws, (draw) => values[draw]!);
  };

  const persons = monthly(run, answerRows(question), draws);
  const baseline = of === 'lost' ? monthly(run, answerRows(read('baseline')), draws) : null;
  const years = yearsOf(run, yearFrom, Math.max(...staying.map(({ retention }) => retention.length)));
  const flows = run.scenario.flows.flatMap(({ id }) => {
    const planned = staying.find((flow) => flow.id === id);
    if (planned === undefined) return [];
    const amounts = planned.spend.map(({ amount }) => amount).filter((slot) => slot >= 0);
    return {
      id,
      came: persons.get(id)!,
      would: baseline?.get(id) ?? null,
      alive: survivors(planned.retention.map(input), draws),
      price: unit === 'money' ? sumOf(amounts.map(input), draws) : null,
    };
  });
  const pairs =
    axes[0] === 'flow'
      ? flows.flatMap((flow) => years.map((year) => ({ flow, year })))
      : years.flatMap((year) => flows.map((flow) => ({ flow, year })));
  const sums = new Map<
    string,
    { readonly key: Pick<StayRow, 'year' | 'flow'>; readonly values: Float64Array }
  >();
  for (const { flow, year } of pairs) {
    const key = {
      ...(axes.includes('year') ? { year: year.name } : {}),
      ...(axes.includes('flow') ? { flow: flow.id } : {}),
    };
    const name = JSON.stringify(key);
    const row = sums.get(name) ?? { key, values: new Float64Array(draws) };
    sums.set(name, row);
    addYear(measure, flow, year, row.values);
  }
  const meta = tableMeta(run);
  return {
    kind: 'stays',
    measure,
    label,
    unit: unit === 'money' ? `${meta.currency} at ${meta.year} prices` : unit,
    axes,
    where: {},
    given: condition?.given ?? [],
    draws,
    levels: certain ? [] : levels,
    rows: Array.from(sums.values(), ({ key, values }) => ({
      ...key,
      ...(certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates)),
    })),
    meta,
  };
}

interface StayingFlow {
  /** Who came in each month of the horizon, in each draw. */
  readonly came: readonly Float64Array[];
  /** Who would have come; null where no losses are asked for. */
  readonly would: readonly Float64Array[] | null;
  /** Share of the entrants who are there for a first, second ... year. */
  readonly alive: readonly Float64Array[];
  /** Spend a year; null where persons are counted. */
  readonly price: Float64Array | null;
}

/** A year: months from the start of the horizon, which may be negative. */
interface Year {
  readonly name: string;
  readonly from: number;
}

function addYear(measure: StayMeasure, flow: StayingFlow, { from }: Year, values: Float64Array): void {
  const { came, would, alive, price } = flow;
  for (let month = 0; month < came.length; month++) {
    for (let year = 0; year < alive.length; year++) {
      const share = shareOf(measure, year, month + 12 * year - from);
      if (share === 0) continue;
      const next = measure === 'leavers' ? alive[year + 1] : undefined;
      for (let i = 0; i < values.length; i++) {
        const persons = would === null ? came[month]![i]! : would[month]![i]! - came[month]![i]!;
        const counted = alive[year]![i]! - (next?.[i] ?? 0);
        values[i] = values[i]! + persons * counted * share * (price === null ? 1 : price[i]!);
      }
    }
  }
}

/** How much a year of stay counts that begins so many months after the year in question. */
function shareOf(measure: StayMeasure, yearOfStay: number, begins: number): number {
  switch (measure) {
    case 'entrants':
      return yearOfStay === 0 && begins >= 0 && begins < 12 ? 1 : 0;
    case 'leavers':
      // Who ends a year of stay at the very end of a year leaves in the next.
      return begins >= -12 && begins < 0 ? 1 : 0;
    case 'stock':
    case 'stockLost':
      return begins >= 0 && begins < 12 ? 1 : 0;
    default:
      return Math.max(0, Math.min(12, begins + 12) - Math.max(0, begins)) / 12;
  }
}

/** The years from that in which the horizon begins to the last in which anybody is there, and the one in which they leave. */
function yearsOf({ scenario }: Run, yearFrom: number, longest: number): readonly Year[] {
  const { months } = scenario.calendar;
  const first = readMonth(months[0]!)!;
  const since = (first.month - yearFrom + 12) % 12;
  const begin = first.month >= yearFrom ? first.year : first.year - 1;
  const last = months.length - 1 + 12 * (longest + 1);
  const years: Year[] = [];
  for (let from = -since; from <= last; from += 12) {
    years.push({ name: String(begin + years.length), from });
  }
  return years;
}

function monthly(
  { scenario }: Run,
  rows: Iterable<DrawnRow>,
  draws: number,
): ReadonlyMap<string, readonly Float64Array[]> {
  const { months } = scenario.calendar;
  const byFlow = new Map(
    scenario.flows.map(({ id }) => [id, months.map(() => new Float64Array(draws))] as const),
  );
  for (const { key, values } of rows) byFlow.get(key.flow!)![months.indexOf(key.month!)]!.set(values);
  return byFlow;
}

function survivors(retention: readonly Float64Array[], draws: number): readonly Float64Array[] {
  const alive = [new Float64Array(draws).fill(1)];
  for (const share of retention) {
    const before = alive[alive.length - 1]!;
    alive.push(share.map((stays, i) => before[i]! * stays));
  }
  return alive;
}

function sumOf(amounts: readonly Float64Array[], draws: number): Float64Array {
  const total = new Float64Array(draws);
  for (const amount of amounts) for (let i = 0; i < draws; i++) total[i] = total[i]! + amount[i]!;
  return total;
}

function resolveBy(by: unknown, measure: StayMeasure): readonly ('year' | 'flow')[] {
  if (by === 'total' || by === 'flow' || by === undefined || by === 'year' || Array.isArray(by)) {
    const asked: readonly unknown[] =
      by === undefined ? ['year'] : by === 'total' ? [] : Array.isArray(by) ? by : [by];
    const axes = asked.map((axis, index) =>
      expectName(`by[${index}]`, "'year' or 'flow'", axis, ['year', 'flow'] as const),
    );
    if (new Set(axes).size < axes.length) throw outOfRange('by', 'each axis once', by);
    if (stayMeasures[measure].unit === 'arrivals' && measure.startsWith('stock') && !axes.includes('year')) {
      throw outOfRange('by', `'year' among the axes: '${measure}' is a stock, read at the end of a year`, by);
    }
    return axes;
  }
  throw wrongType('by', "'year', 'flow', 'total' or a list of axes", by);
}

function resolveYearFrom(month: unknown): number {
  if (month === undefined) return 4;
  if (typeof month !== 'number') throw wrongType('yearFrom', 'a month from 1 to 12', month);
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw outOfRange('yearFrom', 'a month from 1 to 12', month);
  return month;
}
