import type { Host } from '../../../src/workers/host.ts';
import type { Answer, Order } from '../../../src/workers/messages.ts';
import { serveOrders } from '../../../src/workers/serve.ts';

/** What becomes of an order: it is served, the worker dies of it, it is answered by an error, or never. */
export type Fate = 'serve' | 'die' | 'silence' | Extract<Answer, { kind: 'error' }>;

export interface FakeHost extends Host {
  /** Workers that were started and not stopped. */
  readonly alive: () => number;
  readonly started: () => number;
  /** Every order, in the order of arrival. */
  readonly orders: Order[];
}

/** Workers in this thread, which answer in later turns of the event loop and meet the fate they are given. */
export function fakeHost(fate: (order: Order, worker: number) => Fate = () => 'serve'): FakeHost {
  const alive = new Set<number>();
  const orders: Order[] = [];
  let started = 0;
  let clock = 0;
  return {
    now: () => {
      clock += 100;
      return clock;
    },
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    start: ({ answer, crash }) => {
      const worker = started++;
      alive.add(worker);
      const serve = serveOrders((reply) => setImmediate(() => answer(structuredClone(reply))));
      return {
        post: (order) => {
          orders.push(order);
          const outcome = fate(order, worker);
          if (outcome === 'serve') serve(structuredClone(order));
          else if (outcome === 'die') setImmediate(() => crash('it died'));
          else if (outcome !== 'silence') setImmediate(() => answer(outcome));
        },
        stop: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          alive.delete(worker);
        },
      };
    },
    alive: () => alive.size,
    started: () => started,
    orders,
  };
}
