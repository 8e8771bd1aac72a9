import { checkScenario } from '../../src/scenario/check-scenario.ts';
import { smallScenario } from './small-scenario.ts';

const time = (name: string, make: () => unknown) => {
  const value = make();
  const t = performance.now();
  const r = checkScenario(value);
  console.log(
    name,
    Math.round(performance.now() - t),
    'ms',
    r.ok || r.issues.length,
    Math.round(process.memoryUsage().rss / 1e6),
    r.ok ? '' : JSON.stringify(r.issues[0]),
  );
};
const flow = smallScenario.flows[0]!;
const adv = smallScenario.advisories[0]!;
const eff = adv.effects[0]!;
time('small', () => smallScenario);
time('small', () => smallScenario);
const row = Array.from({ length: 100000 }, () => 'x');
time('strings in matrix', () => ({
  ...smallScenario,
  correlations: [{ among: ['a'], matrix: Array.from({ length: 19 }, () => row) }],
}));
time('unknown keys', () => ({
  ...smallScenario,
  ...Object.fromEntries(Array.from({ length: 1900000 }, (_, i) => ['k' + i, 1])),
}));
time('unknown keys in flows', () => ({
  ...smallScenario,
  flows: Array.from({ length: 1000 }, () =>
    Object.fromEntries(Array.from({ length: 1900 }, (_, i) => ['k' + i, 1])),
  ),
}));
time('categories', () => ({
  ...smallScenario,
  flows: [{ ...flow, spend: Object.fromEntries(Array.from({ length: 1900000 }, (_, i) => ['k' + i, 'x'])) }],
}));
time('1000 flows x 600 months', () => ({
  ...smallScenario,
  calendar: { start: '2025-11-01', months: 600 },
  flows: Array.from({ length: 1000 }, (_, i) => ({
    ...flow,
    id: 'f' + i,
    baseline: { kind: 'monthly', arrivals: Array.from({ length: 600 }, () => 5) },
  })),
}));
time('1000 flows x 600 months noise', () => ({
  ...smallScenario,
  calendar: { start: '2025-11-01', months: 600 },
  flows: Array.from({ length: 1000 }, (_, i) => ({
    ...flow,
    id: 'f' + i,
    baseline: { kind: 'annual', total: 5, noise: 1 },
  })),
}));
time('1000 advisories x 10 effects x 1000 flows', () => ({
  ...smallScenario,
  flows: Array.from({ length: 1000 }, (_, i) => ({ ...flow, id: 'f' + i })),
  advisories: Array.from({ length: 1000 }, (_, i) => ({
    ...adv,
    id: 'a' + i,
    effects: Array.from({ length: 10 }, (_, j) => ({ ...eff, id: 'e' + j, on: { flow: 'f' + j } })),
  })),
}));
time('unknown selectors', () => ({
  ...smallScenario,
  flows: Array.from({ length: 1000 }, (_, i) => ({ ...flow, id: 'f' + i })),
  advisories: Array.from({ length: 1000 }, (_, i) => ({
    ...adv,
    id: 'a' + i,
    effects: Array.from({ length: 10 }, (_, j) => ({
      ...eff,
      id: 'e' + j,
      on: { flow: Array.from({ length: 100 }, (_, k) => 'g'.repeat(90) + j + k) },
    })),
  })),
}));
time('isProbability', () => ({
  ...smallScenario,
  flows: Array.from({ length: 1000 }, (_, i) => ({
    ...flow,
    id: 'f' + i,
    leadTime: {
      kind: 'mixture',
      components: Array.from({ length: 64 }, (_, k) => ({
        weight: k === 0 ? 1e5 : k === 1 ? -1e5 + 1 : 0,
        mean: 1e8 + 1 / (k + 1),
      })),
    },
  })),
}));
time('correlation names', () => {
  const flows = Array.from({ length: 40 }, (_, i) => ({
    ...flow,
    id: 'f'.repeat(80) + i,
    baseline: { kind: 'monthly', arrivals: Array.from({ length: 100 }, () => 5) },
  }));
  return {
    ...smallScenario,
    calendar: { start: '2025-11-01', months: 100 },
    flows,
    correlations: Array.from({ length: 1000 }, (_, c) => ({
      among: Array.from({ length: 200 }, (_, k) => 'flow/' + 'f'.repeat(80) + '/' + c + '/' + k),
      matrix: Array.from({ length: 200 }, (_, i) =>
        Array.from({ length: 200 }, (_, j) => (i === j ? 1 : 0)),
      ).slice(0, c < 40 ? 200 : 0),
    })),
  };
});
