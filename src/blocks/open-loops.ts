import type { Loops } from './loops.ts';
import { plainLoops } from './plain-loops.ts';
import { wasmLoops } from './wasm-loops.ts';
import { instantiateLoops } from './webassembly.ts';

/** Numbers in the heap that is kept: 16 MB, of which the system gives what is used. */
const KEPT = 2_097_152;

let kept: Loops | undefined;

function makeLoops(): Loops {
  const module = instantiateLoops();
  return module === null ? plainLoops(new Float64Array(KEPT)) : wasmLoops(module);
}

/**
 * Loops over a heap of at least so many numbers. The heap is one for all: what it holds is there until somebody else
 * opens it, so whoever needs it must be done within a call.
 */
export function openLoops(numbers: number): Loops {
  if (numbers > KEPT - SAMPLING) return plainLoops(new Float64Array(numbers));
  kept ??= makeLoops();
  return kept;
}

/** Numbers at the end of the kept heap that sampling has for itself. */
export const SAMPLING = 524_288;
export const SAMPLING_START: number = KEPT - SAMPLING;
