import type { SpeedUps } from '../workers.ts';
import { digits, show, table } from './format.ts';

export function renderWorkers({ processors, load, measured }: SpeedUps): string {
  const head = `## On two workers

\`simulateParallel\` of \`chinaJapan2025\` on one worker and on two, in turn, in seconds by the clock, the start of the workers included.
A ratio is the time of one just before and after over that of two; the mark is 1.8.`;
  if (measured.length === 0) return `${head} This machine has one processor.`;
  return `${head} ${processors} processors, load ${digits(load)}
before: where others are at work, two workers get less than two processors, and the ratio of the work, in processor seconds, tells
more: twice that is what two free processors gain at most.

${table(
  ['kept', 'draws', 'one worker', 'two workers', 'ratio', 'ratio of work', 'processors of two'],
  measured.map(({ keep, draws, one, two, ratio, workRatio, processors: had }) => [
    keep,
    draws.toLocaleString('en'),
    show(one, 1),
    show(two, 1),
    show(ratio, 1),
    show(workRatio, 1),
    show(had, 1),
  ]),
)}`;
}
