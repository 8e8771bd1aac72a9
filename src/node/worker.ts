// The file that a worker thread of `simulateParallel` runs.
import { parentPort } from 'node:worker_threads';
import type { Order } from '../workers/messages.ts';
import { serveOrders } from '../workers/serve.ts';

if (parentPort === null)
  throw new Error('this file is run by worker threads of simulateParallel, and by nothing else');
const port = parentPort;
const serve = serveOrders((answer, buffers) => port.postMessage(answer, buffers));
port.on('message', (order: Order) => serve(order));
