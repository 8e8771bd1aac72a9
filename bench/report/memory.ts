import type { Peak } from '../memory.ts';
import { digits, table } from './format.ts';

export function renderMemory(keptPerDraw: number, peaks: readonly Peak[]): string {
  return `## Memory

A run keeps ${keptPerDraw.toLocaleString('en')} bytes for each draw of \`chinaJapan2025\`: arrivals, cancellations and lost revenue by month and by flow.
Nothing else it holds grows with the number of draws; each part of a run is copied to its place as it is done.

With \`keep: 'summary'\` it keeps sums and histograms. The peak of a process of its own, in MB; the mark is 300 for ten million draws,
which \`npm run bench -- --ten-million\` measures too.

${table(
  ['draws', 'peak', 'before the run', 'minutes by the clock'],
  peaks.map(({ draws, seconds, loaded, peak }) => [
    draws.toLocaleString('en'),
    digits(peak),
    digits(loaded),
    digits(seconds / 60),
  ]),
)}`;
}
