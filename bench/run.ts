// Benchmarks: npm run bench [-- --write], npm run bench:rivals [-- --referee FILE ...]
//
// Prints what was measured; with --write, to docs/performance.md. Nothing is held to a time: machines differ, and
// this one may be busy. The exit code is 1 where a rival does not do the same work, for then its ratio means nothing.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startBar } from '../examples/support/progress-bar.ts';
import { measureGrowth } from './growth.ts';
import { measureKernels, measureQuantiles, measureUniforms } from './parts.ts';
import { profileQuestions, profileRun } from './profile.ts';
import { renderRivals } from './report/rivals.ts';
import { machine, renderGrowth, renderParts, renderWhole } from './report/sections.ts';
import { compareRivals, DRAWS } from './rivals/compare.ts';
import { sameWork } from './rivals/same-work.ts';
import { data } from './shipped.ts';
import { checkSink, measure, probe } from './timing.ts';
import { keptPerDraw, measureImport, measureQuestions, measureWhole } from './whole.ts';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rivals: { type: 'boolean', default: false },
    referee: { type: 'string', multiple: true, default: [] },
  },
});
if (options.write && options.rivals) throw new Error('--write needs all benchmarks: leave out --rivals');

const load = loadavg()[0]!;
const bar = startBar({ total: options.rivals ? 2 : 14, unit: 'parts' });
let parts = 0;
/** Passes a part on that has been measured. */
function done<Part>(part: Part): Part {
  parts += 1;
  bar.show(parts);
  return part;
}

const sections = [machine(done(measure(probe, 7)), load)];
const comparison = done(compareRivals(options.referee));
if (!options.rivals) {
  const preset = data.chinaJapan2025();
  const whole = ['chinaJapan2025', 'same-work-1'].map((scenario) => done(measureWhole(scenario, DRAWS)));
  sections.push(
    renderWhole({
      draws: DRAWS,
      whole,
      start: done(measureImport()),
      kept: done(keptPerDraw()),
      pieces: done(profileRun(preset, DRAWS)),
      questions: done(measureQuestions(DRAWS)),
      answering: done(profileQuestions(preset, DRAWS)),
    }),
    renderGrowth(done(measureGrowth())),
    renderParts({
      kernels: done(measureKernels(preset)),
      plain: done(measureKernels(sameWork(1))),
      uniforms: done(measureUniforms()),
      quantiles: done(measureQuantiles()),
    }),
  );
}
sections.push(renderRivals(comparison));
bar.stop();
checkSink();

const text = `${sections.join('\n\n')}\n`;
process.stdout.write(text);
if (options.write) writeFileSync(new URL('../docs/performance.md', import.meta.url), text);
if (!comparison.agreements.every(({ agrees }) => agrees)) process.exitCode = 1;
