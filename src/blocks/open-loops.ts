import type { Loops } from './loops.ts';
import { plainLoops } from './plain-loops.ts';

/** Numbers in the heap that is kept: 16 MB, of which the system gives what is used. */
const KEPT = 2_097_152;

let kept: Loops | undefined;

/**
 * Loops over a heap of at least so many numbers. The heap is one for all: what it holds is there until somebody else
 * opens it, so whoever needs it must be done within a call.
 */
export function openLoops(numbers: number): Loops {
  if (numbers > KEPT - SAMPLING) return plainLoops(new Float64Array(numbers));
  kept ??= plainLoops(new Float64Array(KEPT));
  return kept;
}

/** Numbers at the end of the kept heap that sampling has for itself. */
export const SAMPLING = 524_288;
export const SAMPLING_START: number = KEPT - SAMPLING;
