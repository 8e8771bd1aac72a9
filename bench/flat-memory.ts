// What a run with `keep: 'summary'` holds: npx tsx bench/flat-memory.ts DRAWS
//
// Prints the draws, the seconds, and the peak of the process in megabytes: once it has loaded, and at the end.
import { existsSync, readFileSync } from 'node:fs';
import { data, library, sampling } from './shipped.ts';

const STATUS = '/proc/self/status';

/** What Node tells of a child counts its parent's memory too, from before the child had a program; Linux knows better. */
function peak(): number {
  const told = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8')) : null;
  return (Number(told?.[1] ?? process.resourceUsage().maxRSS) * 1024) / 1e6;
}

const draws = Number(process.argv[2] ?? 1_000_000);
const loaded = peak();
const started = performance.now();
const run = sampling.simulate({
  scenario: data.chinaJapan2025(),
  seed: 'flat memory',
  draws,
  keep: 'summary',
});
const [row] = library.project({ run, measure: 'revenueLost' }).rows;
if (!Number.isFinite(row?.mean)) throw new Error('no answer');
console.log(run.draws, (performance.now() - started) / 1e3, loaded, peak());
