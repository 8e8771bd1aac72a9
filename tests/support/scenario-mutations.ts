import fc from 'fast-check';
import { type ScenarioOptions, validScenario } from './scenario-arbitrary.ts';

/** Values that scenarios should not have, and some that they may. */
const oddValues: readonly unknown[] = [
  ...[null, undefined, true, false, '', ' ', 'x', '35%', '2025-02-30', '2025-11-01', 'JPY', 'CHN', '/', '😀'],
  ...[0, -0, 1, -1, 0.5, 2, 12, 35, 1e-300, 5e-324, 1e6, 1e15, 1e16, 1e308, -1e308, Number.MAX_SAFE_INTEGER],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[[], {}, [[]], [0], [1, 2, 3], { kind: 'beta' }, { kind: 'wormal', mean: 1, sd: 1 }, { mean: 1, sd: 2 }],
  { kind: 'normal', mean: 0, sd: 1 },
  { kind: 'lognormal', mean: 1, sd: 1e15 },
  { kind: 'lognormal', mean: 1e-300, sd: 1e300 },
  { kind: 'gamma', mean: 1, sd: 1e6 },
  { kind: 'weibull', mean: 1e-3, sd: 1e9 },
  { kind: 'beta', mean: 0.5, sd: 0.4999999 },
  { kind: 'beta', mean: 1e-12, sd: 1e-12 },
  { kind: 'beta', mean: 0.5, sd: 0 },
  { kind: 'student-t', mean: 0, sd: 1, df: 2 },
  { kind: 'uniform', low: 0, high: 1 },
  { kind: 'uniform', low: 1, high: 0 },
  { kind: 'constant', value: 0 },
  { kind: 'discrete', values: [0, 1], weights: [0, 0] },
  { kind: 'discrete', values: [0, 1], weights: [1] },
  { kind: 'empirical', values: [0] },
  { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 50, high: 51 },
  { kind: 'truncated', of: { kind: 'normal', mean: 0.5, sd: 1 }, low: 0, high: 1 },
  { kind: 'mixture', of: [{ weight: 0, distribution: { kind: 'constant', value: 0 } }] },
  { kind: 'beta', mean: 0.3, sd: 0.1, sharedAs: 'x', factors: { y: 0.5 } },
  { kind: 'beta', mean: 0.3, sd: 0.1, factors: { y: 2 } },
  { kind: 'quantiles', median: 10, p90: 11 },
  { kind: 'mixture', components: [{ weight: -1, mean: 3 }] },
  { kind: 'monthly', arrivals: [] },
  JSON.parse('{"__proto__": {"kind": "beta"}, "constructor": 1}'),
];

type Step = (tree: unknown, random: (below: number) => number) => unknown;

/**
 * Scenarios with up to three faults, or none: entries deleted, replaced, scaled, swapped, doubled, misspelt. Made from a
 * pool of valid ones, since making those is slow.
 */
export function mutatedScenario(options: ScenarioOptions = {}): fc.Arbitrary<unknown> {
  const pool = fc.sample(validScenario(options), { numRuns: 100, seed: 20_251_114 });
  return fc
    .record({
      from: fc.nat({ max: pool.length - 1 }),
      seeds: fc.array(fc.integer(), { minLength: 0, maxLength: 3 }),
    })
    .map(({ from, seeds }) => {
      let tree: unknown = pool[from];
      for (const seed of seeds) tree = mutate(tree, generator(seed));
      return tree;
    });
}

/** Any JSON values, some of them with the keys of a scenario. */
export function anyValue(): fc.Arbitrary<unknown> {
  const keys = fc.constantFrom(
    ...[
      'title',
      'prices',
      'calendar',
      'flows',
      'advisories',
      'correlations',
      'gdp',
      'id',
      'kind',
      'mean',
      'sd',
    ],
    ...[
      'baseline',
      'leadTime',
      'spend',
      'effects',
      'on',
      'onset',
      'duration',
      'start',
      'months',
      '__proto__',
    ],
  );
  const leaf = fc.oneof(fc.constantFrom(...oddValues), fc.double(), fc.string(), fc.bigInt(), fc.date());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(keys, fc.string({ maxLength: 3 })), tie('tree'), { maxKeys: 6 }),
    ),
  }));
  return fc.oneof(
    fc.jsonValue(),
    fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }),
    tree,
  );
}

/** Applies one change at one place, picked by `random`. */
function mutate(root: unknown, random: (below: number) => number): unknown {
  const step = steps[random(steps.length)]!;
  return changeAt(root, step, random);
}

/** Copies the way down to a place and changes what stands there. */
function changeAt(tree: unknown, step: Step, random: (below: number) => number): unknown {
  if (typeof tree !== 'object' || tree === null || random(6) === 0) return step(tree, random);
  const keys = Object.keys(tree);
  if (keys.length === 0) return step(tree, random);
  const key = keys[random(keys.length)]!;
  const changed: unknown = changeAt(Reflect.get(tree, key), step, random);
  const copy: unknown = Array.isArray(tree) ? [...tree] : { ...tree };
  if (changed === REMOVED) Reflect.deleteProperty(copy as object, key);
  else Reflect.set(copy as object, key, changed);
  return copy;
}

const REMOVED = Symbol('removed');

const steps: readonly Step[] = [
  () => REMOVED,
  (_, random) => oddValues[random(oddValues.length)],
  (_, random) => oddValues[random(oddValues.length)],
  // Another number of the same size, or of another.
  (value, random) => (typeof value === 'number' ? value * (1 + random(100) / 1000) : value),
  (value, random) => (typeof value === 'number' ? value * [10, 100, -1, 1e9, 1e-9, 1.01][random(6)]! : value),
  (value) => (typeof value === 'number' ? { kind: 'constant', value } : value),
  (value) => (isQuantity(value) ? { kind: 'truncated', of: value, low: 0 } : value),
  (value, random) => (Array.isArray(value) ? [...value, value[random(value.length)]] : value),
  (value) => (Array.isArray(value) ? value.slice(1) : value),
  (value) => (Array.isArray(value) ? [...value].reverse() : value),
  (value) => (typeof value === 'object' && value !== null ? { ...value, extra: 1 } : value),
  (value) => (typeof value === 'string' ? `${value}x` : value),
  (value, random) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, entry], index) => [index === random(entries.length) ? key.slice(1) : key, entry]),
    );
  },
];

function isQuantity(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('sd' in value || 'values' in value || 'high' in value)
  );
}

/** Small whole numbers from a seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
