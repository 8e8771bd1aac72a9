/**
 * Inputs of the preset's advisories, from the class priors and the count of the first three days: printed by
 * `npx tsx scripts/derive-priors.ts`.
 *
 * Which class an advisory belongs to is known afterwards only: three of six Chinese cases of words ended in a stop of
 * tour sales. So a world is of class S2 or S3, with the chances of three in six under Jeffreys' prior, and the worlds are
 * weighted by how near they come to what was cancelled from 15 to 17 November. The class priors are of whole markets:
 * what groups do is drawn beside them, and individual travellers do the rest.
 */
import { advisoryPrior } from '../../src/calibration/advisory-prior.ts';
import { factorLoadings } from '../../src/calibration/factor-loadings.ts';
import { NumberSource } from '../../src/calibration/number-source.ts';
import { type AdvisoryPrior, inputsOf } from '../../src/calibration/prior-of-class.ts';
import { normalCdf, normalQuantile } from '../../src/distributions/normal.ts';
import { prepareQuantile } from '../../src/distributions/quantile.ts';
import { cholesky } from '../../src/random/correlation.ts';
import { mean, sum } from './arrivals.ts';
import { behaviour, counted } from './facts.ts';

const WORLDS = 50_000;

/** Order of the columns; after the first two groups', that of a class prior. */
export const columns = [
  'groupSuppression',
  'groupCancellation',
  'suppression',
  'cancellation',
  'awareness',
  'cancelling',
  'duration',
  'recovery',
] as const;
export type Column = (typeof columns)[number];
const shares: readonly Column[] = ['groupSuppression', 'groupCancellation', 'suppression', 'cancellation'];

export interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** What the preset takes: mean and standard deviation by column, and correlations of normal scores. */
export interface DerivedPrior {
  readonly moments: Readonly<Record<Column, Moments>>;
  readonly correlations: readonly (readonly number[])[];
  /** Of the whole market, groups and individuals together, for comparison. */
  readonly whole: { readonly suppression: Moments; readonly cancellation: Moments };
  /** Share of the weight on class S3. */
  readonly stop: number;
  /** Equally weighted worlds that the weighted ones are worth. */
  readonly effective: number;
}

/** Group tours: what two counts say, as mean and standard deviation between cases, widened for there being two. */
export function groupPrior(): Moments {
  const cases = [
    counted('Group bookings for the rest of 2025') / 100,
    counted('Cruise calls at Hakata') / 20,
  ];
  const m = mean(cases);
  const sd = Math.sqrt(sum(cases.map((v) => (v - m) ** 2)) / (cases.length - 1));
  return { mean: m, sd: sd * Math.sqrt(1 + 1 / cases.length) };
}

/**
 * Share of the bookings on hand that was cancelled from 15 to 17 November, as the analyst gives it and from the stock
 * (an ordinary day takes 5%), in the mean. Its standard deviation, a third of it, is an assumption: one analyst, some
 * carriers, tickets rather than persons.
 */
export function threeDays(): Moments {
  const stock =
    counted('Bookings on hand, China to Japan, 17') / counted('Bookings on hand, China to Japan, 15');
  const observed = mean([counted('Share of bookings to Japan') / 100, 1 - stock / 0.95 ** 2]);
  return { mean: observed, sd: observed / 3 };
}

/** Probability of a stop of tour sales: three of six cases, and half a case more for either side. */
export const chanceOfStop: number = 3.5 / 7;
/** Correlation of normal scores between two markets of an event in the model of episodes (docs/calibration.md): 1 / 1.3. */
const SIBLINGS = 0.77;

/** The priors of mainland China for a chance of a stop: 0 for words alone, 1 for a stop of tour sales. */
export function mainlandPrior(stop: number): DerivedPrior {
  const source = new NumberSource('preset-priors', `stop/${stop}`);
  const groups = groupPrior();
  const groupQuantile = prepareQuantile({ kind: 'beta', ...groups });
  const share = behaviour('CHN', 'on group tours');
  const seen = threeDays();
  const classes = [
    { prior: advisoryPrior({ class: 'S2' }), chance: 1 - stop },
    { prior: advisoryPrior({ class: 'S3' }), chance: stop },
  ].filter(({ chance }) => chance > 0);

  const worlds = new Map<Column | 'wholeSuppression' | 'wholeCancellation', number[]>();
  const add = (name: Column | 'wholeSuppression' | 'wholeCancellation', value: number): void => {
    const list = worlds.get(name);
    if (list === undefined) worlds.set(name, [value]);
    else list.push(value);
  };
  const weights: number[] = [];
  let stopped = 0;
  for (const { prior, chance } of classes) {
    const draw = sampler(prior, source);
    for (let i = 0; i < WORLDS; i++) {
      const { scores, values } = draw();
      const [suppression, cancellation, awareness, cancelling, duration, recovery] = values;
      // Groups share the event with the market, and never lose more than all.
      const ofGroups = (score: number, whole: number): number => {
        const own = SIBLINGS * score + Math.sqrt(1 - SIBLINGS * SIBLINGS) * source.normal();
        return Math.min(groupQuantile(normalCdf(own)), whole / share);
      };
      const groupSuppression = ofGroups(scores[0]!, suppression!);
      const groupCancellation = ofGroups(scores[1]!, cancellation!);
      add('groupSuppression', groupSuppression);
      add('groupCancellation', groupCancellation);
      add('suppression', (suppression! - share * groupSuppression) / (1 - share));
      add('cancellation', (cancellation! - share * groupCancellation) / (1 - share));
      add('awareness', awareness!);
      add('cancelling', cancelling!);
      add('duration', duration!);
      add('recovery', recovery!);
      add('wholeSuppression', suppression!);
      add('wholeCancellation', cancellation!);
      const gone = cancellation! * (1 - 2 ** (-3 / cancelling!));
      const weight = chance * Math.exp(-(((gone - seen.mean) / seen.sd) ** 2) / 2);
      weights.push(weight);
      if (prior.class === 'S3') stopped += weight;
    }
  }

  const total = sum(weights);
  const even = weights.map((weight) => weight / total);
  const column = (name: Column): readonly number[] => worlds.get(name)!;
  const scores = columns.map((name) => normalScores(column(name), even));
  return {
    moments: Object.fromEntries(
      columns.map((name) => [
        name,
        shares.includes(name) ? momentsOf(column(name), even) : logMomentsOf(column(name), even),
      ]),
    ) as Record<Column, Moments>,
    correlations: scores.map((x) => scores.map((y) => correlation(x, y, even))),
    whole: {
      suppression: momentsOf(worlds.get('wholeSuppression')!, even),
      cancellation: momentsOf(worlds.get('wholeCancellation')!, even),
    },
    stop: stopped / total,
    effective: 1 / sum(even.map((w) => w * w)),
  };
}

/** The same dependence as loadings on factors, named and ordered as `order` has them. */
export function loadingsOf<Name extends string>(
  correlations: readonly (readonly number[])[],
  names: readonly Name[],
  order: readonly Name[],
): Readonly<Record<Name, Readonly<Record<string, number>>>> {
  const at = order.map((name) => names.indexOf(name));
  return factorLoadings(
    at.map((i) => at.map((j) => correlations[i]![j]!)),
    order,
  );
}

/** Draws from a class prior: normal scores that correlate, and the values of its inputs. */
function sampler(prior: AdvisoryPrior, source: NumberSource) {
  const root = cholesky(prior.correlations);
  const inputs = inputsOf(prior);
  const quantiles = inputs.map((input) => prepareQuantile(input));
  return (): { scores: readonly number[]; values: readonly number[] } => {
    const z = inputs.map(() => source.normal());
    const scores = root.map((row) => sum(row.map((weight, j) => weight * (z[j] ?? 0))));
    return { scores, values: scores.map((score, k) => quantiles[k]!(normalCdf(score))) };
  };
}

function momentsOf(values: readonly number[], weights: readonly number[]): Moments {
  const m = sum(values.map((value, i) => value * weights[i]!));
  return { mean: m, sd: Math.sqrt(sum(values.map((value, i) => (value - m) ** 2 * weights[i]!))) };
}

/** Of the lognormal distribution whose logarithm has the moments of the values' logarithms. */
function logMomentsOf(values: readonly number[], weights: readonly number[]): Moments {
  const { mean: m, sd } = momentsOf(values.map(Math.log), weights);
  const centre = Math.exp(m + (sd * sd) / 2);
  return { mean: centre, sd: centre * Math.sqrt(Math.expm1(sd * sd)) };
}

/** Normal score of each value's place among the weighted values. */
function normalScores(values: readonly number[], weights: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const out = new Array<number>(values.length);
  let below = 0;
  for (const i of order) {
    out[i] = normalQuantile(below + weights[i]! / 2);
    below += weights[i]!;
  }
  return out;
}

function correlation(x: readonly number[], y: readonly number[], weights: readonly number[]): number {
  const { mean: mx, sd: sx } = momentsOf(x, weights);
  const { mean: my, sd: sy } = momentsOf(y, weights);
  return sum(x.map((v, i) => (v - mx) * (y[i]! - my) * weights[i]!)) / (sx * sy);
}
