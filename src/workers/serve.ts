import { type PreparedRun, prepareRun } from '../sampling/prepare-run.ts';
import { type DrawSummary, prepareSummaries } from '../sampling/summarise-draws.ts';
import { version } from '../version.ts';
import { errorToData } from './error-data.ts';
import type { Answer, Order } from './messages.ts';

/** Sends an answer; the buffers go along without being copied. */
export type Post = (answer: Answer, buffers: ArrayBuffer[]) => void;

/** A worker's side: what to do with each order. Whatever is thrown is answered as data. */
export function serveOrders(post: Post): (order: Order) => void {
  let prepared: PreparedRun | undefined;
  let summarise: ReturnType<typeof prepareSummaries> | undefined;
  return (order) => {
    try {
      if (order.kind === 'prepare') {
        if (order.version !== version) {
          throw new Error(
            `workerUrl: the worker file is of tourism-impact ${version}, its caller of ${order.version}; ` +
              'both must be of one version',
          );
        }
        prepared = prepareRun(order.options);
        summarise = undefined;
        post({ kind: 'ready' }, []);
        return;
      }
      if (prepared === undefined)
        throw new Error('a worker was told to carry draws before a run was prepared');
      if (order.kind === 'summarise') {
        summarise ??= prepareSummaries(prepared);
        const part = summarise(order.from, order.to);
        post({ kind: 'summary', part }, buffersOf(arraysOf(part)));
        return;
      }
      const chunk = prepared.carry(order.from, order.to);
      post({ kind: 'chunk', chunk }, buffersOf(chunk.panels));
    } catch (error) {
      post({ kind: 'error', from: order.kind === 'prepare' ? 0 : order.from, error: errorToData(error) }, []);
    }
  };
}

function arraysOf({ sketches }: DrawSummary): { readonly buffer: ArrayBufferLike }[] {
  return sketches.flatMap(({ sums, sketch: { pages, replicatePages } }) => [
    sums,
    pages.octaves,
    pages.counts,
    replicatePages.octaves,
    replicatePages.counts,
  ]);
}

function buffersOf(arrays: readonly { readonly buffer: ArrayBufferLike }[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  return [...buffers];
}
