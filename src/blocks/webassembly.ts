import { binary } from './binary.generated.ts';
import type { Loops } from './loops.ts';

/** What is used of the WebAssembly interface; its types belong to hosts, and not every host has it. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Exports of `wasm/loops.ts`, which are the loops but for these. Rows are addresses in bytes. */
export interface LoopsModule extends Omit<Loops, 'heap' | 'fillUniforms' | 'exp'> {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly fillUniforms: (
    key0: number,
    key1: number,
    stream0: number,
    stream1: number,
    block: number,
    blockHigh: number,
    out: number,
    count: number,
  ) => void;
  /** Goes from a place on, in place, and stops before a pair that is beyond the ordinary: its place, or the count. */
  readonly exp: (row: number, from: number, count: number) => number;
}

/**
 * The module, made at once; null where the host has no WebAssembly, or none with vectors, or does not allow it (a
 * content security policy without `wasm-unsafe-eval`). Nothing is lost then but time.
 */
export function instantiateLoops(): LoopsModule | null {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyHost };
  if (WebAssembly === undefined) return null;
  try {
    const module = new WebAssembly.Module(bytesOf(binary));
    return new WebAssembly.Instance(module, {}).exports as LoopsModule;
  } catch {
    return null;
  }
}

/** Two hexadecimal digits a byte: longer than base 64, but what repeats stays visible to compression, and less of it is left. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}
