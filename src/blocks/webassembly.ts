import { binary } from './binary.generated.ts';

/** What is used of the WebAssembly interface; its types belong to hosts, and not every host has it. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Exports of `wasm/loops.ts`. Rows are addresses in bytes. */
export interface LoopsModule {
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
  readonly lookUpQuantiles: (
    table: number,
    levels: number,
    out: number,
    missing: number,
    count: number,
  ) => number;
  readonly exp: (row: number, from: number, count: number) => number;
  readonly scale: (out: number, row: number, factor: number, count: number) => void;
  readonly multiply: (out: number, row: number, count: number) => void;
  readonly add: (out: number, row: number, count: number) => void;
  readonly sumScaled: (list: number, sums: number, count: number) => void;
  readonly addProduct: (out: number, row: number, other: number, count: number) => void;
  readonly stepPaths: (
    target: number,
    excess: number,
    notBooked: number,
    lost: number,
    power: number,
    series: number,
    convolved: number,
    lags: number,
    constants: number,
    days: number,
    count: number,
  ) => void;
  readonly stepCancelling: (
    exposed: number,
    pending: number,
    wait: number,
    cancelled: number,
    power: number,
    lags: number,
    constants: number,
    count: number,
  ) => void;
  readonly begin: (told: number, count: number) => void;
  readonly turn: (told: number, list: number, count: number, from: number, to: number) => void;
  readonly putBack: (told: number, list: number, count: number) => void;
  readonly countDays: (
    daily: number,
    lost: number,
    cancelled: number,
    days: number,
    out: number,
    pitch: number,
    count: number,
  ) => void;
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
