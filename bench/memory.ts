import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Peak {
  readonly draws: number;
  readonly seconds: number;
  /** Megabytes of the process, once it has loaded and at its peak. */
  readonly loaded: number;
  readonly peak: number;
}

/** Runs that keep a summary, each in a process of its own. */
export function measurePeaks(sizes: readonly number[]): Peak[] {
  const program = fileURLToPath(new URL('flat-memory.ts', import.meta.url));
  return sizes.map((size) => {
    const words = ['--import', 'tsx', program, String(size)];
    const output = execFileSync(process.execPath, words, { encoding: 'utf8' });
    const [draws = NaN, seconds = NaN, loaded = NaN, peak = NaN] = output.trim().split(' ').map(Number);
    if (!(peak > 0)) throw new Error(`flat-memory.ts answered: ${output}`);
    return { draws, seconds, loaded, peak };
  });
}
