import { type Profiler, Session } from 'node:inspector';
import type { Scenario } from 'tourism-impact';
import { bundleUrl, internals, sourceOfLine } from './bundle.ts';
import { processorSeconds } from './timing.ts';
import { questions } from './whole.ts';

/** Where time went: shares of the whole, largest first. */
export type Shares = readonly { readonly piece: string; readonly share: number }[];

const { instantiateLoops, project, simulate } = internals;
/** Calls that warm a piece of work up. */
const WARM_UP = 10;
/** Processor seconds of the samples. */
const LENGTH = 2;

/** Functions of WebAssembly have no names in a profile but their numbers, which the exports have too. */
const loopNames: ReadonlyMap<string, string> = new Map(
  Object.entries(instantiateLoops() ?? {}).flatMap(([name, loop]) =>
    typeof loop === 'function' ? [[`wasm-function[${loop.name}]`, name]] : [],
  ),
);

/** The pieces of `simulate`. */
export function profileRun(scenario: Scenario, draws: number): Shares {
  let seed = 0;
  return profile(() => {
    simulate({ scenario, seed, draws });
    seed += 1;
  });
}

/** The pieces of a projection that reads a kept panel, and of one that computes it again. */
export function profileQuestions(scenario: Scenario, draws: number): Readonly<Record<string, Shares>> {
  const run = simulate({ scenario, seed: 'bench', draws });
  return Object.fromEntries(
    Object.entries(questions).map(([question, options]) => [
      question,
      profile(() => {
        project({ ...options, run });
      }),
    ]),
  );
}

/** Repeats `work` under the engine's sampling profiler, and sorts its samples by pieces of the work. */
function profile(work: () => void): Shares {
  for (let i = 0; i < WARM_UP; i++) work();
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 200 });
  session.post('Profiler.start');
  const end = processorSeconds() + LENGTH;
  while (processorSeconds() < end) work();
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
    pieces.set(node.id, pieceOf(loopNames.get(functionName) ?? functionName, files));
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
    if (isOf('advisories/suppression')) return 'day loop: suppression';
    if (isOf('advisories/cancellation')) return 'day loop: survival of bookings';
    if (isOf('demand/bookings', 'demand/departures')) return 'day loop: bookings';
    if (isOf('demand/')) return 'day loop: seats and returns';
    return 'day loop: setting up, counting';
  }
  if (within('engine/daily-baseline.ts')) return 'closed form: baseline';
  if (within('engine/closed-kernel.ts')) {
    if (isOneOf(functionName, 'turn', 'putBack'))
      return 'closed form: months in which an advisory begins or ends';
    if (isOneOf(functionName, 'stepPaths', 'stepCancelling', 'countDays')) return 'closed form: all months';
    if (functionName === 'followPath') return 'closed form: what a path does over a month';
    return 'closed form: setting up';
  }
  if (within('engine/sample-inputs.ts') && within('engine/panel.ts')) {
    if (isOf('random/', 'blocks/uniform-source') || functionName === 'fillUniforms')
      return 'sampling: uniforms';
    if (within('engine/quantile-rows.ts')) return 'sampling: inverse distribution functions';
    return 'sampling: factors and correlations';
  }
  if (within('engine/panel.ts')) return 'summing into tables';
  return 'checking, planning, everything else';
}

function isOneOf(name: string, ...names: readonly string[]): boolean {
  return names.includes(name);
}
