import { cpus } from 'node:os';
import type { Growth } from '../growth.ts';
import type { KernelCost, QuantileCost } from '../parts.ts';
import type { Shares } from '../profile.ts';
import { library } from '../shipped.ts';
import type { Spread } from '../timing.ts';
import type { QuestionCost, WholeCost } from '../whole.ts';
import { digits, ms, ns, percent, show, table, us } from './format.ts';

export function machine(probe: Spread, load: number): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `# Performance

Written by \`npm run bench -- --write\`. Times are of the processor, as medians with quartiles in brackets. They are what
one machine took on one day, and no test holds anything to them; shares and ratios travel better than seconds.

tourism-impact ${library.version} on Node ${process.versions.node}, ${processor}, ${cpus().length} cores, one used; load
${digits(load)} at the start. The yardstick of \`bench/timing.ts\`, twenty million dependent multiplications and additions, takes
${show(probe, ms)} ms: divide by it to hold times from another machine against these.`;
}

interface Whole {
  readonly draws: number;
  readonly whole: readonly WholeCost[];
  readonly start: Spread;
  readonly kept: number;
  readonly pieces: Shares;
  readonly questions: readonly QuestionCost[];
  readonly answering: Readonly<Record<string, Shares>>;
}

export function renderWhole({ draws, whole, start, kept, pieces, questions, answering }: Whole): string {
  const preset = whole[0]!;
  const perDraw = preset.warm.median / draws;
  return `## What a run takes

\`simulate\`, ${draws.toLocaleString('en')} draws, from the check of the scenario to the panels, in ms. The first call in a process is slower:
the compiler has yet to see the code.

${table(
  ['scenario', 'first call', 'later calls', 'µs a draw'],
  whole.map(({ scenario, first, warm }) => [
    `\`${scenario}\``,
    show(first, ms),
    show(warm, ms),
    show(warm, draws * us),
  ]),
)}

\`chinaJapan2025\` has three flows over 24 months; \`same-work-1\` one flow with one advisory, as [below](#against-others). A run keeps
${kept} bytes for each draw of \`chinaJapan2025\`: arrivals, cancellations and lost revenue by month and by flow. Nothing else it
holds grows with the number of draws; each part of a run is copied to its place as it is done.

Importing the package makes a fresh process ${show(start, ms)} ms slower by the clock.

## Where the time goes

\`simulate\` of \`chinaJapan2025\`, by a sampling profiler: shares of a draw's ${digits(perDraw / us)} µs.

${table(
  ['piece', 'share', 'µs a draw'],
  pieces
    .filter(({ share }) => share >= 0.001)
    .map(({ piece, share }) => [piece, percent(share), digits((share * perDraw) / us)]),
)}

## What a question takes

\`project\` on a run of \`chinaJapan2025\`, ${draws.toLocaleString('en')} draws, in ms. The first reads panels that the run keeps; what it does not keep
is computed again.

${table(
  ['question', 'rows', 'ms', 'where the time goes'],
  questions.map(({ question, rows, seconds }) => [
    question,
    String(rows),
    show(seconds, ms),
    summary(answering[question]!),
  ]),
)}`;
}

/** The larger rooms of a profile in one line: kernel and sampling as wholes. */
function summary(shares: Shares): string {
  const rooms = new Map<string, number>();
  for (const { piece, share } of shares) {
    const room = piece.split(':', 1)[0]!;
    rooms.set(room, (rooms.get(room) ?? 0) + share);
  }
  return [...rooms]
    .sort(([, a], [, b]) => b - a)
    .filter(([, share]) => share >= 0.02)
    .map(([room, share]) => `${room} ${Math.round(100 * share)}%`)
    .join(', ');
}

export function renderGrowth({ series, quiet }: Growth): string {
  return `## How the cost grows

\`simulate\` of the same work, ms; the exponent is the slope of the logarithms over the last three, 1 for a cost that grows in
proportion. Flows under two advisories are carried day by day, flows under one by the closed form of their months.

${table(
  ['with', 'cost', 'exponent'],
  series.map(({ what, points, exponent }) => [
    what,
    points.map(({ size, seconds }) => `${size}: ${digits(seconds / ms)}`).join(', '),
    exponent.toFixed(2),
  ]),
)}

A month in which nothing begins or ends takes ${digits(quiet.closed / ns)} ns a draw in its closed form, sampling and tables included, and
${digits(quiet.byDay / ns)} ns in the kernel that takes it day by day: ${percent(quiet.closed / quiet.byDay)}.`;
}

interface Parts {
  readonly kernels: readonly KernelCost[];
  readonly plain: readonly KernelCost[];
  readonly uniforms: Spread;
  readonly quantiles: readonly QuantileCost[];
}

export function renderParts({ kernels, plain, uniforms, quantiles }: Parts): string {
  return `## Pieces alone

The kernel, one draw of one flow over 24 months, its inputs drawn beforehand:

${table(
  ['flow', 'µs'],
  [
    ...kernels.map(({ flow, draw }) => [`\`chinaJapan2025\`, ${flow}`, show(draw, us)]),
    ...plain.map(({ draw }) => ['`same-work-1`', show(draw, us)]),
  ],
)}

Random words of 32 bits (Philox 4x32-10; a uniform takes two): ${digits(1e-6 / uniforms.median)} million a second, ${show(uniforms, ns)} ns each.

The inverse distribution function, one call at a random point:

${table(
  ['family', 'ns'],
  quantiles.map(({ kind, call }) => [kind, show(call, ns)]),
)}`;
}
