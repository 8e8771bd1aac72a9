import { expect, test } from 'vitest';
import { EFFECT_SIZE, effectPath, toValues } from '../../src/calibration/effect-path.ts';
import { evidenceOf, misfit } from '../../src/calibration/episode-likelihood.ts';
import { type EpisodeModel, episodeModel, samplePopulation } from '../../src/calibration/episode-model.ts';
import { inverseOfPositive, semidefiniteCholesky } from '../../src/calibration/matrices.ts';
import { EPISODE_MONTHS, gridOf, type MeasuredEpisode } from '../../src/calibration/measure-baselines.ts';
import { NumberSource } from '../../src/calibration/number-source.ts';
import { wishart } from '../../src/calibration/wishart.ts';

/**
 * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018): inputs drawn from the prior, series simulated from
 * them, and calibrated. The rank of the truth among the draws is uniform where prior, likelihood and sampler fit each other.
 */
const K = EFFECT_SIZE;
const model: EpisodeModel = episodeModel;
const onset = '2017-03-02';
const months = 8;
const kept = 47;
const thin = 20;
const bins = 8;

/** Standard deviation of the counterfactual's logarithm: a level, and each month's own. */
const counterfactual = { level: 0.1, month: 0.05 };

interface Truth {
  readonly all: Float64Array;
  readonly classes: readonly Float64Array[];
  readonly markets: readonly Float64Array[];
}

/** Three events in two classes, one of them with two markets. */
const layout = [
  { event: 'a', class: 'S2', of: 0 },
  { event: 'a', class: 'S2', of: 0 },
  { event: 'b', class: 'S2', of: 0 },
  { event: 'c', class: 'S3', of: 1 },
];

function simulate(source: NumberSource, noise: number): { truth: Truth; measured: MeasuredEpisode[] } {
  const scale = new Float64Array(K * K);
  model.sd.forEach((sd, k) => {
    scale[k * K + k] = 1 / (sd * sd * (model.weight - K - 1));
  });
  const root = semidefiniteCholesky(inverseOfPositive(wishart(source, model.weight, scale, K), K)!, K);
  const about = (centre: ArrayLike<number>, variance: number): Float64Array => {
    const z = Float64Array.from({ length: K }, () => source.normal());
    return Float64Array.from({ length: K }, (_, i) => {
      let sum = centre[i]!;
      for (let j = 0; j <= i; j++) sum += Math.sqrt(variance) * root[i * K + j]! * z[j]!;
      return sum;
    });
  };
  const all = about(model.centre, 1);
  const classes = [about(all, model.pooling), about(all, model.pooling)];
  const events = new Map<string, Float64Array>();
  for (const { event, of } of layout) if (!events.has(event)) events.set(event, about(classes[of]!, 1));
  const markets = layout.map(({ event }) => about(events.get(event)!, model.sibling));
  return {
    truth: { all, classes, markets },
    measured: markets.map((scores, i) => observe(source, scores, i, noise)),
  };
}

function observe(source: NumberSource, scores: Float64Array, index: number, noise: number): MeasuredEpisode {
  const grid = gridOf(onset);
  const covariance = new Float64Array(EPISODE_MONTHS * EPISODE_MONTHS).fill(counterfactual.level ** 2);
  for (let m = 0; m < EPISODE_MONTHS; m++) {
    const at = m * EPISODE_MONTHS + m;
    covariance[at] = covariance[at]! + counterfactual.month ** 2;
  }
  const path = new Float64Array(months);
  effectPath(toValues(scores), grid.onset, grid.monthEnds, months, path);
  const level = counterfactual.level * source.normal();
  let lasting = misfit.lasting * source.normal();
  const ratios = path.map((share) => {
    const own = Math.sqrt(counterfactual.month ** 2 + misfit.month ** 2) * source.normal();
    const ratio = Math.log(share) + noise * (level + lasting + own);
    lasting =
      misfit.persistence * lasting +
      misfit.lasting * Math.sqrt(1 - misfit.persistence ** 2) * source.normal();
    return ratio;
  });
  const { event, class: strength } = layout[index]!;
  return {
    record: { id: `${event}${index}`, event, class: strength, onset, scored: false },
    baseline: { kind: 'fitted', start: grid.month, logMedian: [], components: [] },
    ratios,
    covariance,
    lastYear: new Float64Array(0),
    arrivals: new Float64Array(0),
    grid,
  };
}

/** Chi-square statistics of the ranks of the truth, one for each quantity looked at. */
function rankStatistics(noise: number, simulations: number): number[] {
  const source = new NumberSource('simulation-based calibration', 'truth');
  const quantities: ((truth: Truth) => number)[] = [
    ({ all }) => all[0]!,
    ({ classes }) => classes[0]![0]!,
    ({ classes }) => classes[1]![4]!,
    ({ markets }) => markets[0]![0]!,
    ({ markets }) => markets[2]![1]!,
    ({ markets }) => markets[3]![5]!,
  ];
  const counts = quantities.map(() => new Float64Array(bins));
  for (let s = 0; s < simulations; s++) {
    const { truth, measured } = simulate(source, noise);
    const evidence = measured.map((one) => evidenceOf(one.record, one)!);
    const rounds = Math.ceil((kept * thin * 4) / 3);
    const draws = samplePopulation({ evidence, seed: s, model, rounds, thin }).slice(0, kept);
    quantities.forEach((quantity, q) => {
      const own = quantity(truth);
      const rank = draws.filter((draw) => {
        const classes = [draw.classes.get('S2')!, draw.classes.get('S3')!];
        return quantity({ all: draw.all, classes, markets: draw.markets }) < own;
      }).length;
      const bin = Math.floor((rank * bins) / (kept + 1));
      counts[q]![bin] = counts[q]![bin]! + 1;
    });
  }
  const expected = simulations / bins;
  return counts.map((row) => row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0));
}

// Chi-square with 7 degrees of freedom exceeds 24.3 with probability 0.001; six are looked at.
const limit = 24.3;

test('ranks of the truth are uniform', () => {
  for (const statistic of rankStatistics(1, 64)) expect(statistic).toBeLessThan(limit);
});

test('the check sees a likelihood that takes the error for a third of what it is', () => {
  expect(Math.max(...rankStatistics(3, 32))).toBeGreaterThan(limit);
});
