/** Names of powers of a thousand, as many as make figures short. */
const powers: readonly { readonly divisor: number; readonly name: string }[] = [
  { divisor: 1e12, name: 'trillion' },
  { divisor: 1e9, name: 'billion' },
  { divisor: 1e6, name: 'million' },
];

/** How the marks of an axis are written: divided by a power of a thousand, which stands with the unit. */
export interface Scaling {
  readonly divisor: number;
  /** `''`, `'thousand'`, `'million'`, `'billion'` or `'trillion'`. */
  readonly name: string;
}

/** The scaling that leaves figures up to `largest` below 10,000. */
export function scalingOf(largest: number): Scaling {
  const size = Math.abs(largest);
  const steps = [...powers].reverse();
  const fitting = [{ divisor: 1, name: '' }, { divisor: 1e3, name: 'thousand' }, ...steps].find(
    ({ divisor }) => size < 10_000 * divisor,
  );
  return fitting ?? powers[0]!;
}

/**
 * A figure to read in a sentence, rounded to three significant digits: `31.4%` of a share, `0.872 trillion JPY` of
 * money, `3.77 million` and `612,000` of counts. `-0` and what rounds to it are `0`.
 */
export function numberText(value: number, unit: string): string {
  if (!Number.isFinite(value)) return String(value);
  if (unit === 'share') return `${fixed(rounded(100 * value))}%`;
  const money = currencyOf(unit);
  return money === '' ? countText(value) : `${amountText(value)} ${money}`;
}

/** A figure in a table or on an axis, three significant digits of it in multiples of the scaling: `866`, `1.60`. */
export function scaledText(value: number, { divisor }: Scaling): string {
  return Number.isFinite(value) ? fixed(rounded(value / divisor)) : String(value);
}

/** `JPY` of `JPY at 2025 prices`; empty where the unit is no money. */
export function currencyOf(unit: string): string {
  return /^([A-Z]{3}) at \d+ prices$/.exec(unit)?.[1] ?? '';
}

function countText(value: number): string {
  return Math.abs(rounded(value)) < 1e6 ? fixed(rounded(value)) : amountText(value);
}

function amountText(value: number): string {
  const near = rounded(value);
  const power = powers.find(({ divisor }) => Math.abs(near) >= divisor);
  return power === undefined ? fixed(near) : `${fixed(rounded(near / power.divisor))} ${power.name}`;
}

/** Three significant digits, but whole below a hundred thousandth of nothing: rounding noise is no figure. */
function rounded(value: number): number {
  return Math.abs(value) < 1e-6 ? 0 : Number(value.toPrecision(3));
}

/** Decimal text without an exponent, with commas between thousands. */
function fixed(value: number): string {
  const text = Math.abs(value) < 1e-6 ? '0' : value.toFixed(decimalsOf(value));
  const [whole, decimals] = text.split('.');
  return groupThousands(whole!) + (decimals === undefined ? '' : `.${decimals}`);
}

/** As many decimals as three significant digits have, zeros at the end too: `1.60` is more precise than `1.6`. */
function decimalsOf(value: number): number {
  let decimals = 2;
  for (let size = Math.abs(value); size >= 10 && decimals > 0; size /= 10) decimals -= 1;
  for (let size = Math.abs(value); size < 1 && decimals < 8; size *= 10) decimals += 1;
  return decimals;
}

/** `1234567` as `1,234,567`. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `a`, `a and b`, `a, b and c` */
export function listText(texts: readonly string[]): string {
  const last = texts[texts.length - 1] ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** `80%` of 0.8, free of the last binary digit. */
export function levelText(level: number): string {
  return `${Number((100 * level).toPrecision(12))}%`;
}
