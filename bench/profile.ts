import { type Profiler, Session } from 'node:inspector';
import type { Scenario } from 'tourism-impact';
import { bundleUrl, internals, sourceOfLine } from './bundle.ts';
import { questions } from './whole.ts';

/** Where time went: shares of the whole, largest first. */
export type Shares = readonly { readonly piece: string; readonly share: number }[];

const { project, simulate } = internals;
const REPETITIONS = 10;

/** The pieces of `simulate`. */
export function profileRun(scenario: Scenario, draws: number): Shares {
  const work = (): void => {
    for (let i = 0; i < REPETITIONS; i++) simulate({ scenario, seed: i, draws });
  };
  simulate({ scenario, seed: 'warm up', draws });
  return profile(work);
}

/** The pieces of a projection that reads a kept panel, and of one that computes it again. */
export function profileQuestions(scenario: Scenario, draws: number): Readonly<Record<string, Shares>> {
  const run = simulate({ scenario, seed: 'bench', draws });
  return Object.fromEntries(
    Object.entries(questions).map(([question, options]) => {
      const work = (): void => {
        for (let i = 0; i < REPETITIONS / 2; i++) project({ ...options, run });
      };
      project({ ...options, run });
      return [question, profile(work)];
    }),
  );
}

/** Runs `work` under the engine's sampling profiler, and sorts its samples by pieces of the work. */
function profile(work: () => void): Shares {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 200 });
  session.post('Profiler.start');
  work();
  let taken: Profiler.Profile | undefined;
  session.post('Profiler.stop', (_error, result) => {
    taken = result.profile;
  });
  session.disconnect();
  if (taken === undefined) throw new Error('the profiler gave no answer');
  return sharesOf(taken);
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pieces = new Map<number, string | null>();
  const walk = (node: Profiler.ProfileNode, above: readonly string[]): void => {
    const { functionName, url, lineNumber } = node.callFrame;
    const source = url === bundleUrl ? sourceOfLine[lineNumber] : undefined;
    const files = source === undefined ? above : [...above, source];
    pieces.set(node.id, pieceOf(functionName, files));
    for (const child of node.children ?? []) walk(byId.get(child)!, files);
  };
  walk(nodes[0]!, []);

  const times = new Map<string, number>();
  let whole = 0;
  samples.forEach((id, i) => {
    const piece = pieces.get(id) ?? null;
    if (piece === null) return;
    const time = Math.max(0, timeDeltas[i + 1] ?? 0);
    times.set(piece, (times.get(piece) ?? 0) + time);
    whole += time;
  });
  return [...times]
    .map(([piece, time]) => ({ piece, share: time / whole }))
    .sort((a, b) => b.share - a.share);
}

/** The piece of work that a function serves, by the source files on the stack above it and its own; null for none. */
function pieceOf(functionName: string, files: readonly string[]): string | null {
  if (functionName === '(garbage collector)') return 'garbage collection';
  const own = files[files.length - 1];
  if (own === undefined) return null;
  const within = (path: string): boolean => files.includes(`src/${path}`);
  const isOf = (...rooms: readonly string[]): boolean => rooms.some((room) => own.startsWith(`src/${room}`));
  if (isOf('statistics/sorted')) return 'sorting';
  if (isOf('statistics/', 'projections/')) return 'means, quantiles, rows';
  if (within('engine/kernel.ts')) {
    if (isOf('advisories/suppression')) return 'kernel: suppression';
    if (isOf('advisories/cancellation')) return 'kernel: survival of bookings';
    if (isOf('demand/bookings', 'demand/departures')) return 'kernel: bookings';
    if (isOf('demand/')) return 'kernel: seats and returns';
    return 'kernel: setting up, counting';
  }
  if (within('engine/panel.ts')) {
    if (isOf('random/')) return 'sampling: uniforms';
    if (within('engine/inputs.ts')) return 'sampling: inverse distribution functions';
    return 'summing into tables';
  }
  return 'checking, planning, everything else';
}
