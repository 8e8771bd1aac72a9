import type { Given, Measure, MonthWindow, RowKey, Run } from '../engine/types.ts';
import { expectOptions, show, wrongType } from '../scenario/misuse.ts';
import { proportionOf } from '../statistics/replicates.ts';
import { answerTotal, drawsOf, replicatesOf } from './answer.ts';
import { expectDraws, resolveQuestion } from './question.ts';
import { sketchedTotal } from './summarise-sketch.ts';
import type { Dating } from './types.ts';

/** What {@link probability} is asked: a measure of a run, and one threshold. */
export type ProbabilityOptions = ProbabilityQuestion &
  (
    | {
        /** The chance of more than this, in the unit of the measure. */
        readonly above: number;
        readonly below?: never;
      }
    | {
        readonly above?: never;
        /** The chance of less than this, in the unit of the measure. */
        readonly below: number;
      }
  );

interface ProbabilityQuestion {
  readonly run: Run;
  /** See {@link listMeasures}. */
  readonly measure: Measure;
  /** A window of the horizon's months. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** One market, one month ...: `{ flow: 'hong-kong' }`. Default: the total. */
  readonly where?: RowKey;
  /** As in {@link project}. */
  readonly dated?: Dating;
  /** As in {@link project}. */
  readonly given?: Given | readonly Given[];
}

/** A chance, as the share of draws in which something happens. */
export interface Probability {
  /** Between 0 and 1. */
  readonly value: number;
  /** Monte Carlo standard error of `value`; 0 where no draw, or every draw, passes: then look at `interval`. */
  readonly standardError: number;
  /** Where the chance lies, given this many draws, with 95 % confidence: Wilson's score interval, which keeps its meaning near 0 and 1. */
  readonly interval: { readonly level: number; readonly lower: number; readonly upper: number };
  /** The draws that `value` is a share of. */
  readonly draws: number;
}

/**
 * The chance that a measure ends above, or below, a threshold: strictly so, in the sum (or ratio, or stock) over the
 * window and over all flows, or those of `where`.
 *
 * Source of the interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927).
 *
 * @throws TypeError for an option of the wrong type, or where there is not exactly one of `above` and `below`.
 * @throws RangeError for an option that cannot be, as `project` does, and for a median case: one world has no chances.
 *
 * @example
 * ```ts
 * import { probability, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const gain = probability({ run, measure: 'revenueLost', below: 0 });
 * console.log(gain.value, gain.interval.upper < 0.02);
 * // => 0 true
 * ```
 */
export function probability(options: ProbabilityOptions): Probability {
  expectOptions('probability', options, [
    'run',
    'measure',
    'above',
    'below',
    'months',
    'where',
    'dated',
    'given',
  ]);
  const { above, below, ...asked } = options;
  const question = resolveQuestion(asked);
  expectDraws('run', question.run);
  const bounds = expectThreshold(above, below);
  const { value, standardError, lower, upper } =
    sketchedTotal(question)?.proportion(bounds) ??
    proportionOf(answerTotal(question), bounds, replicatesOf(question));
  return {
    value,
    standardError,
    interval: { level: 0.95, lower, upper },
    draws: drawsOf(question),
  };
}

function expectThreshold(above: unknown, below: unknown): { above: number } | { below: number } {
  if ((above === undefined) === (below === undefined)) {
    const received = above === undefined ? 'neither' : `above ${show(above)} and below ${show(below)}`;
    throw new TypeError(`above, below: expected exactly one of the two, received ${received}`);
  }
  return above === undefined
    ? { below: expectNumber('below', below) }
    : { above: expectNumber('above', above) };
}

function expectNumber(option: string, threshold: unknown): number {
  if (typeof threshold === 'number' && !Number.isNaN(threshold)) return threshold;
  throw wrongType(option, 'a number, in the unit of the measure', threshold);
}
