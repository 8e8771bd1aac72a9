import { byCodeUnit, categoriesOf } from '../scenario/order.ts';
import type { ResolvedFlow, ResolvedScenario } from '../scenario/resolved.ts';
import { type Cells, monthCells, weekCells } from './cells.ts';
import type { Plan } from './plan.ts';
import type { Axis, MonthWindow, RowKey } from './types.ts';

/**
 * Which rows a table has, and where each flow's counts go. Rows stand in the order of the axes asked for; time runs
 * forward, flows and their traits stand as written, categories and regions by name.
 */
export interface Layout {
  readonly cells: Cells;
  /** Periods of the time axis, in order; one where there is no time axis. */
  readonly bins: readonly string[];
  /** Bin of each cell; -1 outside the window. */
  readonly binOfCell: Int32Array;
  readonly rows: readonly RowKey[];
  readonly byCategory: boolean;
  readonly byRegion: boolean;
  /** For each flow of the plan, the row of bin b, category c, region r at `(b * categories + c) * regions + r`; -1 for rows left out. */
  readonly rowOf: readonly Int32Array[];
}

const TIME: readonly Axis[] = ['month', 'year', 'week'];

/** The axis that time runs along, if any. */
export function timeAxis(by: readonly Axis[]): Axis | undefined {
  return by.find((axis) => TIME.includes(axis));
}

export function layOut(
  scenario: ResolvedScenario,
  plan: Plan,
  by: readonly Axis[],
  window: MonthWindow,
): Layout {
  const { calendar } = scenario;
  const time = timeAxis(by);
  const cells = time === 'week' ? weekCells(calendar) : monthCells(plan.monthStarts);
  const first = calendar.months.indexOf(window.from);
  const bins: string[] = [];
  const binOfCell = new Int32Array(cells.month.length).fill(-1);
  cells.month.forEach((month, c) => {
    if (month < first || month >= first + window.count) return;
    const name = calendar.months[month]!;
    const bin =
      time === 'week' ? cells.weeks[c]! : time === 'month' ? name : time === 'year' ? name.slice(0, 4) : '';
    // Cells run forward in time, so a bin seen before is the last one.
    if (bins[bins.length - 1] !== bin) bins.push(bin);
    binOfCell[c] = bins.length - 1;
  });

  const byCategory = by.includes('category');
  const byRegion = by.includes('region');
  const order = ranks(scenario, bins, by);
  const slots = new Map<string, RowKey>();
  const addressed = scenario.flows.map((flow) => {
    const addresses: string[] = [];
    for (const bin of bins) {
      for (const category of byCategory ? categoriesOf(flow) : ['']) {
        for (const region of byRegion ? regionsOf(flow) : ['']) {
          const parts = by.map((axis) => traitOf(axis, flow, bin, category, region));
          const address = parts.map((part, i) => order[i]!.get(part)!).join(',');
          addresses.push(address);
          if (!slots.has(address)) slots.set(address, keyOf(by, parts));
        }
      }
    }
    return { id: flow.id, addresses };
  });
  const sorted = [...slots.keys()].sort(compareAddresses);
  const rowOfAddress = new Map(sorted.map((address, row) => [address, row]));
  const rowOfFlow = new Map(
    addressed.map(({ id, addresses }) => [id, Int32Array.from(addresses, (a) => rowOfAddress.get(a)!)]),
  );
  return {
    cells,
    bins,
    binOfCell,
    rows: sorted.map((address) => slots.get(address)!),
    byCategory,
    byRegion,
    rowOf: plan.flows.map((flow) => rowOfFlow.get(flow.id)!),
  };
}

/** Region of the flows that name none, so that regions add up to the whole. */
const UNALLOCATED = 'unallocated';

function regionsOf(flow: ResolvedFlow): string[] {
  return flow.regions.length === 0 ? [UNALLOCATED] : flow.regions.map(({ region }) => region);
}

/** The layout with rows [from, to) alone. */
export function selectRows(layout: Layout, from: number, to: number): Layout {
  const move = (row: number): number => (row >= from && row < to ? row - from : -1);
  return { ...layout, rows: layout.rows.slice(from, to), rowOf: layout.rowOf.map((rows) => rows.map(move)) };
}

function traitOf(axis: Axis, flow: ResolvedFlow, bin: string, category: string, region: string): string {
  switch (axis) {
    case 'total':
      return '';
    case 'month':
    case 'year':
    case 'week':
      return bin;
    case 'category':
      return category;
    case 'region':
      return region;
    case 'flow':
      return flow.id;
    default:
      return flow[axis];
  }
}

function keyOf(by: readonly Axis[], parts: readonly string[]): RowKey {
  return Object.fromEntries(by.flatMap((axis, i) => (axis === 'total' ? [] : [[axis, parts[i]!]])));
}

/** Rank of each value an axis can take. */
function ranks(
  scenario: ResolvedScenario,
  bins: readonly string[],
  by: readonly Axis[],
): Map<string, number>[] {
  const { flows } = scenario;
  return by.map((axis) => {
    const values = ((): readonly string[] => {
      switch (axis) {
        case 'total':
          return [''];
        case 'month':
        case 'year':
        case 'week':
          return bins;
        case 'category':
          return flows.flatMap(categoriesOf).sort(byCodeUnit);
        case 'region':
          return flows.flatMap(regionsOf).sort(byCodeUnit);
        default:
          return flows.map((f) => traitOf(axis, f, '', '', ''));
      }
    })();
    return new Map([...new Set(values)].map((value, rank) => [value, rank]));
  });
}

function compareAddresses(a: string, b: string): number {
  const left = a.split(',');
  const right = b.split(',');
  for (let i = 0; i < left.length; i++) {
    const difference = Number(left[i]) - Number(right[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}
