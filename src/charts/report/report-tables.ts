import { type Assumption, assumptions } from '../../projections/assumptions.ts';
import type { Projection, ProjectionRow } from '../../projections/types.ts';
import { splitBy } from '../frame.ts';
import { levelText, type Scaling, scaledText, scalingOf } from '../number-text.ts';
import { type HtmlColumn, htmlTable } from './html.ts';
import type { ReportFacts } from './report-facts.ts';

/** Arrivals and losses month by month. */
export function monthsTable({
  arrivalsByMonth,
  baselineByMonth,
  changeByMonth,
  lostByMonth,
}: ReportFacts): string {
  const column = (title: string, projection: Projection, scaling: Scaling): HtmlColumn<ProjectionRow> => ({
    title,
    kind: 'figure',
    cell: ({ month }) => {
      const row = projection.rows.find((candidate) => candidate.month === month);
      return row === undefined ? '–' : scaledText(row.mean, scaling);
    },
  });
  const persons = scalingFor(baselineByMonth);
  const money = scalingFor(lostByMonth);
  return htmlTable(
    `Month by month: means, and ranges that hold a share of the draws. ${inUnits('Arrivals', persons, '')}; revenue lost, gross${inUnits('', money, lostByMonth.unit)}`,
    arrivalsByMonth.rows,
    [
      { title: 'Month', kind: 'text', cell: (row) => row.month! },
      column('Without', baselineByMonth, persons),
      column('Arrivals', arrivalsByMonth, persons),
      ...rangeColumns(arrivalsByMonth, persons),
      column('Change, %', changeByMonth, { divisor: 0.01, name: '' }),
      column('Revenue lost', lostByMonth, money),
    ],
  );
}

/** Losses by an axis, the largest first. */
export function lossTable(
  losses: Projection,
  axis: 'flow' | 'region' | 'category',
  names: Readonly<Record<string, string>>,
): string {
  const rows = [...losses.rows].sort((a, b) => b.mean - a.mean);
  const scaling = scalingFor(losses);
  const title = axis.slice(0, 1).toUpperCase() + axis.slice(1);
  return htmlTable(`${splitBy(losses.label, axis)}${inUnits('', scaling, losses.unit)}`, rows, [
    { title, kind: 'text', cell: (row) => names[row[axis]!] ?? row[axis]! },
    { title: 'Mean', kind: 'figure', cell: (row) => scaledText(row.mean, scaling) },
    { title: 'Median', kind: 'figure', cell: (row) => scaledText(row.median, scaling) },
    ...rangeColumns(losses, scaling),
  ]);
}

/** One power of a thousand for all figures of a table, so that they compare. */
function scalingFor({ rows }: Projection): Scaling {
  return scalingOf(rows.reduce((most, { mean }) => Math.max(most, Math.abs(mean)), 0));
}

/** `Arrivals in thousands`, `, billion JPY at 2025 prices` */
function inUnits(what: string, { name }: Scaling, unit: string): string {
  if (what !== '') return name === '' ? what : `${what} in ${name}s`;
  return `, ${name === '' ? unit : `${name} ${unit}`}`;
}

function rangeColumns({ levels, rows }: Projection, scaling: Scaling): readonly HtmlColumn<ProjectionRow>[] {
  if (rows.every(({ intervals }) => intervals.length === 0)) return [];
  return levels.map((level) => ({
    title: levelText(level),
    kind: 'figure',
    cell: ({ intervals }) => {
      const found = intervals.find((interval) => interval.level === level);
      return found === undefined
        ? ''
        : `${scaledText(found.lower, scaling)} to ${scaledText(found.upper, scaling)}`;
    },
  }));
}

/** Inputs that differ by month or region alone make one row. */
interface Family {
  readonly name: string;
  readonly rows: readonly Assumption[];
}

export function assumptionsTable({ run }: ReportFacts): string {
  const families = new Map<string, Assumption[]>();
  for (const row of assumptions({ run })) {
    const name = row.name
      .replace(/\/baseline\/\d{4}-\d{2}$/, '/baseline/*')
      .replace(/\/regions\/[^/]+$/, '/regions/*');
    families.set(name, [...(families.get(name) ?? []), row]);
  }
  const rows = [...families].map(([name, members]): Family => ({ name, rows: members }));
  return htmlTable('Every input, its distribution and where it comes from', rows, [
    { title: 'Input', kind: 'text', cell: ({ name }) => name.replaceAll('/', '/\u200b') },
    { title: 'Distribution', kind: 'text', cell: describeFamily },
    { title: 'Unit', kind: 'text', cell: (family) => family.rows[0]!.unit },
    { title: 'Source', kind: 'text', cell: (family) => family.rows[0]!.source },
  ]);
}

function describeFamily({ rows }: Family): string {
  const [first] = rows;
  if (rows.length === 1) return first!.distribution;
  const means = rows.map(({ mean }) => mean).sort((a, b) => a - b);
  const short = (value: number): string => String(Number(value.toPrecision(4)));
  return `${rows.length} inputs, means ${short(means[0]!)} to ${short(means[means.length - 1]!)}`;
}
