import { type Spread, spread } from '../timing.ts';
import {
  cppRival,
  numpyRival,
  type Outcome,
  ours,
  type Program,
  type Rival,
  referee,
  runProgram,
} from './programs.ts';

export interface Standing {
  readonly flows: number;
  readonly rival: string;
  /** Processor seconds of one run of the rival, warmed up. */
  readonly seconds: Spread;
  readonly ourSeconds: Spread;
  /** Rival's time over ours just before and after it: above 1 it is slower. */
  readonly ratio: Spread;
}

export interface Agreement {
  readonly flows: number;
  readonly rival: string;
  readonly theirs: Outcome;
  readonly ours: Outcome;
  /** Largest difference among the 5%, 50% and 95% points of the loss, in standard errors of a difference. */
  readonly apart: number;
  /** The same for a scenario of ours with 2% more spend, which is other work and must show. */
  readonly plantedApart: number;
  readonly agrees: boolean;
}

export interface Comparison {
  readonly rivals: readonly Rival[];
  readonly standings: readonly Standing[];
  readonly agreements: readonly Agreement[];
}

export const DRAWS = 10_000;
const FLOWS: readonly number[] = [1, 3];
const ROUNDS = 5;
const REPETITIONS = 12;
/** The first repetitions of a process warm it up. */
const WARM_UP = 6;
export const AGREEMENT_DRAWS = 100_000;
/** In standard errors: twelve comparisons all stay within it but once in some 1,300 times. */
export const LIMIT = 4;

/**
 * Runs ours and every rival whose tools are here in turn: ours, one rival, ours, the other, ...
 *
 * @param referees files of further programs to race against; that they do the same work is for others to hold
 */
export function compareRivals(referees: readonly string[]): Comparison {
  const rivals = [cppRival(), numpyRival()];
  const others = referees.map(referee);
  return {
    rivals: [...rivals, ...others],
    standings: FLOWS.flatMap((flows) => race(flows, present([...rivals, ...others], flows))),
    agreements: FLOWS.flatMap((flows) => hold(flows, present(rivals, flows))),
  };
}

function present(rivals: readonly Rival[], flows: number): Program[] {
  return rivals.flatMap((rival) => ('of' in rival ? [rival.of(flows)] : []));
}

function race(flows: number, rivals: readonly Program[]): Standing[] {
  let seed = 0;
  const time = (program: Program): number => {
    seed += REPETITIONS;
    const { seconds } = runProgram(program, { draws: DRAWS, repetitions: REPETITIONS, seed });
    return spread(seconds.length === 1 ? seconds : seconds.slice(WARM_UP)).median;
  };
  const us = ours(`same-work-${flows}`);
  const times = rivals.map(() => [] as number[]);
  const ratios = rivals.map(() => [] as number[]);
  const mine = [time(us)];
  for (let round = 0; round < ROUNDS; round++) {
    rivals.forEach((rival, r) => {
      const before = mine[mine.length - 1]!;
      const theirs = time(rival);
      const after = time(us);
      mine.push(after);
      times[r]!.push(theirs);
      ratios[r]!.push(theirs / ((before + after) / 2));
    });
  }
  return rivals.map(({ name }, r) => ({
    flows,
    rival: name,
    seconds: spread(times[r]!),
    ourSeconds: spread(mine),
    ratio: spread(ratios[r]!),
  }));
}

function hold(flows: number, rivals: readonly Program[]): Agreement[] {
  if (rivals.length === 0) return [];
  const job = { draws: AGREEMENT_DRAWS, repetitions: 1, seed: 20251118 };
  const mine = runProgram(ours(`same-work-${flows}`), job);
  const planted = runProgram(ours(`planted-${flows}`), job);
  return rivals.map((rival) => {
    const theirs = runProgram(rival, job);
    const apart = distance(mine, theirs);
    const plantedApart = distance(planted, theirs);
    return {
      flows,
      rival: rival.name,
      theirs,
      ours: mine,
      apart,
      plantedApart,
      agrees: apart <= LIMIT && plantedApart > LIMIT,
    };
  });
}

/** Both have as many draws, so both have the standard errors of ours. */
function distance(mine: Outcome, theirs: Outcome): number {
  return Math.max(
    ...mine.loss.map(
      (point, i) => Math.abs(point - theirs.loss[i]!) / (Math.SQRT2 * mine.standardErrors[i]!),
    ),
  );
}
