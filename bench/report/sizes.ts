import type { EntrySize } from '../sizes.ts';
import { table } from './format.ts';

export function renderSizes(sizes: readonly EntrySize[]): string {
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
  return `## What a page loads

All that a room exports, with all that this needs, minified and as the web sends it, in kB; the mark for the root is 60 under Brotli. What a
page does not use is left out by its bundler.

${table(
  ['room', 'minified', 'gzip', 'Brotli'],
  sizes.map(({ subpath, minified, gzip, brotli }) => [
    `\`tourism-impact${subpath.slice(1)}\``,
    kB(minified),
    kB(gzip),
    kB(brotli),
  ]),
)}`;
}
