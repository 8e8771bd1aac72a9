import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, test } from 'vitest';
import { threadHost, threadOptions } from '../../../src/node/thread-host.ts';
import type { Answer } from '../../../src/workers/messages.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'threads-'));
  return () => rmSync(directory, { recursive: true });
});

/** Starts a worker of this code and hears the first that comes of it. */
function start(code: string): {
  first: Promise<Answer | string>;
  post: () => void;
  stop: () => Promise<void>;
} {
  const file = join(directory, `${code.length}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  let tell: (what: Answer | string) => void = () => {};
  const first = new Promise<Answer | string>((resolve) => {
    tell = resolve;
  });
  const port = threadHost(() => new Worker(file, threadOptions())).start({ answer: tell, crash: tell });
  return { first, stop: port.stop, post: () => port.post({ kind: 'carry', from: 3, to: 4 }) };
}

describe('a thread', () => {
  test('answers orders', async () => {
    const { first, post, stop } = start(
      `parentPort.on('message', ({ from }) => parentPort.postMessage({ kind: 'error', from, error: {} }));`,
    );
    post();
    expect(await first).toEqual({ kind: 'error', from: 3, error: {} });
    await stop();
  });

  test.each([
    ['throws', 'throw new Error("not today");', 'not today'],
    ['ends', 'process.exit(7);', 'it ended with code 7'],
    ['has nothing to do', '', 'it ended with code 0'],
    ['is no JavaScript', 'to be or not to be', 'Unexpected'],
  ])('that %s is a crash', async (_, code, reason) => {
    expect(await start(code).first).toContain(reason);
  });

  test('is stopped in the middle of an endless loop', async () => {
    const { first, post, stop } = start(
      `parentPort.on('message', () => { parentPort.postMessage({ kind: 'ready' }); for (;;) {} });`,
    );
    post();
    expect(await first).toEqual({ kind: 'ready' });
    await stop();
    expect(process.getActiveResourcesInfo()).not.toContain('Worker');
  });
});
