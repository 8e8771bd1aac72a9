import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../src/engine/types.ts';
import { type Progress, type SimulateParallelOptions, simulateParallel } from '../../src/node/index.ts';
import { project } from '../../src/projections/project.ts';
import { designs } from '../../src/random/design.ts';
import { simulate } from '../../src/sampling/simulate.ts';
import { requireFreshDist } from '../support/dist.ts';
import { root } from '../support/repository.ts';
import { richScenario } from '../support/rich-scenario.ts';
import { smallScenario } from '../support/small-scenario.ts';

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

/** The run, done by so many workers of the build and not by this thread, which were told of as they went, and are gone. */
async function onWorkers(workers: number, options: SimulateParallelOptions): Promise<Run> {
  const reports: Progress[] = [];
  const onProgress = (progress: Progress): void => {
    reports.push(progress);
  };
  const run = await simulateParallel({ ...options, workers, workerUrl: built, onProgress });
  expect(new Set(reports.map((report) => report.workers))).toEqual(new Set([workers]));
  const fractions = reports.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b));
  expect(reports.at(-1)).toMatchObject({ fraction: 1, drawsDone: run.draws, draws: run.draws });
  expect(threads()).toBe(0);
  return run;
}

describe('D2 on worker threads: the bits of one thread', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i workers', async (workers) => {
    expect(bytes(await onWorkers(workers, question))).toEqual(bytes(expected));
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

describe.each(designs)('the bits of one thread: %s', (design) => {
  // A small scenario, since each worker plans it for itself. 2,100 draws are nine pieces: each of eight workers has one.
  const small = { ...question, scenario: smallScenario, design };

  test.each([1, 2, 5, 8])('%i workers', async (workers) => {
    expect(bytes(await onWorkers(workers, small))).toEqual(bytes(simulate(small)));
  });

  test('every feature at once', async () => {
    const rich = { ...question, design };
    expect(bytes(await onWorkers(2, rich))).toEqual(bytes(simulate(rich)));
  });

  test('a summary', async () => {
    // Pieces that are summarised have 2,048 draws at least: one for each worker, and a bit.
    const summary = { ...small, draws: 10_300, keep: 'summary' } as const;
    const [there, here] = [await onWorkers(5, summary), simulate(summary)];
    for (const by of ['total', 'month', 'flow'] as const) {
      const figures = { measure: 'revenueLost', by } as const;
      expect(project({ ...figures, run: there })).toEqual(project({ ...figures, run: here }));
    }
  });

  test('a precision stops at the same draws', async () => {
    const precise = {
      ...small,
      draws: { precision: { measure: 'revenueLost', of: { quantile: 0.9 }, relative: 0.004 } },
    } as const;
    const [there, here] = [await onWorkers(2, precise), simulate(precise)];
    expect(here.draws).toBeGreaterThan(1024);
    expect(there.draws).toBe(here.draws);
    expect(bytes(there)).toEqual(bytes(here));
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
