import { performance } from 'node:perf_hooks';
import { SingleBar } from 'cli-progress';

/** How far something is, shown on a terminal. */
export interface ProgressBar {
  /** `secondsLeft` where it is known; otherwise the rate so far is taken to last. */
  readonly show: (done: number, secondsLeft?: number) => void;
  /** Prints a line that stays, above the bar. */
  readonly print: (line: string) => void;
  /** Takes the bar away. */
  readonly stop: () => void;
}

/**
 * A bar with the time left, on a terminal; where the output is piped, nothing is shown. It goes to standard error, so
 * that it never stands among results.
 */
export function startBar({ total, unit }: { readonly total: number; readonly unit: string }): ProgressBar {
  const print = (line: string): void => console.log(line);
  if (!process.stderr.isTTY) return { show: () => {}, print, stop: () => {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `{bar} {percentage}% | {value} of {total} ${unit} | {left} s left`,
    hideCursor: true,
    clearOnComplete: true,
  });
  const start = performance.now();
  let at: readonly [number, { readonly left: number | string }] = [0, { left: '?' }];
  bar.start(total, ...at);
  return {
    show: (done, secondsLeft) => {
      const soFar = (performance.now() - start) / 1e3;
      const left = secondsLeft ?? (done > 0 ? (soFar * (total - done)) / done : Number.NaN);
      at = [done, { left: Number.isNaN(left) ? '?' : Math.ceil(left) }];
      bar.update(...at);
    },
    print: (line) => {
      bar.stop();
      print(line);
      bar.start(total, ...at);
    },
    stop: () => bar.stop(),
  };
}

/** The members of a list one after the other, with a bar that says how many are done. */
export function* shown<Member>(list: readonly Member[], unit: string): Generator<Member> {
  const bar = startBar({ total: list.length, unit });
  try {
    for (const [done, member] of list.entries()) {
      yield member;
      bar.show(done + 1);
    }
  } finally {
    bar.stop();
  }
}
