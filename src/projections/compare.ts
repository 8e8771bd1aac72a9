import { type MeasureDefinition, measures } from '../engine/measures.ts';
import type { Axis, RowKey, Run } from '../engine/types.ts';
import { expectOptions, show } from '../scenario/misuse.ts';
import { mean, variance } from '../statistics/moments.ts';
import { errorOfMean, proportionOf, type Replicates } from '../statistics/replicates.ts';
import { answerKeys, answerRows, drawsOf, replicatesOf } from './answer.ts';
import { resolveLevels } from './levels.ts';
import { optionNames, usualLevels } from './project.ts';
import { tableMeta } from './provenance.ts';
import { type Question, resolveQuestion } from './question.ts';
import { keyText, pairRows, type RowPair } from './row-pairs.ts';
import { summariseCertain, summariseRow } from './summarise-row.ts';
import { tableHead } from './table-head.ts';
import type { ProjectOptions, RowSummary, TableHead, TableMeta } from './types.ts';

/** Two runs, and what to compare them in; the rest as in {@link project}, where `given` speaks of `base`. */
export interface CompareOptions extends Omit<ProjectOptions, 'run'> {
  /** What is compared with. */
  readonly base: Run;
  /** What is compared: differences are `other` less `base`. Same seed and draws as `base`. */
  readonly other: Run;
}

/** One row of a comparison. */
export interface ComparisonRow extends RowKey {
  /** Mean of the base run. */
  readonly base: number;
  readonly baseStandardError: number;
  /** Mean of the other run. */
  readonly other: number;
  readonly otherStandardError: number;
  /** `other - base`, formed in each draw, in the unit of the measure (differences of shares are shares). */
  readonly difference: RowSummary;
  /** Share of the draws in which the difference is above 0. */
  readonly probabilityPositive: number;
  readonly probabilityPositiveStandardError: number;
  /**
   * How many times more draws two runs of separate seeds would have needed for the same standard error of the mean
   * difference: (variance of base + variance of other) / variance of the difference. Infinity where the difference is
   * the same in every draw, 1 where nothing varies or in median cases, NaN for a single draw.
   */
  readonly pairingGain: number;
}

/** The outcome of {@link compare}. */
export interface Comparison extends TableHead {
  readonly kind: 'comparison';
  readonly axes: readonly Axis[];
  readonly levels: readonly number[];
  readonly cumulative: boolean;
  /** Rows that both runs have, in the order of the base run. */
  readonly rows: readonly ComparisonRow[];
  /** Keys of the rows that only one run has, such as a flow that only one scenario knows: there is nothing to compare. */
  readonly onlyInBase: readonly RowKey[];
  readonly onlyInOther: readonly RowKey[];
  readonly meta: { readonly base: TableMeta; readonly other: TableMeta };
}

/**
 * Two runs under one seed, draw by draw: what changes when the scenario does.
 *
 * Runs of one seed share their worlds: an input that both scenarios have is the same in draw i of both. The difference
 * is therefore the effect of what was changed, and its standard error is that of paired draws (common random numbers),
 * often many times smaller than that of two separate runs: `pairingGain` says how much.
 *
 * Where the runs list their rows in one order, no more than two rows of draws are in memory at a time.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError where draws cannot be paired (seeds, numbers of draws or kinds of sampling differ), where money is
 * in different prices, where horizons differ and `months` does not say which months to compare, and as `project` does.
 *
 * @example
 * ```ts
 * import { compare, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const scenario = chinaJapan2025();
 * const calm = { ...scenario, advisories: [] };
 * const base = simulate({ scenario: calm, seed: 'a seed', draws: 200 });
 * const other = simulate({ scenario, seed: 'a seed', draws: 200 });
 * const { rows } = compare({ base, other, measure: 'revenue' });
 * console.log(rows[0]!.difference.mean < 0, rows[0]!.pairingGain > 1);
 * // => true true
 * ```
 */
export function compare(options: CompareOptions): Comparison {
  expectOptions('compare', options, ['base', 'other', ...optionNames.filter((name) => name !== 'run')]);
  const { base: baseRun, other: otherRun, given, ...rest } = options;
  const base = resolveQuestion({ ...rest, ...(given === undefined ? {} : { given }), run: baseRun }, 'base');
  const other = { ...resolveQuestion({ ...rest, run: otherRun }, 'other'), condition: base.condition };
  checkPairing(base.run, other.run);
  checkPrices(base, other);
  checkMonths(base, other);

  const certain = base.run.sampling.kind === 'median';
  const asked = resolveLevels(options.levels, usualLevels);
  const levels = certain ? [] : asked;
  const replicates = replicatesOf(base);
  const axes = base.by.filter((axis) => axis !== 'total');
  const known = new Set(answerKeys(other).map((key) => keyText(key, axes)));
  const shared = answerKeys(base).filter((key) => known.has(keyText(key, axes)));
  const difference = new Float64Array(drawsOf(base));
  const rows: ComparisonRow[] = [];
  const onlyInBase: RowKey[] = [];
  const onlyInOther: RowKey[] = [];
  for (const pair of pairRows(answerRows(base), answerRows(other), axes, shared)) {
    if (pair.in === 'both') rows.push(compareRow(pair, difference, levels, certain, replicates));
    else (pair.in === 'base' ? onlyInBase : onlyInOther).push(pair.key);
  }
  return {
    kind: 'comparison',
    ...tableHead(base),
    axes,
    levels,
    cumulative: base.cumulative,
    rows,
    onlyInBase,
    onlyInOther,
    meta: { base: tableMeta(base.run), other: tableMeta(other.run) },
  };
}

function compareRow(
  { key, base, other }: Extract<RowPair, { in: 'both' }>,
  difference: Float64Array,
  levels: readonly number[],
  certain: boolean,
  replicates: Replicates,
): ComparisonRow {
  for (let draw = 0; draw < difference.length; draw++) difference[draw] = other[draw]! - base[draw]!;
  const positive = proportionOf(difference, { above: 0 }, replicates);
  // Independent draws know their variance far better than 16 replicates know theirs.
  const spreadOf = (values: Float64Array): number =>
    replicates === null ? variance(values) : square(errorOfMean(values, replicates));
  const errorOf = (values: Float64Array): number => (certain ? 0 : errorOfMean(values, replicates));
  return {
    ...key,
    base: mean(base),
    baseStandardError: errorOf(base),
    other: mean(other),
    otherStandardError: errorOf(other),
    difference: certain ? summariseCertain(difference[0]!) : summariseRow(difference, levels, replicates),
    probabilityPositive: positive.value,
    probabilityPositiveStandardError: certain ? 0 : positive.standardError,
    pairingGain: certain ? 1 : pairingGain(spreadOf(base) + spreadOf(other), spreadOf(difference)),
  };
}

function square(x: number): number {
  return x * x;
}

/** Infinity where pairing leaves no variance; 1 where there was none. */
function pairingGain(unpaired: number, paired: number): number {
  return unpaired === 0 && paired === 0 ? 1 : unpaired / paired;
}

function checkPairing(base: Run, other: Run): void {
  const [a, b] = [base.sampling, other.sampling];
  if (a.kind !== b.kind) {
    throw new RangeError(
      `other: expected ${nameOfSampling(a.kind)}, as base is, received ${nameOfSampling(b.kind)}; their draws have no partners`,
    );
  }
  if (base.draws !== other.draws) {
    throw new RangeError(
      `other: expected ${base.draws} draws, as base has, received ${other.draws}; draws are compared in pairs`,
    );
  }
  if (a.kind !== 'median' && b.kind !== 'median' && a.seed !== b.seed) {
    throw new RangeError(
      `other: expected the seed of base, ${show(a.seed)}, received ${show(b.seed)}; only runs of one seed share their worlds`,
    );
  }
  if (!isSpreadAlike(base, other)) {
    throw new RangeError(
      "other: expected the joint sequence of base, received another: under 'sobol-joint' the worlds of a run depend on all " +
        "its inputs; take the design 'sobol' to compare scenarios",
    );
  }
}

/** Whether two plans spread the same streams over the same dimensions of a joint sequence. */
function isSpreadAlike(base: Run, other: Run): boolean {
  const [a, b] = [base.plan.key.spread?.dimensions ?? null, other.plan.key.spread?.dimensions ?? null];
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every(([stream, dimension]) => b.get(stream) === dimension);
}

function nameOfSampling(kind: Run['sampling']['kind']): string {
  if (kind === 'median') return 'a median case';
  return kind === 'random' ? 'a run of random draws' : `a run of the design '${kind}'`;
}

function checkPrices(base: Question, other: Question): void {
  const { unit }: MeasureDefinition = measures[base.measure];
  const [a, b] = [tableHead(base).unit, tableHead(other).unit];
  if (unit === 'money' && a !== b) {
    throw new RangeError(`other: expected money in ${a}, as base has it, received ${b}`);
  }
}

function checkMonths(base: Question, other: Question): void {
  const [a, b] = [base.months, other.months];
  if (a.from !== b.from || a.count !== b.count) {
    throw new RangeError(
      `months: expected a window such as { from: '${a.from}', count: 12 }, since base has ${a.count} months from ` +
        `'${a.from}' and other ${b.count} from '${b.from}', received none`,
    );
  }
}
