import type { Part } from './chart-spec.ts';
import { currencyOf, scalingOf } from './number-text.ts';

/** What an axis of figures is called and how its marks are written; the figures themselves stay as they are. */
export interface ValueAxis {
  /** `Arrivals, thousand`, `Revenue, billion JPY at 2025 prices`. */
  readonly title: string;
  /** For an `axis`: the expression that writes a mark. */
  readonly labels: Part;
  /** The same for a number in an expression, such as `datum.mean`. */
  readonly text: (of: string) => string;
}

/** Figures by name, such as a flat row. */
export type Figures = Readonly<Record<string, string | number>>;

/** Puts the title of a vertical axis level, above the axis. */
export const titleOnTop: Part = {
  titleAngle: 0,
  titleAlign: 'left',
  titleAnchor: 'start',
  titleX: 0,
  titleY: -12,
};

/** The axis for figures of a unit, as large as those of the rows. Errors of figures do not count, being smaller. */
export function valueAxis(label: string, unit: string, rows: readonly Figures[]): ValueAxis {
  if (unit === 'share') return { title: `${label}, per cent`, ...written(0.01) };
  const { divisor, name } = scalingOf(largestOf(rows));
  const money = currencyOf(unit) !== '';
  const counted = [name, money || !label.toLowerCase().includes(unit) ? unit : ''].filter(
    (part) => part !== '',
  );
  return {
    title: counted.length === 0 ? label : `${label}, ${counted.join(' ')}`,
    ...written(divisor),
  };
}

function written(divisor: number): Pick<ValueAxis, 'labels' | 'text'> {
  return {
    labels: { labelExpr: `replace(format(datum.value / ${divisor}, ',.12~g'), '−', '-')` },
    text: (of) => `replace(format(${of} / ${divisor}, ',.3~r'), '−', '-')`,
  };
}

function largestOf(rows: readonly Figures[]): number {
  let most = 0;
  for (const row of rows) {
    for (const value of Object.values(row)) {
      if (typeof value === 'number') most = Math.max(most, Math.abs(value));
    }
  }
  return most;
}
