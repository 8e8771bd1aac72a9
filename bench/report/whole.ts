import type { Shares } from '../profile.ts';
import type { Start } from '../start.ts';
import type { QuestionCost, WholeCost } from '../whole.ts';
import { digits, ms, percent, show, table, us } from './format.ts';

export interface ProfiledCost extends WholeCost {
  readonly pieces: Shares;
}

export function renderWhole(draws: number, costs: readonly ProfiledCost[], start: Start): string {
  return `## What a run takes

\`simulate\`, ${draws.toLocaleString('en')} draws, from the check of the scenario to the panels, in ms. The first call in a process is slower:
the compiler has yet to see the code.

${table(
  ['scenario', 'first call', 'later calls', 'µs a draw'],
  costs.map(({ scenario, first, warm }) => [
    `\`${scenario}\``,
    show(first, ms),
    show(warm, ms),
    show(warm, draws * us),
  ]),
)}

\`chinaJapan2025\` has three flows over 24 months, whose baselines have errors that hang together; \`same-work-1\` has one flow with
one advisory, as [below](#against-others).

By the clock, importing the root makes a fresh process ${show(start.root, ms)} ms slower (the mark is 40), and asking it for the
expected loss of \`chinaJapan2025\` from ${draws.toLocaleString('en')} draws, import included, ${show(start.answer, ms)} ms.

## Where the time goes

\`simulate\`, warmed up, by a sampling profiler: shares of the time of a draw, and µs.

${renderShares(draws, costs)}`;
}

/** One row for each piece that takes a thousandth of some scenario, the largest of the first scenario on top. */
function renderShares(draws: number, costs: readonly ProfiledCost[]): string {
  const shareOf = ({ pieces }: ProfiledCost, wanted: string): number =>
    pieces.find(({ piece }) => piece === wanted)?.share ?? 0;
  const all = new Set(costs.flatMap(({ pieces }) => pieces.map(({ piece }) => piece)));
  return table(
    ['piece', ...costs.flatMap(({ scenario }) => [`\`${scenario}\``, 'µs'])],
    [...all]
      .map((piece) => ({ piece, shares: costs.map((cost) => shareOf(cost, piece)) }))
      .filter(({ shares }) => Math.max(...shares) >= 0.001)
      .map(({ piece, shares }) => [
        piece,
        ...shares.flatMap((share, c) => [
          percent(share),
          digits((share * costs[c]!.warm.median) / draws / us),
        ]),
      ]),
  );
}

export function renderQuestions(
  draws: number,
  questions: readonly QuestionCost[],
  answering: Readonly<Record<string, Shares>>,
): string {
  return `## What a question takes

\`project\` on a run of \`chinaJapan2025\`, ${draws.toLocaleString('en')} draws, in ms. The first reads panels that the run keeps; what it does not keep
is computed again: bookings by the day they are made take the loop over days, all else the closed form.

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

/** The larger rooms of a profile in one line: the forms of the kernel and sampling as wholes. */
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
