import type { Run } from 'tourism-impact';
import { type SimulateParallelOptions, simulateParallel } from 'tourism-impact/node';
import { startBar } from './progress-bar.ts';

/**
 * `simulateParallel`, which gives the bits of `simulate`, with a bar on a terminal that shows how far it is and how long
 * it will take.
 */
export async function simulateShown(options: SimulateParallelOptions): Promise<Run> {
  const total = typeof options.draws === 'number' ? options.draws : 10_000;
  const bar = startBar({ total, unit: 'draws' });
  try {
    return await simulateParallel({
      ...options,
      onProgress: (progress) => {
        bar.show(progress.drawsDone, progress.secondsLeft);
        options.onProgress?.(progress);
      },
    });
  } finally {
    bar.stop();
  }
}
