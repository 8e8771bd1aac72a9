// Benchmarks: npm run bench [-- --write], npm run bench:rivals [-- --referee FILE ...]
//
// Prints what was measured; with --write, to docs/performance.md. Nothing is held to a time: machines differ, and
// this one may be busy. The exit code is 1 where a rival does not do the same work, for then its ratio means nothing.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureGrowth } from './growth.ts';
import { measureKernels, measureQuantiles, measureUniforms } from './parts.ts';
import { profileQuestions, profileRun } from './profile.ts';
import { machine, renderGrowth, renderParts, renderRivals, renderWhole } from './report.ts';
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
const sections = [machine(measure(probe, 7), load)];
const comparison = compareRivals(options.referee);
if (!options.rivals) {
  const preset = data.chinaJapan2025();
  const whole = ['chinaJapan2025', 'same-work-1'].map((scenario) => measureWhole(scenario, DRAWS));
  sections.push(
    renderWhole({
      draws: DRAWS,
      whole,
      start: measureImport(),
      kept: keptPerDraw(),
      pieces: profileRun(preset, DRAWS),
      questions: measureQuestions(DRAWS),
      answering: profileQuestions(preset, DRAWS),
    }),
    renderGrowth(measureGrowth()),
    renderParts({
      kernels: measureKernels(preset),
      plain: measureKernels(sameWork(1)),
      uniforms: measureUniforms(),
      quantiles: measureQuantiles(),
    }),
  );
}
sections.push(renderRivals(comparison));
checkSink();

const text = `${sections.join('\n\n')}\n`;
process.stdout.write(text);
if (options.write) writeFileSync(new URL('../docs/performance.md', import.meta.url), text);
if (!comparison.agreements.every(({ agrees }) => agrees)) process.exitCode = 1;
