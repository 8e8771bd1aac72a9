import type { Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { figureOf, type Precision } from './figure.ts';
import { checkPrecision, FIRST_LOOK, wantedError } from './precision.ts';

/** What a precision costs, as far as a run can tell. */
export interface DrawsNeeded {
  /** At which of 1,024, 2,048, 4,096 ... draws everything asked for is likely to be reached; infinite where unknown. */
  readonly draws: number;
  readonly figures: readonly {
    readonly value: number;
    /** Of the run. */
    readonly standardError: number;
    /** What is asked for. */
    readonly wanted: number;
    /** Draws that it takes, not rounded up. */
    readonly draws: number;
  }[];
}

/**
 * What a precision will cost, from the errors of a run: a trial of 1,024 draws is enough for a mean. Errors are taken to
 * fall with the root of the draws; those of Latin hypercubes and Sobol' points fall faster, so for them it is an upper
 * bound. The standard error of a tail is known once some draws lie in it: until then the answer is infinite.
 *
 * @throws TypeError, RangeError for an option that is not what it should be.
 *
 * @example
 * ```ts
 * import { drawsNeeded, simulate } from 'tourism-impact/sampling';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 1_024 });
 * const { draws } = drawsNeeded({ run, precision: { measure: 'revenueLost', relative: 0.005 } });
 * console.log(draws);
 * // => 16384
 * ```
 */
export function drawsNeeded(options: {
  readonly run: Run;
  readonly precision: Precision | readonly Precision[];
}): DrawsNeeded {
  expectOptions('drawsNeeded', options, ['run', 'precision']);
  const { run } = options;
  const figures = checkPrecision('precision', options.precision, run).map((one) => {
    const { value, standardError } = figureOf(run, one);
    const wanted = wantedError(one, value);
    const ratio = standardError / wanted;
    const draws = Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : Math.ceil(run.draws * ratio * ratio);
    return { value, standardError, wanted, draws };
  });
  const most = Math.max(...figures.map(({ draws }) => draws));
  let draws = FIRST_LOOK;
  while (draws < most && draws < Number.MAX_SAFE_INTEGER) draws *= 2;
  return { draws: most === Number.POSITIVE_INFINITY ? most : draws, figures };
}
