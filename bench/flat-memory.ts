/* What a run with `keep: 'summary'` holds: npx tsx bench/flat-memory.ts --draws 1000000. Prints the peak of the process. */
import { parseArgs } from 'node:util';
import { chinaJapan2025 } from '../src/data/index.ts';
import { project } from '../src/index.ts';
import { simulate } from '../src/sampling/index.ts';

const { values } = parseArgs({ options: { draws: { type: 'string', default: '1000000' } } });
const started = performance.now();
const run = simulate({
  scenario: chinaJapan2025(),
  seed: 'flat memory',
  draws: Number(values.draws),
  keep: 'summary',
});
const [row] = project({ run, measure: 'revenueLost' }).rows;
const seconds = (performance.now() - started) / 1000;
console.log(
  `${run.draws} draws, ${seconds.toFixed(0)} s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, ` +
    `mean loss ${row!.mean} ± ${row!.standardError}`,
);
