// The file that a web worker of `simulateParallel` runs.
import type { Order } from '../workers/messages.ts';
import { serveOrders } from '../workers/serve.ts';
import type { WorkerScope } from './page-types.ts';

declare const self: WorkerScope;

const serve = serveOrders((answer, buffers) => self.postMessage(answer, buffers));
self.addEventListener('message', ({ data }) => serve(data as Order));
