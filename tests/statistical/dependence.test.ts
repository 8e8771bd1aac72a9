import { describe, expect, it } from 'vitest';
import { cdf } from '../../src/distributions/cdf.ts';
import { normalQuantile } from '../../src/distributions/normal.ts';
import type { Distribution } from '../../src/distributions/types.ts';
import type { PlannedInput } from '../../src/engine/inputs.ts';
import { sampleInputs } from '../../src/engine/sample-inputs.ts';
import { prepareRun } from '../../src/sampling/prepare-run.ts';
import type { Correlation, Scenario } from '../../src/scenario/types.ts';
import { correlation } from '../../src/statistics/correlation.ts';
import { ranks } from '../../src/statistics/ranks.ts';
import { smallScenario } from '../support/small-scenario.ts';

const DRAWS = 40_000;

/** Where the quantities of these tests stand in the scenario, and their names. */
const names = {
  spend: 'flow/china/spend',
  duration: 'advisory/notice/duration',
  suppression: 'advisory/notice/effect/all/suppression',
  cancellation: 'advisory/notice/effect/all/cancellation',
  recovery: 'advisory/notice/effect/all/recovery',
} as const;
type Place = keyof typeof names;
const places = Object.keys(names) as Place[];

const families = {
  spend: { kind: 'weibull', mean: 250_000, sd: 60_000 },
  duration: { kind: 'lognormal', mean: 200, sd: 120 },
  suppression: { kind: 'beta', mean: 0.45, sd: 0.12 },
  cancellation: { kind: 'triangular', low: 0, mode: 0.3, high: 0.8 },
  recovery: { kind: 'gamma', mean: 60, sd: 30 },
} as const satisfies Record<Place, Distribution>;

type Quantities = Readonly<Record<Place, Distribution>>;

/** The families, each with what is said of it beside. */
function annotated(of: (place: Place) => Pick<Distribution, 'factors' | 'sharedAs'>): Quantities {
  const quantities = places.map((place) => [place, { ...families[place], ...of(place) }]);
  return Object.fromEntries(quantities) as Quantities;
}

function scenarioOf(quantities: Quantities, correlations: readonly Correlation[] = []): Scenario {
  const [flow] = smallScenario.flows;
  const [advisory] = smallScenario.advisories;
  const [effect] = advisory!.effects;
  const { spend, duration, suppression, cancellation, recovery } = quantities;
  const halfLives = { ...effect!.halfLives, recovery };
  return {
    ...smallScenario,
    flows: [{ ...flow!, spend }],
    advisories: [{ ...advisory!, duration, effects: [{ ...effect!, suppression, cancellation, halfLives }] }],
    correlations,
  };
}

type Fault = (input: PlannedInput) => PlannedInput;
/** One quantity: its draws, what its distribution function makes of them, and the normal scores of that. */
interface Drawn {
  readonly values: Float64Array;
  readonly probabilities: Float64Array;
  readonly scores: Float64Array;
}
type Draws = Readonly<Record<Place, Drawn>>;

/** Every draw of the quantities, with a fault planted in the plan of the inputs where one is given. */
function drawsOf(scenario: Scenario, fault: Fault = (input) => input): Draws {
  const { plan } = prepareRun({ scenario, seed: 'dependence', draws: DRAWS }).head;
  const sampled = new Float64Array(plan.inputs.length * DRAWS);
  sampleInputs(plan.inputs.map(fault), plan.key)(0, DRAWS, sampled, DRAWS);
  const drawn = (place: Place): Drawn => {
    const slot = plan.inputs.findIndex(({ name }) => name === names[place]);
    const values = sampled.subarray(slot * DRAWS, (slot + 1) * DRAWS);
    const probabilities = values.map((value) => cdf(families[place], value));
    return { values, probabilities, scores: probabilities.map(normalQuantile) };
  };
  return Object.fromEntries(places.map((place) => [place, drawn(place)])) as Record<Place, Drawn>;
}

/** Weights of the normal scores of an input changed; `own` is the one of its own stream, which stands last. */
const reweighted =
  (change: (weight: number, own: boolean) => number): Fault =>
  (input) => {
    if (input.source.kind !== 'scores') return input;
    const { parts } = input.source;
    const changed = parts.map((part, i) => ({
      ...part,
      weight: change(part.weight, i === parts.length - 1),
    }));
    return { ...input, source: { kind: 'scores', parts: changed } };
  };

/** Standard errors that anything below may stray; five are exceeded once in 1.7 million times. */
const WITHIN = 5;
/** √n times the distance of Kolmogorov and Smirnov that is as rare: 2 exp(-2 x²), by Massart (1990), is 1 / 1.7 million. */
const FARTHEST = 2.75;

/** Standard errors of the correlation of normal scores from `expected`: of normal pairs it is (1 - ρ²) / √n. */
function strayOfCorrelation(draws: Draws, a: Place, b: Place, expected: number): number {
  const found = correlation(draws[a].scores, draws[b].scores);
  return (Math.abs(found - expected) * Math.sqrt(DRAWS)) / (1 - expected * expected);
}

/** Whether the quantity is drawn from its distribution: by its distance from it, and the variance of its scores. */
function isDrawnFrom(draws: Draws, place: Place): boolean {
  const { probabilities, scores } = draws[place];
  const ascending = probabilities.slice().sort();
  let distance = 0;
  ascending.forEach((p, i) => {
    distance = Math.max(distance, (i + 1) / DRAWS - p, p - i / DRAWS);
  });
  const squares = scores.reduce((sum, z) => sum + z * z, 0);
  const strayOfVariance = Math.abs(squares / DRAWS - 1) / Math.sqrt(2 / DRAWS);
  return distance * Math.sqrt(DRAWS) < FARTHEST && strayOfVariance < WITHIN;
}

/** In how many draws the two do not have the same rank. */
function ranksApart(a: Drawn, b: Drawn): number {
  const other = ranks(b.values);
  return ranks(a.values).reduce((apart, rank, i) => apart + (rank === other[i] ? 0 : 1), 0);
}

const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b): [Place, Place] => [a, b]));

describe('a correlation matrix of three quantities of three families', () => {
  const among: readonly Place[] = ['suppression', 'recovery', 'duration'];
  const matrix = [
    [1, -0.7, 0.5],
    [-0.7, 1, -0.6],
    [0.5, -0.6, 1],
  ];
  const expected = (a: Place, b: Place): number => matrix[among.indexOf(a)]?.[among.indexOf(b)] ?? 0;
  const correlated = scenarioOf(families, [{ among: among.map((place) => names[place]), matrix }]);
  const draws = drawsOf(correlated);
  const apart = drawsOf(scenarioOf(families));
  const halved = drawsOf(
    correlated,
    reweighted((weight, own) => (own ? weight : weight / 2)),
  );

  it.each(pairs)('correlates the normal scores of %s and %s as it says, and others not at all', (a, b) => {
    expect(strayOfCorrelation(draws, a, b, expected(a, b))).toBeLessThan(WITHIN);
  });

  it.each(places)('leaves %s its distribution', (place) => {
    expect(isDrawnFrom(draws, place)).toBe(true);
  });

  it.each(pairs.filter(([a, b]) => expected(a, b) !== 0))('the check sees %s and %s drawn apart', (a, b) => {
    expect(strayOfCorrelation(apart, a, b, expected(a, b))).toBeGreaterThan(WITHIN);
    expect(strayOfCorrelation(apart, a, b, 0)).toBeLessThan(WITHIN);
  });

  it('the checks see weights that are halved', () => {
    expect(strayOfCorrelation(halved, 'suppression', 'recovery', -0.7)).toBeGreaterThan(WITHIN);
    expect(isDrawnFrom(halved, 'recovery')).toBe(false);
    expect(isDrawnFrom(halved, 'duration')).toBe(false);
  });
});

describe('loadings on factors, across families, flows and advisories', () => {
  const loadings: Readonly<Record<Place, Readonly<Record<string, number>>>> = {
    spend: { mood: 0.9 },
    duration: { severity: 0.6 },
    suppression: { severity: 0.8, mood: 0.5 },
    cancellation: {},
    recovery: { severity: -0.7, mood: 0.4 },
  };
  const expected = (a: Place, b: Place): number =>
    Object.entries(loadings[a]).reduce(
      (sum, [factor, loading]) => sum + loading * (loadings[b][factor] ?? 0),
      0,
    );
  const loaded = scenarioOf(annotated((place) => ({ factors: loadings[place] })));
  const draws = drawsOf(loaded);
  const apart = drawsOf(scenarioOf(families));
  const tooMuchOfItsOwn = drawsOf(
    loaded,
    reweighted((weight, own) => (own ? Math.sqrt(1 - 0.9 * (1 - weight * weight)) : weight)),
  );

  it.each(pairs)('correlate %s and %s by the products of their loadings', (a, b) => {
    expect(strayOfCorrelation(draws, a, b, expected(a, b))).toBeLessThan(WITHIN);
  });

  it.each(places)('leave %s its distribution', (place) => {
    expect(isDrawnFrom(draws, place)).toBe(true);
  });

  it.each(pairs.filter(([a, b]) => expected(a, b) !== 0))('the check sees %s and %s drawn apart', (a, b) => {
    expect(strayOfCorrelation(apart, a, b, expected(a, b))).toBeGreaterThan(WITHIN);
  });

  it('the checks see a part of its own that is too large', () => {
    expect(isDrawnFrom(tooMuchOfItsOwn, 'suppression')).toBe(false);
    expect(isDrawnFrom(tooMuchOfItsOwn, 'spend')).toBe(false);
    expect(strayOfCorrelation(tooMuchOfItsOwn, 'spend', 'suppression', 0.45)).toBeGreaterThan(WITHIN);
  });
});

describe('one `sharedAs` name, across families', () => {
  const shared = scenarioOf(
    annotated((place) => ({ sharedAs: place === 'cancellation' ? 'another' : 'mood' })),
  );
  const draws = drawsOf(shared);
  const together = pairs.filter((pair) => !pair.includes('cancellation'));

  it.each(together)('%s and %s have the same ranks in every draw', (a, b) => {
    expect(ranksApart(draws[a], draws[b])).toBe(0);
  });

  it.each(places)('%s keeps its distribution', (place) => {
    expect(isDrawnFrom(draws, place)).toBe(true);
  });

  it('another name, or none, is another draw', () => {
    const apart = drawsOf(scenarioOf(families));
    expect(strayOfCorrelation(draws, 'suppression', 'cancellation', 0)).toBeLessThan(WITHIN);
    expect(strayOfCorrelation(apart, 'suppression', 'recovery', 0)).toBeLessThan(WITHIN);
    // Two independent orders agree in one place on average.
    expect(ranksApart(draws.suppression, draws.cancellation)).toBeGreaterThan(DRAWS - 10);
    expect(ranksApart(apart.suppression, apart.recovery)).toBeGreaterThan(DRAWS - 10);
  });
});
