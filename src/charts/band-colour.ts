import { palette } from './palette.ts';

/** Of a number of bands, the widest first: from the lightest on. A single one has the middle colour. */
export function bandColour(index: number, count: number): string {
  return palette.bands[Math.min(palette.bands.length - 1, index + (count === 1 ? 1 : 0))]!;
}
