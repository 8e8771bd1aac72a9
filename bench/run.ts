// Benchmarks: npm run bench [-- --write] [--ten-million] [--only SECTION ...] [--referee FILE ...]
//
// Prints what was measured; with --write, to docs/performance.md. Nothing is held to a time: machines differ, and
// this one may be busy. The exit code is 1 where a rival does not do the same work, for then its ratio means nothing.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { shown } from '../examples/support/progress-bar.ts';
import { measureGrowth } from './growth.ts';
import { measurePeaks } from './memory.ts';
import { measureKernels, measureQuantiles, measureUniforms } from './parts.ts';
import { profileQuestions, profileRun } from './profile.ts';
import { measureQuietMonth } from './quiet.ts';
import { renderGrowth } from './report/growth.ts';
import { renderMachine } from './report/machine.ts';
import { renderMemory } from './report/memory.ts';
import { renderParts } from './report/parts.ts';
import { renderRivals } from './report/rivals.ts';
import { renderSizes } from './report/sizes.ts';
import { renderQuestions, renderWhole } from './report/whole.ts';
import { renderWorkers } from './report/workers.ts';
import { compareRivals, DRAWS } from './rivals/compare.ts';
import { sameWork } from './rivals/same-work.ts';
import { data } from './shipped.ts';
import { measureSizes } from './sizes.ts';
import { measureStart } from './start.ts';
import { checkSink, measure, probe } from './timing.ts';
import { keptPerDraw, measureQuestions, measureWhole } from './whole.ts';
import { measureSpeedUps } from './workers.ts';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    'ten-million': { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    referee: { type: 'string', multiple: true, default: [] },
  },
});

const preset = data.chinaJapan2025();
const peaks = [100_000, 1_000_000, ...(options['ten-million'] ? [10_000_000] : [])];
let sameWorkEverywhere = true;

const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  whole: () =>
    renderWhole(
      DRAWS,
      [
        { ...measureWhole('chinaJapan2025', DRAWS), pieces: profileRun(preset, DRAWS) },
        { ...measureWhole('same-work-1', DRAWS), pieces: profileRun(sameWork(1), DRAWS) },
      ],
      measureStart(),
    ),
  questions: () => renderQuestions(DRAWS, measureQuestions(DRAWS), profileQuestions(preset, DRAWS)),
  rivals: () => {
    const comparison = compareRivals(options.referee);
    sameWorkEverywhere = comparison.agreements.every(({ agrees }) => agrees);
    return renderRivals(comparison);
  },
  workers: async () => renderWorkers(await measureSpeedUps()),
  growth: () => renderGrowth(measureGrowth(), measureQuietMonth()),
  memory: () => renderMemory(keptPerDraw(), measurePeaks(peaks)),
  sizes: async () => renderSizes(await measureSizes()),
  parts: () =>
    renderParts({
      kernels: { chinaJapan2025: measureKernels(preset), 'same-work-1': measureKernels(sameWork(1)) },
      uniforms: measureUniforms(),
      quantiles: measureQuantiles(),
    }),
};

const unknown = options.only.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  throw new Error(
    `--only: no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`,
  );
}
if (options.write && options.only.length > 0) throw new Error('--write needs all sections: leave out --only');
const wanted = options.only.length > 0 ? options.only : Object.keys(sections);

const parts = [renderMachine(measure(probe, 7), loadavg()[0]!)];
for (const name of shown(wanted, 'sections')) parts.push(await sections[name]!());
checkSink();

const text = `${parts.join('\n\n')}\n`;
process.stdout.write(text);
if (options.write) writeFileSync(new URL('../docs/performance.md', import.meta.url), text);
if (!sameWorkEverywhere) process.exitCode = 1;
