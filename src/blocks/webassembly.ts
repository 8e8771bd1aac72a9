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
  readonly lookUpQuantiles: (table: number, levels: number, out: number, count: number) => number;
  readonly scale: (out: number, row: number, factor: number, count: number) => void;
  readonly multiply: (out: number, row: number, count: number) => void;
  readonly add: (out: number, row: number, count: number) => void;
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

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64, which the language itself cannot read. */
function bytesOf(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  for (let i = 0, at = 0; i < digits.length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(digits[i]!)) & 0xffffff;
    if (i % 4 > 0) bytes[at++] = (bits >> (6 - 2 * (i % 4))) & 0xff;
  }
  return bytes;
}
