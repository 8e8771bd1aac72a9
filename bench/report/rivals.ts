import { AGREEMENT_DRAWS, type Comparison, DRAWS, LIMIT } from '../rivals/compare.ts';
import { ms, show, table } from './format.ts';

export function renderRivals({ rivals, standings, agreements }: Comparison): string {
  const missing = rivals.flatMap((rival) => ('missing' in rival ? [rival] : []));
  const present = rivals.flatMap((rival) => ('versions' in rival ? [rival] : []));
  const lines = [
    `## Against others

Run in turn (ours, rival, ours, other rival, ours, ...), each in a process of its own, warmed up, with ${DRAWS.toLocaleString('en')} draws; a ratio is
the rival's time over the mean of ours just before and after. Below 1 the rival is faster.

\`same-work-1\` and \`same-work-3\` are the same model and the same inputs over one and three flows, written as a loop over days:
\`bench/rivals/brute-force.cpp\`, compiled for this very processor with the loop over draws vectorised, and \`bench/rivals/brute_force.py\`,
in vectors over all draws. Each keeps arrivals and cancellations by month and flow, and the loss. Ours checks the scenario, keeps every draw
addressable, gives the same bits on any engine and keeps months over all flows beside whole flows; it is timed whole.

\`one-stop\` is what Squiggle can say, which carries nothing from day to day: all trips are booked on the day of travel, so that the loss of
a month has a closed form of the length of the stop, its half-lives and its noise. \`bench/rivals/one-stop.squiggle\` keeps arrivals by month
and the loss, as ${DRAWS.toLocaleString('en')} samples each; ours takes the scenario as it takes any other, and counts cancellations too, which are none. Squiggle
reads its text in each run, as ours checks its scenario.`,
  ];
  if (present.length > 0) {
    lines.push(
      present.map(({ name, versions }) => `- ${name}: ${versions}`).join('\n'),
      table(
        ['work', 'rival', 'ratio', 'its ms', 'our ms'],
        standings.map(({ work, rival, ratio, seconds, ourSeconds }) => [
          `\`${work}\``,
          rival,
          show(ratio, 1),
          show(seconds, ms),
          show(ourSeconds, ms),
        ]),
      ),
      `That it is the same work shows in the loss, at ${AGREEMENT_DRAWS.toLocaleString('en')} draws: its 5%, 50% and 95% points may lie at most ${LIMIT} standard errors of a
difference apart. With spend 2% higher in ours, which is other work, they must not.`,
      table(
        [
          'work',
          'rival',
          'its points, trillion yen',
          'our points',
          'apart, standard errors',
          'with 2% more spend',
          'verdict',
        ],
        agreements.map(({ work, rival, theirs, ours, apart, plantedApart, agrees }) => [
          `\`${work}\``,
          rival,
          trillions(theirs.loss),
          trillions(ours.loss),
          apart.toFixed(1),
          plantedApart.toFixed(1),
          agrees ? 'same work' : 'NOT THE SAME WORK',
        ]),
      ),
    );
  }
  for (const { name, missing: why } of missing) lines.push(`${name} is left out: ${why}.`);
  return lines.join('\n\n');
}

function trillions(points: readonly number[]): string {
  return points.map((point) => (point / 1e12).toFixed(3)).join(', ');
}
