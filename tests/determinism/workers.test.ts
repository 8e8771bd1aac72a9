import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/simulate.ts';
import type { Run } from '../../src/engine/types.ts';
import { type Progress, simulateParallel } from '../../src/node/index.ts';
import { requireFreshDist } from '../support/dist.ts';
import { root } from '../support/repository.ts';
import { richScenario } from '../support/rich-scenario.ts';

const question = { scenario: richScenario(), seed: 'threads', draws: 2100 };
const expected = simulate(question);
const built = pathToFileURL(join(root, 'dist/node/worker.js'));

let directory: string;
beforeAll(() => {
  requireFreshDist();
  directory = mkdtempSync(join(tmpdir(), 'workers-'));
  return () => rmSync(directory, { recursive: true });
});

/** A worker file that does something before the built one is loaded. */
function workerFile(name: string, before: string): string {
  const file = join(directory, `${name}.mjs`);
  writeFileSync(file, `${before}\nawait import(${JSON.stringify(built.href)});\n`);
  return pathToFileURL(file).href;
}

/** The panels, as bytes: comparing numbers one by one takes longer than drawing them. */
const bytes = ({ panels }: Run): [string, string][] =>
  [...panels].map(([key, panel]) => [key, Buffer.from(panel.buffer).toString('latin1')]);
const threads = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Worker').length;

describe('D2 on worker threads: the bits of one thread', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i workers', async (workers) => {
    const reports: Progress[] = [];
    const run = await simulateParallel({
      ...question,
      workers,
      workerUrl: built,
      onProgress: (progress) => reports.push(progress),
    });
    expect(bytes(run)).toEqual(bytes(expected));
    // Some worker did the work, and not this thread.
    expect(reports.at(-1)).toMatchObject({ fraction: 1, workers });
    expect(threads()).toBe(0);
  });

  test('another seed gives other bits', async () => {
    const run = await simulateParallel({ ...question, seed: 'other', workers: 2, workerUrl: built });
    expect(bytes(run)).not.toEqual(bytes(expected));
  });

  test('a thread that ends in the middle of a chunk: its chunk is done again', async () => {
    // A thread says that it is ready, answers with one chunk, and ends instead of giving the next. One at a time, so that no
    // chunk can meet three ends.
    const workerUrl = workerFile(
      'mortal',
      `import { parentPort } from 'node:worker_threads';
       const post = parentPort.postMessage;
       let answers = 0;
       parentPort.postMessage = (...words) => ++answers < 3 ? post.apply(parentPort, words) : process.exit(7);`,
    );
    const reports: Progress[] = [];
    const run = await simulateParallel({
      ...question,
      workers: 1,
      workerUrl,
      onProgress: (progress) => reports.push(progress),
    });
    expect(bytes(run)).toEqual(bytes(expected));
    expect(reports.at(-1)).toMatchObject({ fraction: 1, drawsDone: question.draws });
    expect(reports.at(-1)!.workers).toBeGreaterThan(0);
    expect(threads()).toBe(0);
  });

  test.each([
    ['is not there', () => pathToFileURL(join(directory, 'nowhere.js')).href],
    ['throws', () => workerFile('thrower', 'throw new Error("not today");')],
    ['has no valid address', () => 'nowhere'],
  ])('a worker file that %s: this thread does the work', async (_, workerUrl) => {
    const reports: Progress[] = [];
    const run = await simulateParallel({
      ...question,
      workers: 2,
      workerUrl: workerUrl(),
      onProgress: (progress) => reports.push(progress),
    });
    expect(bytes(run)).toEqual(bytes(expected));
    expect(new Set(reports.map(({ workers }) => workers))).toEqual(new Set([0]));
    expect(threads()).toBe(0);
  });
});

test.each([0, 1, 2])(
  'abort with %i workers returns within 100 ms, with nothing left running',
  async (workers) => {
    const stop = new AbortController();
    let aborted = 0;
    const onProgress = (): void => {
      aborted ||= performance.now();
      stop.abort();
    };
    const work = simulateParallel({
      ...question,
      draws: 1_000_000,
      workers,
      workerUrl: built,
      signal: stop.signal,
      onProgress,
    });
    await expect(work).rejects.toThrow('aborted');
    expect(performance.now() - aborted).toBeLessThan(100);
    expect(threads()).toBe(0);
  },
);
