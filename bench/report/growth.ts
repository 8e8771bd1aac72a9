import type { Growth } from '../growth.ts';
import type { QuietMonth } from '../quiet.ts';
import { digits, ms, ns, show, table } from './format.ts';

export function renderGrowth(directions: readonly Growth[], { closed, byDay, ratio }: QuietMonth): string {
  return `## How the cost grows

\`simulate\` of the same work, ms; the exponent is the slope of the logarithms over the last three sizes, 1 for a cost that grows
in proportion. Flows under two advisories are carried day by day, flows under one by the closed form of their months.

${table(
  ['with', 'cost', 'exponent'],
  directions.map(({ what, points, exponent }) => [
    what,
    points.map(({ size, seconds }) => `${size.toLocaleString('en')}: ${digits(seconds / ms)}`).join(', '),
    show(exponent, 1),
  ]),
)}

A month in which nothing begins or ends takes ${show(closed, ns)} ns a draw in its closed form, sampling and tables included,
and ${show(byDay, ns)} ns in the loop over its days alone: ${show(ratio, 1)} of it (the mark is 0.25).`;
}
