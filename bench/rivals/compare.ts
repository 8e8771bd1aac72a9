import { type Spread, spread } from '../timing.ts';
import { type Outcome, ours, type Program, runProgram } from './programs.ts';
import { cppRival, numpyRival, type Rival, referee, squiggleRival, type Work } from './rivals.ts';

export interface Standing {
  readonly work: Work;
  readonly rival: string;
  /** Processor seconds of one run of the rival, warmed up. */
  readonly seconds: Spread;
  readonly ourSeconds: Spread;
  /** Rival's time over ours just before and after it: above 1 it is slower. */
  readonly ratio: Spread;
}

export interface Agreement {
  readonly work: Work;
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
const WORKS: readonly Work[] = ['same-work-1', 'same-work-3', 'one-stop'];
const ROUNDS = 5;
/** Runs of a process, and how many of them warm it up: ours are short, and its compiler takes some seconds to settle. */
const OURS = { repetitions: 40, warmUp: 20 } as const;
const THEIRS = { repetitions: 12, warmUp: 6 } as const;
export const AGREEMENT_DRAWS = 100_000;
/** In standard errors: fifteen comparisons all stay within it but once in some 1,000 times. */
export const LIMIT = 4;

/**
 * Runs ours and every rival whose tools are here in turn: ours, one rival, ours, the other, ...
 *
 * @param referees files of further programs to race against; that they do the same work is for others to hold
 */
export function compareRivals(referees: readonly string[]): Comparison {
  const rivals = [cppRival(), numpyRival(), squiggleRival()];
  const others = referees.map(referee);
  return {
    rivals: [...rivals, ...others],
    standings: WORKS.flatMap((work) => race(work, present([...rivals, ...others], work))),
    agreements: WORKS.flatMap((work) => hold(work, present(rivals, work))),
  };
}

function present(rivals: readonly Rival[], work: Work): Program[] {
  return rivals.flatMap((rival) => {
    const program = 'of' in rival ? rival.of(work) : null;
    return program === null ? [] : [program];
  });
}

function race(work: Work, rivals: readonly Program[]): Standing[] {
  if (rivals.length === 0) return [];
  let seed = 0;
  const time = (
    program: Program,
    { repetitions, warmUp }: { readonly repetitions: number; readonly warmUp: number },
  ) => {
    seed += repetitions;
    const { seconds } = runProgram(program, { draws: DRAWS, repetitions, seed });
    return spread(seconds.length === 1 ? seconds : seconds.slice(warmUp)).median;
  };
  const us = ours(work);
  const times = rivals.map(() => [] as number[]);
  const ratios = rivals.map(() => [] as number[]);
  const mine = [time(us, OURS)];
  for (let round = 0; round < ROUNDS; round++) {
    rivals.forEach((rival, r) => {
      const before = mine[mine.length - 1]!;
      const theirs = time(rival, THEIRS);
      const after = time(us, OURS);
      mine.push(after);
      times[r]!.push(theirs);
      ratios[r]!.push(theirs / ((before + after) / 2));
    });
  }
  return rivals.map(({ name }, r) => ({
    work,
    rival: name,
    seconds: spread(times[r]!),
    ourSeconds: spread(mine),
    ratio: spread(ratios[r]!),
  }));
}

function hold(work: Work, rivals: readonly Program[]): Agreement[] {
  if (rivals.length === 0) return [];
  const job = { draws: AGREEMENT_DRAWS, repetitions: 1, seed: 20251118 };
  const mine = runProgram(ours(work), job);
  const planted = runProgram(ours(`planted-${work}`), job);
  return rivals.map((rival) => {
    const theirs = runProgram(rival, job);
    const apart = distance(mine, theirs);
    const plantedApart = distance(planted, theirs);
    return {
      work,
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
