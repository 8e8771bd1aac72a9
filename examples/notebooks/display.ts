/**
 * Rich display for notebooks: after `import './display.ts'`, a projection (or another table of results) as the last
 * expression of a cell shows a table, and a chart shows a picture.
 */
import { type Table, toRows } from 'tourism-impact';
import { type ChartSpec, toPng } from 'tourism-impact/charts';

const display = Symbol.for('Jupyter.display');

type Bundle = Readonly<Record<string, string>>;

/** What a value looks like in a notebook; undefined where the notebook knows best. */
export async function bundleOf(value: object): Promise<Bundle | undefined> {
  if ('$schema' in value && String(value.$schema).includes('vega-lite')) {
    const { title } = value as { readonly title?: { readonly text?: readonly string[] } };
    const png = await toPng(value as ChartSpec, { scale: 1.5 });
    return { 'image/png': base64(png), 'text/plain': `chart: ${(title?.text ?? []).join(' ')}` };
  }
  if ('kind' in value && 'rows' in value) return tableBundle(value as Table);
  return undefined;
}

/** Values of these shapes show themselves; all others are left to the notebook. */
Object.defineProperty(Object.prototype, display, {
  configurable: true,
  get(this: object): (() => Promise<Bundle | undefined>) | undefined {
    const table = 'kind' in this && 'rows' in this && Array.isArray(this.rows);
    const chart = '$schema' in this && String(this.$schema).includes('vega-lite');
    return table || chart ? () => bundleOf(this) : undefined;
  },
});

/** Columns that are no amounts of the measure. */
const unitless: readonly string[] = ['probabilityPositive', 'pairingGain', 'level'];

function tableBundle(table: Table): Bundle {
  const unit = 'unit' in table ? table.unit : 'shares';
  // Amounts of money are long: all of a table in one power of a thousand.
  const inBillions =
    unit.endsWith('prices') && table.rows.some((row) => 'mean' in row && Math.abs(row.mean) >= 1e10);
  const divisor = inBillions || (unit.endsWith('prices') && table.kind === 'comparison') ? 1e9 : 1;
  const rows = toRows(table, { digits: 3 }).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' && !unitless.includes(name)
          ? Number((value / divisor).toPrecision(3))
          : value,
      ]),
    ),
  );
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined): string =>
    typeof value === 'number'
      ? `<td style="text-align:right">${value.toLocaleString('en-US', { maximumSignificantDigits: 3 })}</td>`
      : `<td style="text-align:left;white-space:nowrap">${escapeHtml(String(value))}</td>`;
  const head = names.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${names.map((name) => cell(row[name])).join('')}</tr>`).join('\n');
  const label = 'label' in table ? table.label : 'measure' in table ? table.measure : 'Stages';
  const caption = `${label}, ${divisor === 1 ? unit : `billion ${unit}`}`;
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return {
    'text/html': `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`,
    'text/plain': `${caption}\n${lines.map((line) => line.join('\t')).join('\n')}`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
