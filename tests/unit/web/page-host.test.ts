import { describe, expect, test } from 'vitest';
import { pageHost } from '../../../src/web/page-host.ts';
import type { PageWorker } from '../../../src/web/page-types.ts';

type Listener = (event: { data?: unknown; message?: string; preventDefault: () => void }) => void;

/** A worker as a page has it, whose events the test brings about. */
function fakeWorker(): {
  readonly worker: PageWorker;
  readonly say: (type: string, event?: object) => void;
  readonly posted: unknown[];
  readonly count: { terminated: number; prevented: number };
} {
  const listeners = new Map<string, Listener>();
  const posted: unknown[] = [];
  const count = { terminated: 0, prevented: 0 };
  return {
    worker: {
      postMessage: (message) => posted.push(message),
      terminate: () => {
        count.terminated += 1;
      },
      addEventListener: (type: string, listener: (event: never) => void) => {
        listeners.set(type, listener as Listener);
      },
    },
    say: (type, event = {}) => {
      const preventDefault = (): void => {
        count.prevented += 1;
      };
      listeners.get(type)!({ preventDefault, ...event });
    },
    posted,
    count,
  };
}

/** Starts it, and notes what is heard. */
function startFake(): ReturnType<typeof fakeWorker> & {
  heard: unknown[];
  stop: () => Promise<void>;
  post: () => void;
} {
  const fake = fakeWorker();
  const heard: unknown[] = [];
  const port = pageHost(() => fake.worker).start({
    answer: (answer) => heard.push(answer),
    crash: (reason) => heard.push(reason),
  });
  return { ...fake, heard, stop: port.stop, post: () => port.post({ kind: 'carry', from: 0, to: 1 }) };
}

describe('a web worker', () => {
  test('is posted orders, and its answers are heard', async () => {
    const { heard, posted, say, post, stop, count } = startFake();
    post();
    expect(posted).toEqual([{ kind: 'carry', from: 0, to: 1 }]);
    say('message', { data: { kind: 'ready' } });
    expect(heard).toEqual([{ kind: 'ready' }]);
    await stop();
    expect(count.terminated).toBe(1);
  });

  test('that reports an error is a crash, is ended, and does not trouble the console', () => {
    const { heard, say, count } = startFake();
    say('error', { message: 'out of memory' });
    expect(heard).toEqual(['out of memory']);
    expect(count).toEqual({ terminated: 1, prevented: 1 });
  });

  test('whose file is missing says so without words', () => {
    const { heard, say } = startFake();
    say('error');
    expect(heard).toEqual(['the worker file could not be loaded']);
  });

  test('whose answer cannot be read is a crash', () => {
    const { heard, say } = startFake();
    say('messageerror');
    expect(heard).toEqual(['an answer could not be read']);
  });
});

test('a turn lets timers and other tasks run', async () => {
  const host = pageHost(() => fakeWorker().worker);
  let ran = false;
  setTimeout(() => {
    ran = true;
  }, 0);
  for (let turn = 0; turn < 1e6 && !ran; turn++) await host.turn();
  expect(ran).toBe(true);
});
