import type { Chunk } from '../engine/chunk.ts';
import type { RunOptions } from '../sampling/prepare-run.ts';
import type { DrawSummary } from '../sampling/summarise-draws.ts';
import type { ErrorData } from './error-data.ts';

/** What a worker is told. The scenario crosses as plain data, and each worker plans it for itself. */
export type Order =
  | { readonly kind: 'prepare'; readonly version: string; readonly options: RunOptions }
  /** `summarise` wants the summary of the draws in place of them. */
  | { readonly kind: 'carry' | 'summarise'; readonly from: number; readonly to: number };

/** What carried draws come to. */
export type Done =
  | { readonly kind: 'chunk'; readonly chunk: Chunk }
  | { readonly kind: 'summary'; readonly part: DrawSummary };

/** What a worker answers, once to each order. */
export type Answer =
  | { readonly kind: 'ready' }
  | Done
  /** `from` is the first draw of the chunk that failed, or 0 where the run could not be prepared. */
  | { readonly kind: 'error'; readonly from: number; readonly error: ErrorData };
