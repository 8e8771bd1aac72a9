import type { Progress } from '../workers/progress.ts';

/** Shows how far a command is, and takes itself away. */
export interface CommandBar {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

/** What is used of the package cli-progress, which is loaded when it is needed and only where it is installed. */
interface CliProgress {
  readonly SingleBar: new (
    options: object,
  ) => {
    readonly start: (total: number, value: number, shown: object) => void;
    readonly update: (value: number, shown: object) => void;
    readonly stop: () => void;
  };
}

/**
 * What draws a bar with the time left on a terminal; null where the stream is no terminal, so that files and pipes hold
 * no bars, or where the package cli-progress is not installed.
 */
export async function terminalBar(stream: {
  readonly isTTY?: boolean;
}): Promise<((name: string) => CommandBar) | null> {
  if (stream.isTTY !== true) return null;
  const loaded = await loadCliProgress();
  if (loaded === null) return null;
  return (name) => {
    const format = `${name} {bar} {percentage}% | {value} of {total} draws | {left} s left`;
    const bar = new loaded.SingleBar({ stream, format, hideCursor: true, clearOnComplete: true });
    let started = false;
    return {
      show: ({ draws, drawsDone, secondsLeft }) => {
        const shown = { left: Math.ceil(secondsLeft) };
        if (started) bar.update(drawsDone, shown);
        else bar.start(draws, drawsDone, shown);
        started = true;
      },
      stop: () => bar.stop(),
    };
  };
}

async function loadCliProgress(): Promise<CliProgress | null> {
  const name: string = 'cli-progress';
  try {
    const loaded = (await import(name)) as CliProgress & { readonly default?: CliProgress };
    return loaded.default ?? loaded;
  } catch {
    return null;
  }
}
