import { describe, expect, it } from 'vitest';
import { renderIssue, ScenarioError } from '../../../src/errors.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import { parseScenario } from '../../../src/scenario/parse-scenario.ts';
import { smallScenario } from '../../support/small-scenario.ts';

/** The small scenario with other entries at some paths; undefined takes an entry away. */
function spoilt(changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(smallScenario);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    let at = copy as object;
    for (const key of keys.slice(0, -1)) at = Reflect.get(at, key) as object;
    Reflect.set(at, keys.at(-1)!, value);
  }
  return copy;
}

/** Codes and rendered lines of all issues. */
function issuesOf(value: unknown): string[] {
  const result = checkScenario(value);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} | ${renderIssue(issue)}`);
}

function warningsOf(value: unknown): string[] {
  const result = checkScenario(value);
  return result.ok
    ? result.warnings.map((issue) => `${issue.code} | ${renderIssue(issue)}`)
    : ['not accepted', ...issuesOf(value)];
}

const flow = smallScenario.flows[0]!;
const advisory = smallScenario.advisories[0]!;
const effect = advisory.effects[0]!;
const suppression = 'advisories.0.effects.0.suppression';
const normal = { kind: 'normal', mean: 0.5, sd: 0.1 };

describe('checkScenario', () => {
  it('accepts what is right, as a fresh copy', () => {
    const result = checkScenario(smallScenario);
    expect(result).toEqual({ ok: true, scenario: smallScenario, warnings: [] });
    if (result.ok) {
      expect(result.scenario).not.toBe(smallScenario);
      expect(result.scenario.flows[0]!.leadTime).not.toBe(flow.leadTime);
    }
  });

  // Changes, and each line of `code | path: message` that they bring about.
  it.each<[string, Readonly<Record<string, unknown>>, ...string[]]>([
    // type
    [
      'a string for a number',
      { 'flows.0.nights': '6.5' },
      'type | flows[0].nights: expected a number or a distribution, received "6.5"; did you mean 6.5?',
    ],
    [
      'per cent in writing',
      { [suppression]: '35%' },
      'type | advisories[0].effects[0].suppression: expected a number or a distribution, received "35%"; did you mean 0.35?',
    ],
    [
      'a list for a quantity',
      { 'flows.0.nights': [1] },
      'type | flows[0].nights: expected a number or a distribution, received an array of 1',
    ],
    ['a list for an object', { prices: [] }, 'type | prices: expected an object, received an array of 0'],
    [
      'a list for a selector',
      { 'advisories.0.effects.0.on': [] },
      'type | advisories[0].effects[0].on: expected an object, received an array of 0',
    ],
    [
      'a list for categories',
      { 'flows.0.spend': [1, 2] },
      'type | flows[0].spend: expected a number or a distribution, received an array of 2',
    ],
    ['an object for a list', { flows: {} }, 'type | flows: expected an array, received an object'],
    ['a number for a name', { 'flows.0.origin': 1 }, 'type | flows[0].origin: expected a string, received 1'],
    [
      'an unknown kind',
      { 'flows.0.spend': { kind: 'lognorml', mean: 1, sd: 1 } },
      'type | flows[0].spend.kind: "lognorml" is none of constant, uniform, triangular, pert, normal, lognormal, gamma, beta, weibull, student-t, discrete, empirical, truncated, mixture; did you mean "lognormal"?',
    ],
    ['NaN', { 'flows.0.nights': Number.NaN }, 'type | flows[0].nights: expected a number, received NaN'],
    [
      'infinity',
      { 'flows.0.nights': Number.POSITIVE_INFINITY },
      'type | flows[0].nights: expected a finite number, received Infinity',
    ],
    // unknown-key
    [
      'unknown keys, all of them',
      { colour: 1, 'flows.0.leadTimes': 1, 'flows.0.zzz': 1 },
      'unknown-key | colour: unknown key',
      'unknown-key | flows[0].leadTimes: unknown key; did you mean "leadTime"?',
      'unknown-key | flows[0].zzz: unknown key',
    ],
    [
      'a key that JavaScript reserves',
      { 'flows.0.regions': JSON.parse('{"constructor": 1, "__proto__": 0}') },
      'unknown-key | flows[0].regions.constructor: the name "constructor" is not allowed',
      'unknown-key | flows[0].regions.__proto__: the name "__proto__" is not allowed',
      'length | flows[0].regions: has no regions',
    ],
    // missing
    ['a missing key', { 'flows.0.origin': undefined }, 'missing | flows[0].origin: is missing'],
    [
      'a missing kind',
      { 'flows.0.nights': { mean: 1, sd: 1 } },
      'missing | flows[0].nights.kind: is missing; it must be one of constant, uniform, triangular, pert, normal, lognormal, gamma, beta, weibull, student-t, discrete, empirical, truncated, mixture',
    ],
    [
      'a missing kind that looks like categories',
      { 'flows.0.spend': { low: 1, high: 2 } },
      'missing | flows[0].spend.kind: is missing; it must be one of constant, uniform, triangular, pert, normal, lognormal, gamma, beta, weibull, student-t, discrete, empirical, truncated, mixture',
    ],
    ['a missing part', { calendar: undefined }, 'missing | calendar: is missing'],
    // domain
    [
      'a share in per cent',
      { 'advisories.0.effects.0.cancellation': 35 },
      'domain | advisories[0].effects[0].cancellation: 35 is outside [0, 1]: it must be a share; did you mean 0.35?',
    ],
    [
      'a negative share',
      { 'advisories.0.effects.0.cancellation': -0.1 },
      'domain | advisories[0].effects[0].cancellation: -0.1 is outside [0, 1]: it must be a share',
    ],
    [
      'an unbounded share',
      { [suppression]: normal },
      "domain | advisories[0].effects[0].suppression: its values lie in [-infinity, infinity], which leaves [0, 1]: it must be a share; truncate it: { kind: 'truncated', of: ..., low: 0, high: 1 }",
    ],
    [
      'an unbounded duration',
      { 'advisories.0.duration': normal },
      "domain | advisories[0].duration: its values lie in [-infinity, infinity], which leaves [0, infinity): it must be a number of days; truncate it: { kind: 'truncated', of: ..., low: 0 }",
    ],
    [
      'an unbounded delay',
      { 'advisories.0.onset.delay': normal },
      "domain | advisories[0].onset.delay: its values lie in [-infinity, infinity], which leaves [-3650, infinity): it must be a delay in days; truncate it: { kind: 'truncated', of: ..., low: -3650 }",
    ],
    [
      'a distribution in per cent',
      { [suppression]: { kind: 'uniform', low: 20, high: 40 } },
      'domain | advisories[0].effects[0].suppression: its values lie in [20, 40], which leaves [0, 1]: it must be a share; did you mean a high end of 0.4?',
    ],
    [
      'an ordinary cancellation of all',
      { 'flows.0.ordinaryCancellation': 1 },
      'domain | flows[0].ordinaryCancellation: 1 is outside [0, 1): it must be a share below 1',
    ],
    [
      'an empty aeroplane',
      { 'flows.0.capacity': { loadFactor: 0 } },
      'domain | flows[0].capacity.loadFactor: 0 is outside (0, 1]: it must be a share above 0',
    ],
    [
      'an aeroplane that can be empty',
      { 'flows.0.capacity': { loadFactor: { kind: 'discrete', values: [0, 1] } } },
      'domain | flows[0].capacity.loadFactor: a draw can be 0, which is outside (0, 1]: it must be a share above 0; truncate it',
    ],
    [
      'an economy of nothing',
      { gdp: 0 },
      'domain | gdp: 0 is outside (0, infinity): it must be a yearly product',
    ],
    [
      'less than nothing',
      { 'flows.0.lastYear': [1, null, -1] },
      'domain | flows[0].lastYear[2]: -1 is outside [0, infinity): it must be a number of arrivals',
    ],
    [
      'a start within a month',
      { 'calendar.start': '2025-11-14' },
      'domain | calendar.start: 2025-11-14 is not the first of a month; did you mean "2025-11-01"?',
    ],
    [
      'no months',
      { 'calendar.months': 0 },
      'domain | calendar.months: must be a whole number of months from 1 to 600',
    ],
    [
      'half a month',
      { 'calendar.months': 1.5 },
      'domain | calendar.months: must be a whole number of months from 1 to 600',
    ],
    [
      'a price year of another age',
      { 'prices.year': 24 },
      'domain | prices.year: must be a year from 1900 to 2200',
    ],
    [
      'an onset long ago',
      { 'advisories.0.onset.date': '2015-11-01' },
      'domain | advisories[0].onset.date: 2015-11-01 is 3653 days before the start; at most 3650 can be computed',
    ],
    [
      'an onset of another age',
      { 'advisories.0.onset.date': '2201-01-01' },
      'domain | advisories[0].onset.date: 2201-01-01 is outside the years 1900 to 2200',
    ],
    [
      'too strong factors',
      { [suppression]: { kind: 'beta', mean: 0.5, sd: 0.1, factors: { a: 0.8, b: 0.7 } } },
      'domain | advisories[0].effects[0].suppression.factors: the squares of the loadings sum to 1.13; they must not exceed 1',
    ],
    [
      'a lead time with a negative probability',
      {
        'flows.0.leadTime': {
          kind: 'mixture',
          components: [
            { weight: -1, mean: 40 },
            { weight: 2, mean: 10 },
          ],
        },
      },
      'domain | flows[0].leadTime: negative weights make some probabilities negative; the slowest component needs a positive weight',
    ],
    // format
    [
      'an id with a slash',
      { 'flows.0.id': 'a/b' },
      'format | flows[0].id: an id has letters, digits, ".", "_" and "-" only',
    ],
    [
      'an empty origin',
      { 'flows.0.origin': '' },
      'format | flows[0].origin: must not be empty',
      'unknown-name | advisories[0].effects[0].on.origin: no flow has the origin "CHN"',
    ],
    [
      'a category with a slash',
      { 'flows.0.spend': { 'a/b': 1 } },
      'format | flows[0].spend["a/b"]: a name must not be empty and must not contain "/"',
    ],
    [
      'a day that is none',
      { 'advisories.0.onset.date': '2025-02-30' },
      'format | advisories[0].onset.date: "2025-02-30" is no day of the calendar; a date is written YYYY-MM-DD',
    ],
    [
      'a currency in small letters',
      { 'prices.currency': 'jpy' },
      'format | prices.currency: "jpy" is no currency code of ISO 4217; did you mean "JPY"?',
    ],
    // duplicate
    [
      'two flows of one id',
      { flows: [flow, flow] },
      'duplicate | flows[1].id: "china" is the id of flows[0] already',
      'conflict | advisories[0].effects[0].on: applies to flow "china", to which effects[0] applies already; one advisory has one effect on a flow',
    ],
    [
      'two advisories of one id',
      { advisories: [advisory, advisory] },
      'duplicate | advisories[1].id: "notice" is the id of advisories[0] already',
    ],
    [
      'two effects of one id',
      { 'advisories.0.effects': [effect, { ...effect, on: { flow: 'chin' } }] },
      'duplicate | advisories[0].effects[1].id: "all" is the id of effects[0] already',
      'unknown-name | advisories[0].effects[1].on.flow: no flow has the id "chin"; did you mean "china"?',
    ],
    // unknown-name
    [
      'an unknown market',
      { 'advisories.0.effects.0.on': { origin: ['CHN', 'CHM'] } },
      'unknown-name | advisories[0].effects[0].on.origin[1]: no flow has the origin "CHM"; did you mean "CHN"?',
    ],
    [
      'a selector without a flow',
      {
        flows: [flow, { ...flow, id: 'korea', origin: 'KOR', destination: 'THA' }],
        'advisories.0.effects.0.on': { origin: 'KOR', destination: 'JPN' },
      },
      'unknown-name | advisories[0].effects[0].on: matches no flow: no flow has all of these at once',
    ],
    [
      'an unknown quantity',
      { correlations: [{ among: ['flow/china/spent'], matrix: [[1]] }] },
      'unknown-name | correlations[0].among[0]: no quantity has the name "flow/china/spent"; did you mean "flow/china/spend"?',
    ],
    [
      'a quantity that is known',
      { correlations: [{ among: ['advisory/notice/duration'], matrix: [[1]] }] },
      'unknown-name | correlations[0].among[0]: "advisory/notice/duration" is a number; only uncertain quantities correlate',
    ],
    // sum
    [
      'weights that do not sum to 1',
      { 'flows.0.leadTime.components.0.weight': 0.37 },
      'sum | flows[0].leadTime: weights sum to 0.97; they must sum to 1',
    ],
    [
      'regions that do not sum to 1',
      { 'flows.0.regions': { Tokyo: 0.5, Osaka: 0.4 } },
      'sum | flows[0].regions: shares sum to 0.9; they must sum to 1',
    ],
    [
      'regions that do not sum to 1 in the mean',
      { 'flows.0.regions': { Tokyo: 0.5, Osaka: { kind: 'beta', mean: 0.4, sd: 0.1 } } },
      'sum | flows[0].regions: shares sum to 0.9 in the mean; they must sum to 1',
    ],
    [
      'regions that can all be nothing',
      {
        'flows.0.regions': {
          Tokyo: { kind: 'discrete', values: [0, 1] },
          Osaka: { kind: 'discrete', values: [0, 1] },
        },
      },
      'sum | flows[0].regions: all shares can be 0 in one draw; one at least must stay above',
    ],
    [
      'a year without seasons',
      { 'flows.0.baseline': { kind: 'annual', total: 1, seasons: Array.from({ length: 12 }, () => 0) } },
      'sum | flows[0].baseline.seasons: all weights are 0; one at least must be above',
    ],
    // length
    [
      'too few months',
      { 'calendar.months': 4 },
      'length | flows[0].baseline.arrivals: has 3 entries; the calendar has 4 months',
    ],
    [
      'another last year',
      { 'flows.0.lastYear': [1] },
      'length | flows[0].lastYear: has 1 entries; the calendar has 3 months',
    ],
    [
      'four seasons',
      { 'flows.0.baseline': { kind: 'annual', total: 1, seasons: [1, 1, 1, 1] } },
      'length | flows[0].baseline.seasons: needs twelve weights, January to December',
    ],
    ['no flows', { flows: [], advisories: [] }, 'length | flows: must not be empty'],
    [
      'no components',
      { 'flows.0.leadTime.components': [] },
      'length | flows[0].leadTime.components: must not be empty',
    ],
    [
      'a matrix of another size',
      {
        correlations: [
          {
            among: ['flow/china/spend'],
            matrix: [
              [1, 0],
              [0, 1],
            ],
          },
        ],
      },
      'length | correlations[0].matrix: must have 1 rows of 1 numbers, as many as there are names in `among`',
    ],
    // conflict
    [
      'two effects on one flow',
      { 'advisories.0.effects': [effect, { ...effect, id: 'more', on: {} }] },
      'conflict | advisories[0].effects[1].on: applies to flow "china", to which effects[0] applies already; one advisory has one effect on a flow',
    ],
    [
      'shared and in factors',
      { [suppression]: { kind: 'beta', mean: 0.5, sd: 0.1, sharedAs: 'a', factors: { b: 0.5 } } },
      'conflict | advisories[0].effects[0].suppression: `sharedAs` and `factors` exclude each other',
    ],
    [
      'shared and correlated',
      {
        'flows.0.spend': { kind: 'gamma', mean: 5, sd: 1, sharedAs: 'a' },
        correlations: [{ among: ['flow/china/spend'], matrix: [[1]] }],
      },
      'conflict | correlations[0].among[0]: "flow/china/spend" has `sharedAs`, which excludes a correlation matrix',
    ],
    [
      'an uncertain mean beside a negative weight',
      {
        'flows.0.leadTime.components': [
          { weight: 1.2, mean: { kind: 'gamma', mean: 40, sd: 5 } },
          { weight: -0.2, mean: 5 },
        ],
      },
      'conflict | flows[0].leadTime.components[0].mean: an uncertain mean and a negative weight exclude each other; write a number',
    ],
    // size
    [
      'too many arrivals',
      { 'flows.0.baseline.arrivals.0': 1e16 },
      'size | flows[0].baseline.arrivals[0]: 10000000000000000 is too large: at most 1000000000000000',
    ],
    [
      'too many advisories',
      { advisories: Array.from({ length: 1001 }, (_, index) => ({ ...advisory, id: `a${index}` })) },
      'size | advisories: has 1001 entries; at most 1000 are allowed',
    ],
    [
      'distributions in one another',
      { 'flows.0.nights': [1, 2, 3, 4].reduce<unknown>((of) => ({ kind: 'truncated', of, low: 0 }), normal) },
      'size | flows[0].nights: distributions are nested deeper than 4 levels',
    ],
  ])('reports %s', (_, changes, ...lines) => {
    expect(issuesOf(spoilt(changes))).toEqual(lines);
  });

  it('reports parameters of distributions where they stand', () => {
    const result = checkScenario(spoilt({ [suppression]: { kind: 'beta', mean: 35, sd: 5 } }));
    const issue = result.ok ? undefined : result.issues[0];
    expect(issue?.code).toBe('parameters');
    expect(issue?.path).toMatch(/^advisories\[0\]\.effects\[0\]\.suppression/);
    expect(issue?.message).toMatch(/; did you mean 0\.35\?$/);
  });

  it('reports quantiles that no lead time has', () => {
    const lines = issuesOf(spoilt({ 'flows.0.leadTime': { kind: 'quantiles', median: 30, p90: 31 } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^parameters \| flows\[0\]\.leadTime: /);
  });

  it('reports draws too large to compute with', () => {
    const lines = issuesOf(spoilt({ 'flows.0.spend': { kind: 'lognormal', mean: 1e14, sd: 1e15 } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^size \| flows\[0\]\.spend: draws as extreme as \S+ are possible: at most 1000000000000000 /,
    );
  });

  it('reports distributions too large to compute with', () => {
    const nights = (quantity: unknown) => issuesOf(spoilt({ 'flows.0.nights': quantity }));
    expect(nights({ kind: 'discrete', values: [1, 2], weights: [1e308, 1e308] })).toEqual([
      'size | flows[0].nights: has a parameter of 1e+308: at most 1e+21',
    ]);
    const mixture = (distribution: unknown) => ({
      kind: 'mixture',
      of: Array.from({ length: 20 }, () => ({ weight: 1, distribution })),
    });
    expect(nights(mixture(mixture({ kind: 'gamma', mean: 5, sd: 2 })))).toEqual([
      'size | flows[0].nights: is made of more than 256 distributions',
    ]);
  });

  it('reports a matrix that is none of correlations', () => {
    const two = { 'flows.0.nights': { kind: 'gamma', mean: 5, sd: 1 } };
    const among = ['flow/china/spend', 'flow/china/nights'];
    const lines = (matrix: unknown) => issuesOf(spoilt({ ...two, correlations: [{ among, matrix }] }));
    expect(
      lines([
        [1, 0.3],
        [0.3, 1],
      ]),
    ).toEqual([]);
    expect(
      lines([
        [1, 0.3],
        [0.2, 1],
      ]),
    ).toEqual([
      'domain | correlations[0].matrix[1][0]: 0.2 differs from 0.3 at [0][1]; it must be symmetric',
    ]);
    expect(
      lines([
        [1, 2],
        [2, 0.5],
      ]),
    ).toEqual([
      'domain | correlations[0].matrix[0][1]: 2 is outside [-1, 1]: it must be a correlation',
      'domain | correlations[0].matrix[1][0]: 2 is outside [-1, 1]: it must be a correlation',
      'domain | correlations[0].matrix[1][1]: 0.5 stands on the diagonal, where 1 must stand',
    ]);
    const twice = { among: ['flow/china/spend'], matrix: [[1]] };
    expect(issuesOf(spoilt({ correlations: [twice, twice] }))).toEqual([
      'duplicate | correlations[1].among[0]: "flow/china/spend" stands at correlations[0].among[0] already',
    ]);
  });

  it('asks what well-shaped parts mean though others are misshapen', () => {
    const value = spoilt({
      'flows.0.leadTime.components.0.weight': 0.37,
      'advisories.0.duration': 'long',
      'prices.currency': '¥',
      gdp: -1,
      extra: true,
    });
    expect(issuesOf(value)).toEqual([
      'unknown-key | extra: unknown key',
      'type | advisories[0].duration: expected a number or a distribution, received "long"',
      'format | prices.currency: "¥" is no currency code of ISO 4217',
      'sum | flows[0].leadTime: weights sum to 0.97; they must sum to 1',
      'domain | gdp: -1 is outside (0, infinity): it must be a yearly product',
    ]);
  });

  it('warns of what has no effect', () => {
    expect(warningsOf(spoilt({ 'advisories.0.effects.0.seatCut': 0.3 }))).toEqual([
      'no-effect | advisories[0].effects[0].seatCut: does not bind on flows without a capacity: china',
    ]);
    expect(
      warningsOf(spoilt({ 'advisories.0.effects.0.seatCut': 0.3, 'flows.0.capacity': { loadFactor: 0.8 } })),
    ).toEqual([]);
    expect(warningsOf(spoilt({ 'advisories.0.effects': [] }))).toEqual([
      'no-effect | advisories[0].effects: an advisory without effects',
    ]);
    expect(warningsOf(spoilt({ 'advisories.0.onset.date': '2026-02-01' }))).toEqual([
      'no-effect | advisories[0].onset.date: 2026-02-01 is after the horizon',
    ]);
    expect(
      warningsOf(
        spoilt({ [suppression]: { kind: 'truncated', of: { ...normal, sharedAs: 'a' }, low: 0, high: 1 } }),
      ),
    ).toEqual([
      'no-effect | advisories[0].effects[0].suppression.of.sharedAs: sharedAs has no effect on a distribution inside another; put it on the outer one',
    ]);
  });

  it('lists a thousand issues at most', () => {
    const many = { ...flow, ...Object.fromEntries(Array.from({ length: 3000 }, (_, k) => [`k${k}`, k])) };
    const lines = issuesOf(spoilt({ flows: [many] }));
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('size | more than 1000 issues; the rest is left out');
  });
});

describe('parseScenario', () => {
  it('returns the scenario', () => {
    expect(parseScenario(smallScenario)).toEqual(smallScenario);
  });

  it('throws everything that is wrong', () => {
    let thrown: unknown;
    try {
      parseScenario(spoilt({ 'calendar.months': 0, 'flows.0.id': 'a b' }));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ScenarioError);
    expect((thrown as ScenarioError).issues.map(({ path }) => path)).toEqual([
      'calendar.months',
      'flows[0].id',
    ]);
    expect((thrown as ScenarioError).message).toBe(
      'calendar.months: must be a whole number of months from 1 to 600\n' +
        'flows[0].id: an id has letters, digits, ".", "_" and "-" only',
    );
  });

  it('takes values, not text', () => {
    expect(() => parseScenario(JSON.stringify(smallScenario))).toThrow(/give what JSON\.parse makes of it$/);
  });
});

describe('a dated baseline', () => {
  const events = [
    { date: '2025-11-20', arrivals: 1000 },
    { date: '2026-01-04', arrivals: { kind: 'gamma', mean: 500, sd: 50 } },
  ];
  const dated = (changes: object): unknown =>
    spoilt({ 'flows.0.baseline': { kind: 'dated', events, ...changes } });

  it('is accepted, and may be empty', () => {
    expect(warningsOf(dated({ noise: 1, level: 1 }))).toEqual([]);
    expect(warningsOf(dated({ events: [] }))).toEqual([]);
  });

  it('has one event a day at most', () => {
    expect(issuesOf(dated({ events: [...events, events[0]] }))).toEqual([
      'duplicate | flows[0].baseline.events[2].date: [0] is on 2025-11-20 already; add up the arrivals, or write a flow for each',
    ]);
  });

  it('has days of the calendar and arrivals that can be', () => {
    expect(issuesOf(dated({ events: [{ date: '2025-11-31', arrivals: -1 }] }))).toEqual([
      'format | flows[0].baseline.events[0].date: "2025-11-31" is no day of the calendar; a date is written YYYY-MM-DD',
      'domain | flows[0].baseline.events[0].arrivals: -1 is outside [0, infinity): it must be a number of arrivals',
    ]);
  });

  it('warns of days outside the horizon', () => {
    expect(warningsOf(dated({ events: [...events, { date: '2026-02-01', arrivals: 5 }] }))).toEqual([
      'no-effect | flows[0].baseline.events[2].date: 2026-02-01 is outside the horizon',
    ]);
  });

  it('has no seasons', () => {
    expect(issuesOf(dated({ seasons: [1] }))).toEqual([
      'unknown-key | flows[0].baseline.seasons: unknown key',
    ]);
  });

  it('shares of those who stay are shares', () => {
    expect(issuesOf(spoilt({ 'flows.0.stay': { retention: [0.9, 70] } }))).toEqual([
      'domain | flows[0].stay.retention[1]: 70 is outside [0, 1]: it must be a share; did you mean 0.7?',
    ]);
  });
});

describe('a dispute', () => {
  const halfLives = { awareness: 1, cancelling: 1, recovery: 1 };
  const dispute = {
    start: { date: '2025-11-14', stage: 'words' },
    stages: [
      {
        id: 'words',
        effects: [{ id: 'all', on: {}, suppression: 0.3, cancellation: 0.2, halfLives }],
        sojourn: { kind: 'gamma', mean: 60, sd: 40 },
        next: [
          { to: 'stop', weight: 1 },
          { to: 'easing', weight: 2 },
        ],
      },
      { id: 'stop', sojourn: 90, next: [{ to: 'easing', weight: 1 }] },
      { id: 'easing' },
    ],
    events: [{ id: 'talks', date: '2025-11-18', hazards: [{ to: 'easing', factor: 2 }] }],
  };
  /** The small scenario with this dispute, with other entries at some paths. */
  function disputed(changes: Readonly<Record<string, unknown>>): unknown {
    return spoilt({
      dispute: structuredClone(dispute),
      ...Object.fromEntries(Object.entries(changes).map(([path, value]) => [`dispute.${path}`, value])),
    });
  }

  it('is accepted as it is', () => {
    expect(warningsOf(disputed({}))).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, ...string[]]>([
    [
      'an unknown first stage',
      { 'start.stage': 'word' },
      'unknown-name | dispute.start.stage: no stage has the id "word"; did you mean "words"?',
    ],
    [
      'a start too long ago',
      { 'start.date': '2001-01-01' },
      'domain | dispute.start.date: 2001-01-01 is 9070 days before the start; at most 3650 can be computed',
    ],
    [
      'a way to nowhere',
      { 'stages.1.next.0.to': 'eesing' },
      'unknown-name | dispute.stages[1].next[0].to: no stage has the id "eesing"; did you mean "easing"?',
    ],
    [
      'a way back to itself',
      { 'stages.1.next.0.to': 'stop' },
      'conflict | dispute.stages[1].next[0].to: a stage cannot follow itself',
    ],
    [
      'one way twice',
      { 'stages.0.next.1.to': 'stop' },
      'duplicate | dispute.stages[0].next[1].to: [0] leads to "stop" already',
    ],
    [
      'no weight at all',
      { 'stages.1.next.0.weight': 0 },
      'sum | dispute.stages[1].next: all weights are 0; one at least must be above',
    ],
    [
      'a negative weight',
      { 'stages.1.next.0.weight': -1 },
      'domain | dispute.stages[1].next[0].weight: -1 is outside [0, infinity): it must be a weight',
    ],
    [
      'an end that leads nowhere',
      { 'stages.2.sojourn': 30 },
      'conflict | dispute.stages[2].sojourn: goes with `next`: a stage that ends must lead somewhere',
    ],
    [
      'ways without an end',
      { 'stages.1': { id: 'stop', next: [{ to: 'easing', weight: 1 }] } },
      'conflict | dispute.stages[1].next: goes with `sojourn`: a stage that lasts for ever leads nowhere',
    ],
    [
      'two stages of one id',
      { 'stages.2.id': 'stop' },
      'duplicate | dispute.stages[2].id: "stop" is the id of [1] already',
      'unknown-name | dispute.stages[0].next[1].to: no stage has the id "easing"',
      'unknown-name | dispute.stages[1].next[0].to: no stage has the id "easing"',
      'unknown-name | dispute.events[0].hazards[0].to: no stage has the id "easing"',
    ],
    [
      'an effect on no flow',
      { 'stages.0.effects.0.on': { origin: 'CHM' } },
      'unknown-name | dispute.stages[0].effects[0].on.origin: no flow has the origin "CHM"; did you mean "CHN"?',
    ],
    [
      'two effects on one flow',
      { 'stages.0.effects.1': { id: 'two', on: {}, suppression: 0, cancellation: 0, halfLives } },
      'conflict | dispute.stages[0].effects[1].on: applies to flow "china", to which effects[0] applies already; one stage has one effect on a flow',
    ],
    [
      'a stay of single values under a factor',
      { 'stages.0.sojourn': { kind: 'discrete', values: [30, 60] } },
      'conflict | dispute.stages[0].sojourn: event "talks" has a factor on the hazard, which single values (of a discrete) do not have; write a continuous distribution',
    ],
    [
      'a negative factor',
      { 'events.0.hazards.0.factor': -2 },
      'domain | dispute.events[0].hazards[0].factor: -2 is outside [0, infinity): it must be a factor',
    ],
    [
      'a factor on an unknown stage',
      { 'events.0.hazards.0.from': 'word' },
      'unknown-name | dispute.events[0].hazards[0].from: no stage has the id "word"; did you mean "words"?',
    ],
    [
      'two factors on the same transitions',
      { 'events.0.hazards.1': { to: 'easing', factor: 3 } },
      'duplicate | dispute.events[0].hazards[1]: [0] has a factor on these transitions already',
    ],
    [
      'a chance in per cent',
      { 'events.0.probability': 40 },
      'domain | dispute.events[0].probability: 40 is outside [0, 1]: it must be a share; did you mean 0.4?',
    ],
    [
      'a day that is none',
      { 'events.0.date': '2025-02-30' },
      'format | dispute.events[0].date: "2025-02-30" is no day of the calendar; a date is written YYYY-MM-DD',
    ],
    [
      'a move to where it comes from',
      { 'events.0.moves': { from: 'stop', to: 'stop' } },
      'conflict | dispute.events[0].moves: moves from a stage to itself',
    ],
    [
      'an unknown key',
      { 'stages.0.sojurn': 3 },
      'unknown-key | dispute.stages[0].sojurn: unknown key; did you mean "sojourn"?',
    ],
    [
      'no stages',
      { stages: [], events: [] },
      'length | dispute.stages: must not be empty',
      'unknown-name | dispute.start.stage: no stage has the id "words"',
    ],
    ['a missing start', { start: undefined }, 'missing | dispute.start: is missing'],
  ])('refuses %s', (_, changes, ...lines) => {
    expect(issuesOf(disputed(changes))).toEqual(lines);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a stage that nothing leads to',
      { 'start.stage': 'stop' },
      'no-effect | dispute.stages[0]: no transition leads here',
    ],
    [
      'a factor on a transition that is not there',
      { 'events.0.hazards.0.from': 'easing' },
      'no-effect | dispute.events[0].hazards[0]: matches no transition',
    ],
    [
      'an event that does nothing',
      { 'events.0': { id: 'x', date: '2025-12-01' } },
      'no-effect | dispute.events[0]: an event without hazards and moves',
    ],
    [
      'a start after the horizon',
      { 'start.date': '2030-01-01' },
      'no-effect | dispute.start.date: 2030-01-01 is after the horizon',
    ],
  ])('warns of %s', (_, changes, line) => {
    expect(warningsOf(disputed(changes))).toEqual([line]);
  });

  it('takes a number of days under a factor: a timetable', () => {
    expect(warningsOf(disputed({ 'stages.0.sojourn': 30 }))).toEqual([]);
  });

  it('knows its quantities by name where correlations name them', () => {
    const among = ['dispute/sojourn/words/1', 'dispute/stage/words/effect/all/suppression'];
    const correlations = [
      {
        among,
        matrix: [
          [1, 0.5],
          [0.5, 1],
        ],
      },
    ];
    const value = disputed({ 'stages.0.effects.0.suppression': { kind: 'beta', mean: 0.3, sd: 0.1 } });
    expect(warningsOf({ ...(value as object), correlations })).toEqual([]);
    expect(issuesOf({ ...(disputed({}) as object), correlations })).toEqual([
      'unknown-name | correlations[0].among[1]: "dispute/stage/words/effect/all/suppression" is a number; only uncertain quantities correlate',
    ]);
  });
});
