import { log } from '../elementary/log.ts';
import type { Seed } from '../random/key.ts';
import { EFFECT_SIZE } from './effect-path.ts';
import type { Evidence } from './episode-likelihood.ts';
import { inverseOfPositive, semidefiniteCholesky } from './matrices.ts';
import { NumberSource } from './number-source.ts';
import { wishart } from './wishart.ts';

const K = EFFECT_SIZE;

/**
 * What is thought of the effects of advisories before any episode is seen.
 *
 *     scores of a market = event + N(0, sibling S)
 *     event              = class + N(0, S)
 *     class              = all   + N(0, pooling S)
 *     all                = centre + N(0, S)
 *     S ~ inverse Wishart, mean diag(sd^2), `weight` degrees of freedom
 *
 * on the scale of `toScores`. Every level is scaled by one S, so that all but the markets' own scores have normal
 * or Wishart conditionals. Partial pooling: a class with many cases is its own, a class with few leans on all.
 */
export interface EpisodeModel {
  readonly centre: readonly number[];
  readonly sd: readonly number[];
  /** Above 7. */
  readonly weight: number;
  readonly sibling: number;
  readonly pooling: number;
}

/** Chosen by the leave-one-event-out score among the variants that `docs/calibration.md` lists. */
export const episodeModel: EpisodeModel = {
  // Half heed it, 45% of bookings go, half-lives of 7 and 5 days, in force for a year, 100 days to half recovery.
  centre: [0.2, -0.2, 2, 1.6, 5.9, 4.6],
  sd: [0.5, 0.5, 0.45, 0.3, 0.2, 0.125],
  weight: 60,
  sibling: 0.3,
  pooling: 4,
};

/** One draw from the posterior: centres of the classes, and the spread of events about them. */
export interface PopulationDraw {
  readonly classes: ReadonlyMap<string, Float64Array>;
  readonly all: Float64Array;
  /** S, row by row. */
  readonly spread: Float64Array;
  /** Scores of each market, in the order of the evidence. */
  readonly markets: readonly Float64Array[];
}

export interface SamplerOptions {
  readonly evidence: readonly Evidence[];
  readonly seed: Seed;
  readonly model?: EpisodeModel;
  /** Rounds of the sampler; the first quarter is left out. Default 9000. */
  readonly rounds?: number;
  /** One of so many rounds is kept; default 3. */
  readonly thin?: number;
  /** Called with the share that is done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Draws from the posterior of the model of episodes: Gibbs steps for the levels, Metropolis steps for the markets. For one
 * market three in turn: along all scores, along one, and a fresh draw from its event; then events and classes with all below them.
 *
 * Gelman, Carlin, Stern, Dunson, Vehtari and Rubin (2013), Bayesian Data Analysis, 3rd edition, chapters 5, 11 and 15.
 */
export function samplePopulation(options: SamplerOptions): PopulationDraw[] {
  const { evidence, model = episodeModel, rounds = 9000, thin = 3, onProgress } = options;
  const source = new NumberSource(options.seed, 'calibration/episodes');
  const burn = Math.floor(rounds / 4);
  const keyOf = ({ event, class: strength }: Evidence): string => `${event} ${strength}`;
  const events = [...new Set(evidence.map(keyOf))];
  const eventOf = evidence.map((one) => events.indexOf(keyOf(one)));
  const classes = [...new Set(evidence.map((one) => one.class))];
  const classOf = events.map((event) => classes.indexOf(evidence.find((one) => keyOf(one) === event)!.class));
  const centre = Float64Array.from(model.centre);
  const prior = new Float64Array(K * K);
  model.sd.forEach((sd, k) => {
    prior[k * K + k] = sd * sd * (model.weight - K - 1);
  });

  let spread: Float64Array = prior.map((value) => value / (model.weight - K - 1));
  let precision: Float64Array = inverseOfPositive(spread, K)!;
  let root = semidefiniteCholesky(spread, K);
  const z = new Float64Array(K);
  const normal = (mean: Float64Array, scale: number): Float64Array => {
    const deviation = Math.sqrt(scale);
    for (let k = 0; k < K; k++) z[k] = source.normal();
    const out = new Float64Array(K);
    for (let i = 0; i < K; i++) {
      let sum = mean[i]!;
      for (let j = 0; j <= i; j++) sum += deviation * root[i * K + j]! * z[j]!;
      out[i] = sum;
    }
    return out;
  };
  const distance = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < K; i++) {
      for (let j = 0; j < K; j++) sum += (a[i]! - b[i]!) * precision[i * K + j]! * (a[j]! - b[j]!);
    }
    return sum;
  };

  let all: Float64Array = centre.slice();
  const ofClass: Float64Array[] = classes.map(() => centre.slice());
  const ofEvent: Float64Array[] = events.map(() => centre.slice());
  const ofMarket: Float64Array[] = evidence.map(() => centre.slice());
  const fit = evidence.map((one, i) => one.logLikelihood(ofMarket[i]!));
  const steps = new Float64Array(evidence.length).fill(0.5);
  const eventSteps = new Float64Array(events.length).fill(0.5);
  const classSteps = new Float64Array(classes.length).fill(0.5);
  const zero = new Float64Array(K);
  const indices = (of: readonly unknown[], where: (i: number) => boolean): number[] =>
    of.flatMap((_, i) => (where(i) ? [i] : []));
  const eventsOfClass = classes.map((_, c) => indices(events, (e) => classOf[e] === c));
  const marketsOfEvent = events.map((_, e) => indices(evidence, (i) => eventOf[i] === e));
  const marketsOfClass = classes.map((_, c) => indices(evidence, (i) => classOf[eventOf[i]!] === c));
  const draws: PopulationDraw[] = [];

  function moveMarket(i: number, round: number): void {
    const event = ofEvent[eventOf[i]!]!;
    const step = steps[i]!;
    for (const kind of ['all', 'one', 'fresh'] as const) {
      const now = ofMarket[i]!;
      let next: Float64Array;
      if (kind === 'fresh') {
        next = normal(event, model.sibling);
      } else if (kind === 'all') {
        next = normal(now, (step * step) / 4);
      } else {
        const k = Math.floor(source.uniform() * K);
        next = now.slice();
        next[k] = next[k]! + 2 * step * Math.sqrt(spread[k * K + k]!) * source.normal();
      }
      const reached = evidence[i]!.logLikelihood(next);
      const odds =
        kind === 'fresh' ? 0 : (distance(now, event) - distance(next, event)) / (2 * model.sibling);
      const accepted = log(source.uniform()) < reached - fit[i]! + odds;
      if (accepted) {
        ofMarket[i] = next;
        fit[i] = reached;
      }
      // Steps are tuned while the draws do not count yet.
      if (kind === 'all' && round < burn) {
        steps[i] = Math.min(3, Math.max(0.02, step * (accepted ? 1.05 : 0.98)));
      }
    }
  }

  /**
   * Moves a level and all below it by one step: where little is known of the markets of a class they hold each other back
   * when each moves alone.
   */
  function moveTogether(
    markets: readonly number[],
    tuned: Float64Array,
    at: number,
    odds: (by: Float64Array) => number,
    move: (by: Float64Array) => void,
    round: number,
  ): void {
    const step = tuned[at]!;
    const by = normal(zero, step * step);
    const shifted = markets.map((i) => plus(ofMarket[i]!, by));
    const reached = markets.map((i, m) => evidence[i]!.logLikelihood(shifted[m]!));
    let gain = odds(by);
    markets.forEach((i, m) => {
      gain += reached[m]! - fit[i]!;
    });
    const accepted = log(source.uniform()) < gain;
    if (accepted) {
      markets.forEach((i, m) => {
        ofMarket[i] = shifted[m]!;
        fit[i] = reached[m]!;
      });
      move(by);
    }
    if (round < burn) tuned[at] = Math.min(3, Math.max(0.02, step * (accepted ? 1.05 : 0.98)));
  }

  function moveEvent(e: number, round: number): void {
    const above = ofClass[classOf[e]!]!;
    const now = ofEvent[e]!;
    moveTogether(
      marketsOfEvent[e]!,
      eventSteps,
      e,
      (by) => (distance(now, above) - distance(plus(now, by), above)) / 2,
      (by) => {
        ofEvent[e] = plus(now, by);
      },
      round,
    );
  }

  function moveClass(c: number, round: number): void {
    const now = ofClass[c]!;
    moveTogether(
      marketsOfClass[c]!,
      classSteps,
      c,
      (by) => (distance(now, all) - distance(plus(now, by), all)) / (2 * model.pooling),
      (by) => {
        ofClass[c] = plus(now, by);
        for (const e of eventsOfClass[c]!) ofEvent[e] = plus(ofEvent[e]!, by);
      },
      round,
    );
  }

  /** Mean and scale of a level given the one above and the ones below: weights 1 and `each` in units of 1 / S. */
  function moveLevel(
    above: Float64Array,
    aboveWeight: number,
    below: readonly Float64Array[],
    each: number,
  ): Float64Array {
    const total = aboveWeight + below.length * each;
    const mean = above.map((value, k) => {
      let sum = aboveWeight * value;
      for (const one of below) sum += each * one[k]!;
      return sum / total;
    });
    return normal(mean, 1 / total);
  }

  function moveSpread(): void {
    const sum = prior.slice();
    let degrees = model.weight;
    const add = (a: Float64Array, b: Float64Array, scale: number): void => {
      for (let i = 0; i < K; i++) {
        for (let j = 0; j < K; j++) {
          sum[i * K + j] = sum[i * K + j]! + ((a[i]! - b[i]!) * (a[j]! - b[j]!)) / scale;
        }
      }
      degrees += 1;
    };
    ofMarket.forEach((market, i) => {
      add(market, ofEvent[eventOf[i]!]!, model.sibling);
    });
    ofEvent.forEach((event, i) => {
      add(event, ofClass[classOf[i]!]!, 1);
    });
    for (const strength of ofClass) add(strength, all, model.pooling);
    add(all, centre, 1);
    precision = wishart(source, degrees, inverseOfPositive(sum, K)!, K);
    spread = inverseOfPositive(precision, K)!;
    root = semidefiniteCholesky(spread, K);
  }

  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < evidence.length; i++) moveMarket(i, round);
    for (let e = 0; e < events.length; e++) moveEvent(e, round);
    for (let c = 0; c < classes.length; c++) moveClass(c, round);
    for (let e = 0; e < events.length; e++) {
      const markets = ofMarket.filter((_, i) => eventOf[i] === e);
      ofEvent[e] = moveLevel(ofClass[classOf[e]!]!, 1, markets, 1 / model.sibling);
    }
    for (let c = 0; c < classes.length; c++) {
      ofClass[c] = moveLevel(
        all,
        1 / model.pooling,
        ofEvent.filter((_, e) => classOf[e] === c),
        1,
      );
    }
    all = moveLevel(centre, 1, ofClass, 1 / model.pooling);
    moveSpread();
    if (round >= burn && (round - burn) % thin === 0) {
      draws.push({
        classes: new Map(classes.map((name, c) => [name, ofClass[c]!])),
        all,
        spread,
        markets: ofMarket.slice(),
      });
    }
    if (onProgress !== undefined && (round + 1) % 100 === 0) onProgress((round + 1) / rounds);
  }
  return draws;
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value + b[k]!);
}
