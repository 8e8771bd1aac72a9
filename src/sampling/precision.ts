import type { Chunk } from '../engine/chunk.ts';
import { measures } from '../engine/measures.ts';
import { resolveMonths } from '../engine/month-window.ts';
import { MOST_DRAWS } from '../engine/prepare-run.ts';
import type { Measure, Run } from '../engine/types.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { collectRun, type RunCollector } from './collect-run.ts';
import { figureOf, type Precision } from './figure.ts';
import { type PreparedRun, prepareRun, type RunOptions } from './prepare-run.ts';

/** As many draws as it takes. */
export interface PrecisionGoal {
  /** What must be reached; all of it. */
  readonly precision: Precision | readonly Precision[];
  /** Draws at which to stop even so, with a warning in the run; up to 100 million, default 1,048,576. */
  readonly most?: number;
}

/** Runs are looked at when they have so many draws, then twice as many, and so on. */
export const FIRST_LOOK = 1024;
const USUAL_MOST = 1_048_576;

/** A goal that was checked. */
export interface CheckedGoal {
  readonly precision: readonly Precision[];
  readonly most: number;
}

export function isGoal(draws: number | PrecisionGoal | undefined): draws is PrecisionGoal {
  return typeof draws === 'object' && draws !== null;
}

/** Prepares a run whose number of draws is to be found, as one of the most draws that it may have. */
export function prepareGoal(
  options: Omit<RunOptions, 'draws'>,
  goal: PrecisionGoal,
): { readonly prepared: PreparedRun; readonly goal: CheckedGoal } {
  expectOptions('draws', goal, ['precision', 'most']);
  const { most = USUAL_MOST } = goal;
  if (!Number.isInteger(most) || most < FIRST_LOOK || most > MOST_DRAWS) {
    throw outOfRange('draws.most', `a whole number from ${FIRST_LOOK} to ${MOST_DRAWS}`, most);
  }
  const prepared = prepareRun({ ...options, draws: most });
  const precision = checkPrecision('draws.precision', goal.precision, prepared.head);
  return { prepared, goal: { precision, most } };
}

/** Checks what is asked of a run; `option` is where it stands. */
export function checkPrecision(
  option: string,
  asked: Precision | readonly Precision[],
  run: Pick<Run, 'scenario'>,
): readonly Precision[] {
  const all = Array.isArray(asked) ? (asked as readonly Precision[]) : [asked as Precision];
  if (all.length === 0) throw outOfRange(option, 'at least one figure', asked);
  const names = Object.keys(measures) as Measure[];
  all.forEach((one, index) => {
    const at = Array.isArray(asked) ? `${option}[${index}]` : option;
    expectOptions(at, one, ['measure', 'months', 'of', 'standardError', 'relative']);
    expectName(`${at}.measure`, 'one of the measures', one.measure, names);
    if (one.months !== undefined) resolveMonths(run, 'the run', one.months);
    checkFigure(`${at}.of`, one.of);
    const { standardError, relative } = one;
    if ((standardError === undefined) === (relative === undefined)) {
      throw new TypeError(
        `${at}: expected exactly one of standardError and relative, received ${standardError === undefined ? 'neither' : 'both'}`,
      );
    }
    const wanted = standardError ?? relative;
    if (typeof wanted !== 'number' || !(wanted > 0 && wanted < Infinity)) {
      throw outOfRange(
        `${at}.${relative === undefined ? 'standardError' : 'relative'}`,
        'a number above 0',
        wanted,
      );
    }
  });
  return all;
}

function checkFigure(option: string, of: unknown): void {
  if (of === undefined) return;
  if (typeof of === 'string') {
    expectName(option, "'mean', 'median', { quantile }, { above } or { below }", of, ['mean', 'median']);
    return;
  }
  const entries = typeof of === 'object' && of !== null ? Object.entries(of) : [];
  const [name, value] = entries[0] ?? [];
  if (entries.length !== 1 || !['quantile', 'above', 'below'].includes(name!)) {
    throw wrongType(option, "'mean', 'median', { quantile }, { above } or { below }", of);
  }
  if (typeof value !== 'number' || Number.isNaN(value))
    throw wrongType(`${option}.${name}`, 'a number', value);
  if (name === 'quantile' && !(value > 0 && value < 1)) {
    throw outOfRange(`${option}.quantile`, 'a number above 0 and below 1', value);
  }
}

/** Draws [from, to) that are to be carried, and what takes their chunks or summaries. */
export interface PrecisionRound {
  readonly from: number;
  readonly to: number;
  readonly add: (chunk: Chunk) => void;
  readonly addSummary: RunCollector['addSummary'];
}

/**
 * Yields ranges of draws to carry until the goal is reached, and returns the run. It is looked at when it has 1,024 draws,
 * 2,048, 4,096 and so on, whoever carries them in whatever pieces, so that where it stops depends on the draws alone.
 */
export function* carryToPrecision(
  prepared: PreparedRun,
  { precision, most }: CheckedGoal,
): Generator<PrecisionRound, Run, undefined> {
  const collector = collectRun(prepared);
  for (let from = 0, to = FIRST_LOOK; ; from = to, to = Math.min(most, 2 * to)) {
    yield { from, to, add: collector.open(from, to), addSummary: collector.addSummary };
    const run = collector.take();
    const missed = precision.filter((one) => !isReached(run, one));
    if (missed.length === 0) return run;
    if (to < most) continue;
    const message = `the precision asked for was not reached in ${most} draws: ${missed.map(({ measure }) => measure).join(', ')}`;
    return { ...run, warnings: [...run.warnings, { code: 'precision', path: 'draws.most', message }] };
  }
}

/** The standard error that is good enough for a figure. */
export function wantedError({ standardError, relative }: Precision, value: number): number {
  return standardError ?? relative! * Math.abs(value);
}

/** A standard error that is not known, as with few draws in a tail, is not good enough. */
function isReached(run: Run, one: Precision): boolean {
  const { value, standardError } = figureOf(run, one);
  return standardError <= wantedError(one, value);
}
