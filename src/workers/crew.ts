import type { RunOptions } from '../sampling/prepare-run.ts';
import { version } from '../version.ts';
import type { DrawRange } from './draw-ranges.ts';
import { errorFromData } from './error-data.ts';
import type { StopSignal, WorkerEars, WorkerPort } from './host.ts';
import type { Answer, Done } from './messages.ts';

export interface CrewWork {
  /** In order. */
  readonly ranges: readonly DrawRange[];
  /** Plain data. */
  readonly options: RunOptions;
  readonly workers: number;
  readonly start: (ears: WorkerEars) => WorkerPort;
  readonly signal?: StopSignal | undefined;
  /** What the workers are told to do with a range. */
  readonly order: 'carry' | 'summarise';
  /** Called with each range that is done, and with the number of workers in the crew. */
  readonly onDone: (done: Done, workers: number) => void;
}

interface Member {
  readonly port: WorkerPort;
  ready: boolean;
  range: DrawRange | null;
}

/** A chunk that ends this many workers is to blame itself. */
const MOST_CRASHES = 3;

/**
 * Has workers carry ranges of draws, one range at a time each, and stops them all before it settles. Resolves with the
 * ranges that are left where no worker can be had.
 *
 * A worker that ends unasked is replaced and its range done again. An error of the model ends the run; of several, the
 * one with the lowest draws is thrown, as if the draws had been carried in order.
 *
 * @throws the reason of the signal, once it is aborted
 */
export function workInCrew({
  ranges,
  options,
  workers,
  start,
  signal,
  order,
  onDone,
}: CrewWork): Promise<readonly DrawRange[]> {
  return new Promise((resolve, reject) => {
    let waiting = [...ranges];
    const crew = new Set<Member>();
    const crashes = new Map<number, number>();
    let failure: { readonly from: number; readonly error: Error } | undefined;
    let over = false;
    const stopped: Promise<void>[] = [];
    const stop = (member: Member): void => {
      crew.delete(member);
      stopped.push(member.port.stop());
    };

    const end = (settle: () => void): void => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', abort);
      for (const member of crew) stop(member);
      Promise.all(stopped).then(settle, reject);
    };
    const abort = (): void => end(() => reject(signal?.reason));

    /** Calls into code that is not ours or may fail; whatever it throws ends the run. */
    const guard = (act: () => void): void => {
      if (over) return;
      try {
        act();
        review();
      } catch (error) {
        end(() => reject(error));
      }
    };

    const fail = (from: number, error: Error): void => {
      if (failure === undefined || from < failure.from) failure = { from, error };
      waiting = waiting.filter((range) => range.from < from);
    };

    const review = (): void => {
      for (const member of crew) {
        if (!member.ready || member.range !== null) continue;
        const range = waiting.shift();
        if (range === undefined) break;
        member.range = range;
        member.port.post({ kind: order, ...range });
      }
      if ([...crew].some(({ range }) => range !== null)) return;
      if (waiting.length > 0 && crew.size > 0) return;
      const { error } = failure ?? {};
      end(() => (error === undefined ? resolve(waiting) : reject(error)));
    };

    const hear = (member: Member, answer: Answer): void => {
      member.range = null;
      if (answer.kind === 'ready') member.ready = true;
      else if (answer.kind === 'error') fail(answer.from, errorFromData(answer.error));
      else onDone(answer, crew.size);
    };

    const lose = (member: Member, reason: string): void => {
      stop(member);
      const { range } = member;
      if (range !== null) {
        const count = (crashes.get(range.from) ?? 0) + 1;
        crashes.set(range.from, count);
        if (count < MOST_CRASHES) {
          if (failure === undefined || range.from < failure.from) waiting.unshift(range);
        } else {
          const which = `draws ${range.from} to ${range.to - 1} ended ${count} workers`;
          fail(range.from, new Error(`${which}, the last with: ${reason}`));
        }
      }
      // One that never came up would not come up the next time either.
      if (member.ready) hire();
    };

    const hire = (): void => {
      let member: Member | undefined;
      try {
        const port = start({
          answer: (answer) =>
            guard(() => {
              if (member !== undefined && crew.has(member)) hear(member, answer);
            }),
          crash: (reason) =>
            guard(() => {
              if (member !== undefined && crew.has(member)) lose(member, reason);
            }),
        });
        member = { port, ready: false, range: null };
        crew.add(member);
        port.post({ kind: 'prepare', version, options });
      } catch {
        // No worker here: what is left is resolved, and done without.
        if (member !== undefined) stop(member);
      }
    };

    signal?.addEventListener('abort', abort);
    for (let w = 0; w < workers; w++) hire();
    guard(() => {});
  });
}
