import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Run } from '../../../src/engine/types.ts';
import { ScenarioError } from '../../../src/errors.ts';
import { project, tails } from '../../../src/index.ts';
import { simulate as simulateSampled } from '../../../src/sampling/simulate.ts';
import type { Host } from '../../../src/workers/host.ts';
import type { Order } from '../../../src/workers/messages.ts';
import type { Progress } from '../../../src/workers/progress.ts';
import { simulateInWorkers } from '../../../src/workers/simulate-in-workers.ts';
import { smallScenario as scenario } from '../../support/small-scenario.ts';
import { type FakeHost, type Fate, fakeHost } from './fake-host.ts';

const draws = 2000;
const seed = 'workers';
const options = { scenario, seed, draws };
const expected = simulate(options);

const panels = (run: Run): [string, Float64Array][] => [...run.panels];
const on = (host: Host): Host & { processors: number } => ({ ...host, processors: 2 });
const carries = (order: Order, from: number): boolean => order.kind !== 'prepare' && order.from === from;
/** Dies of the chunk from draw 512 as often as told. */
function dieOf512(times: number): () => (order: Order) => Fate {
  return () => {
    let left = times;
    return (order) => {
      if (!carries(order, 512) || left === 0) return 'serve';
      left -= 1;
      return 'die';
    };
  };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  );
}

describe('the run is that of simulate, and no worker is left', () => {
  const dies: (order: Order, worker: number) => Fate = (_, worker) => (worker === 0 ? 'die' : 'serve');
  const hosts: [string, () => FakeHost, number][] = [
    ['all is well', () => fakeHost(), 3],
    ['more workers than chunks', () => fakeHost(), 64],
    ['a worker dies of a chunk, twice', () => fakeHost(dieOf512(2)()), 3],
    ['one worker never comes up', () => fakeHost(dies), 2],
    ['no worker comes up', () => fakeHost(() => 'die'), 2],
    ['no worker is wanted', () => fakeHost(), 0],
  ];
  test.each(hosts)('%s', async (_, make, workers) => {
    const host = make();
    const run = await simulateInWorkers({ ...options, workers }, on(host));
    expect(panels(run)).toEqual(panels(expected));
    expect({ ...run, panels: null }).toEqual({ ...expected, panels: null });
    expect(host.alive()).toBe(0);
  });

  test('workers cannot even be made', async () => {
    const host = fakeHost();
    const start = (): never => {
      throw new Error('no such file');
    };
    const run = await simulateInWorkers({ ...options, workers: 2 }, on({ ...host, start }));
    expect(panels(run)).toEqual(panels(expected));
  });

  test.each(['random', 'sobol'] as const)('a summary, %s, is made by the workers', async (design) => {
    const asked = { ...options, draws: 6000, design, keep: 'summary' } as const;
    const answers = (run: Run) => [
      project({ run, measure: 'revenueLost', by: 'month' }).rows,
      tails({ run, measure: 'arrivalsLost' }).rows,
    ];
    let left = 1;
    const host = fakeHost((order) => (carries(order, 2048) && left-- > 0 ? 'die' : 'serve'));
    const run = await simulateInWorkers({ ...asked, workers: 3 }, on(host));
    expect(answers(run)).toEqual(answers(simulateSampled(asked)));
    expect(host.orders.filter(({ kind }) => kind !== 'prepare').map(({ kind }) => kind)).toEqual(
      Array(4).fill('summarise'),
    );
  });

  test('a dead worker is replaced, one that never came up is not', async () => {
    const replaced = fakeHost(dieOf512(1)());
    await simulateInWorkers({ ...options, workers: 2 }, on(replaced));
    expect(replaced.started()).toBe(3);
    const stillborn = fakeHost(dies);
    await simulateInWorkers({ ...options, workers: 2 }, on(stillborn));
    expect(stillborn.started()).toBe(2);
  });
});

describe('errors', () => {
  const rangeError = (from: number): Fate => ({
    kind: 'error',
    from,
    error: { name: 'RangeError', message: `draw ${from} is odd` },
  });

  test('a scenario that cannot be run starts no worker', async () => {
    const host = fakeHost();
    const error = await failure(
      simulateInWorkers({ ...options, scenario: { ...scenario, flows: [] } }, on(host)),
    );
    expect(error).toBeInstanceOf(ScenarioError);
    expect(host.started()).toBe(0);
  });

  test.each([
    [{ workers: 1.5 }, 'workers: expected a whole number from 0 to 64, received 1.5'],
    [{ workers: -1 }, 'workers: expected a whole number from 0 to 64, received -1'],
    [{ draws: 0 }, 'draws: expected a whole number from 1 to 100000000, received 0'],
    [{ worker: 2 }, '"workers"'],
  ])('%j is refused', async (wrong, message) => {
    const error = await failure(simulateInWorkers({ ...options, ...wrong }, on(fakeHost())));
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toContain(message);
  });

  test('of several errors the first draw counts, in whatever order they come', async () => {
    // The chunk from 256 fails when those from 512 and 768 have failed already, after its worker died of it once.
    let died = false;
    const host = fakeHost((order) => {
      if (order.kind !== 'carry') return 'serve';
      if (order.from === 512 || order.from === 768) return rangeError(order.from);
      if (order.from !== 256) return 'serve';
      if (died) return rangeError(256);
      died = true;
      return 'die';
    });
    const error = await failure(simulateInWorkers({ ...options, workers: 4 }, on(host)));
    expect(error).toBeInstanceOf(RangeError);
    expect((error as Error).message).toBe('draw 256 is odd');
    expect(host.alive()).toBe(0);
    expect(host.orders.some((order) => carries(order, 1792))).toBe(false);
  });

  test('a chunk that ends every worker ends the run', async () => {
    const host = fakeHost(dieOf512(99)());
    const error = await failure(simulateInWorkers({ ...options, workers: 2 }, on(host)));
    expect((error as Error).message).toBe('draws 512 to 767 ended 3 workers, the last with: it died');
    expect(host.alive()).toBe(0);
  });

  test('a worker file of another version is refused', async () => {
    const host = fakeHost();
    const other: Host = {
      ...host,
      start: (ears) => {
        const port = host.start(ears);
        return { ...port, post: (order) => port.post({ ...order, version: '0.0.1' } as Order) };
      },
    };
    const error = await failure(simulateInWorkers({ ...options, workers: 2 }, on(other)));
    expect((error as Error).message).toContain('its caller of 0.0.1');
    expect(host.alive()).toBe(0);
  });

  test.each([0, 2])('what onProgress throws ends the run, with %i workers', async (workers) => {
    const host = fakeHost();
    const onProgress = (): void => {
      throw new TypeError('no paper in the printer');
    };
    const error = await failure(simulateInWorkers({ ...options, workers, onProgress }, on(host)));
    expect(String(error)).toBe('TypeError: no paper in the printer');
    expect(host.alive()).toBe(0);
  });
});

describe('abort', () => {
  test('before the start: nothing is started', async () => {
    const host = fakeHost();
    const reason = new Error('never mind');
    const error = await failure(
      simulateInWorkers({ ...options, signal: AbortSignal.abort(reason) }, on(host)),
    );
    expect(error).toBe(reason);
    expect(host.started()).toBe(0);
  });

  test.each([0, 1, 3])('in mid-run with %i workers: nothing is left', async (workers) => {
    const host = fakeHost();
    const stop = new AbortController();
    const reason = new Error('enough');
    const seen: number[] = [];
    const onProgress = ({ fraction }: Progress): void => {
      seen.push(fraction);
      stop.abort(reason);
    };
    const error = await failure(
      simulateInWorkers({ ...options, workers, signal: stop.signal, onProgress }, on(host)),
    );
    expect(error).toBe(reason);
    expect(seen).toHaveLength(1);
    expect(host.alive()).toBe(0);
  });

  test('while workers are silent', async () => {
    const host = fakeHost(() => 'silence');
    const stop = new AbortController();
    setImmediate(() => stop.abort());
    const error = await failure(simulateInWorkers({ ...options, workers: 2, signal: stop.signal }, on(host)));
    expect((error as Error).name).toBe('AbortError');
    expect(host.alive()).toBe(0);
  });
});

describe('progress', () => {
  test.each([
    [0, 0],
    [3, 3],
  ])('%i workers: rises to 1, with rate and time left', async (workers, atWork) => {
    const reports: Progress[] = [];
    const onProgress = (progress: Progress): void => {
      reports.push(progress);
    };
    await simulateInWorkers({ ...options, workers, onProgress }, on(fakeHost()));
    expect(reports.length).toBeGreaterThan(4);
    reports.forEach((report, i) => {
      // The clock of the fake host moves on by 100 ms each time it is read.
      const seconds = (i + 1) / 10;
      expect(report.drawsDone).toBeGreaterThan(reports[i - 1]?.drawsDone ?? 0);
      expect(report.fraction).toBe(report.drawsDone / draws);
      expect(report.drawsPerSecond).toBeCloseTo(report.drawsDone / seconds, 6);
      expect(report.secondsLeft).toBeCloseTo(((draws - report.drawsDone) / report.drawsDone) * seconds, 6);
      expect(report.workers).toBe(atWork);
    });
    expect(reports.at(-1)).toMatchObject({ fraction: 1, drawsDone: draws, secondsLeft: 0 });
  });
});
