import { SingleBar } from 'cli-progress';

/**
 * A bar for work that reports the share that is done, with the time left, on a terminal; where the output is piped, nothing is
 * shown.
 */
export function shareBar(label: string): {
  readonly update: (done: number) => void;
  readonly stop: () => void;
} {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label} {bar} {percentage}% | {eta} s left`,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(1000, 0);
  return { update: (done) => bar.update(Math.round(1000 * done)), stop: () => bar.stop() };
}
