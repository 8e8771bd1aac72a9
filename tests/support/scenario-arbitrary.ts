import fc from 'fast-check';
import type { Distribution, Quantity } from '../../src/distributions/types.ts';
import { dateOfDay, firstDayOfMonth } from '../../src/scenario/calendar.ts';
import type {
  Advisory,
  Baseline,
  Correlation,
  Dispute,
  DisputeEvent,
  DisputeStage,
  Effect,
  Flow,
  LeadTime,
  Scenario,
  Selector,
} from '../../src/scenario/types.ts';
import { smallEconomies } from './small-economies.ts';

export interface ScenarioOptions {
  /** Every quantity a number: nothing is uncertain. Default false. */
  readonly numbersOnly?: boolean;
  /** Longest horizon in months. Default 18. */
  readonly maxMonths?: number;
  /** Most flows. Default 4. */
  readonly maxFlows?: number;
  /** Most advisories. Default 4. */
  readonly maxAdvisories?: number;
}

/** Rich valid scenarios: every optional part there or not, advisories in tracks and stages, before day 0 and after. */
export function validScenario(options: ScenarioOptions = {}): fc.Arbitrary<Scenario> {
  const { numbersOnly = false, maxMonths = 18, maxFlows = 4, maxAdvisories = 4 } = options;
  const make = quantities(numbersOnly);
  return fc
    .record({
      start: fc.record({
        year: fc.integer({ min: 1995, max: 2040 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      months: fc.integer({ min: 1, max: maxMonths }),
      flowIds: ids(['china-group', 'china-individual', 'KOR', 'b.2', 'f_1', 'x', 'hk'], 1, maxFlows),
      advisoryIds: ids(['notice', 'stop', 'study-alert', 'A', 'a', 'Z9'], 0, maxAdvisories),
      rho: fc.option(fraction(0, 0.9), { nil: null }),
      /** Disputes are large: every third scenario may have one. */
      disputed: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ start, months, flowIds, advisoryIds, rho, disputed }) => {
      const first = `${start.year}-${String(start.month).padStart(2, '0')}`;
      const startDay = firstDayOfMonth(first);
      return fc.tuple(...flowIds.map((id) => flow(id, startDay, months, make))).chain((flows) =>
        fc
          .record(
            {
              title: fc.constantFrom('A scenario', '', 'Szenario – 試験'),
              prices: fc.record({
                currency: fc.constantFrom('JPY', 'EUR', 'THB'),
                year: fc.integer({ min: 2015, max: 2026 }),
              }),
              calendar: fc.constant({ start: `${first}-01`, months }),
              flows: fc.constant(flows),
              advisories: fc.tuple(...advisoryIds.map((id) => advisory(id, flows, startDay, months, make))),
              ...(disputed === 0 ? { dispute: dispute(flows, startDay, months, make) } : {}),
              gdp: make.positive(1e9, 1e13),
              economy: fc.constantFrom(...smallEconomies),
            },
            { requiredKeys: ['prices', 'calendar', 'flows', 'advisories'] },
          )
          .map((scenario): Scenario => {
            const correlation = rho === null ? null : correlate(scenario.advisories, rho);
            return correlation === null ? scenario : { ...scenario, correlations: [correlation] };
          }),
      );
    });
}

interface Quantities {
  readonly numbersOnly: boolean;
  /** In [low, high] within [0, 1]. */
  share(low: number, high: number): fc.Arbitrary<Quantity>;
  /** Above 0, of the order of magnitude given; no upper bound where uncertain. */
  positive(low: number, high: number): fc.Arbitrary<Quantity>;
  /** From 0 up, with 0 itself. */
  days(high: number): fc.Arbitrary<Quantity>;
  /** On [low, high] of either sign. */
  between(low: number, high: number): fc.Arbitrary<Quantity>;
  /** A share with the mean given. */
  shareOfMean(mean: number): fc.Arbitrary<Quantity>;
}

function quantities(numbersOnly: boolean): Quantities {
  const numberOr = (number: fc.Arbitrary<number>, ...others: fc.Arbitrary<Distribution>[]) =>
    numbersOnly ? number : fc.oneof({ arbitrary: number, weight: 2 }, ...others.map(annotated));
  return {
    numbersOnly,
    share: (low, high) =>
      numberOr(
        fraction(low, high),
        bounded(low, high),
        fc
          .record({ mean: fraction(0.2, 0.8), tightness: fraction(0.05, 0.5) })
          .map(({ mean, tightness }) => ({
            kind: 'beta' as const,
            mean: low + (high - low) * mean,
            sd: (high - low) * tightness * Math.sqrt(mean * (1 - mean)),
            low,
            high,
          })),
        fc.record({ mean: fraction(low, high), sd: fraction(0.05, 0.3) }).map((of) => ({
          kind: 'truncated' as const,
          of: { kind: 'normal' as const, ...of },
          low,
          high,
        })),
      ),
    positive: (low, high) =>
      numberOr(
        fraction(low, high),
        bounded(low, high),
        fc
          .record({
            kind: fc.constantFrom('lognormal' as const, 'gamma' as const, 'weibull' as const),
            mean: fraction(low, high),
            cv: fraction(0.05, 0.9),
          })
          .map(({ kind, mean, cv }) => ({ kind, mean, sd: mean * cv })),
        fc.record({ mean: fraction(low, high), df: fraction(3, 10) }).map(({ mean, df }) => ({
          kind: 'truncated' as const,
          of: { kind: 'student-t' as const, mean, sd: mean / 10, df },
          low: low / 2,
        })),
      ),
    days: (high) =>
      numberOr(
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: high }), fraction(0, high)),
        bounded(0, high),
        fc
          .record({ mean: fraction(0.5, high), cv: fraction(0.1, 0.9) })
          .map(({ mean, cv }) => ({ kind: 'lognormal' as const, mean, sd: mean * cv })),
        fc
          .array(fc.integer({ min: 0, max: high }), { minLength: 1, maxLength: 4 })
          .map((values) => ({ kind: 'discrete' as const, values: [...new Set(values)] })),
      ),
    between: (low, high) => numberOr(fraction(low, high), bounded(low, high)),
    shareOfMean: (mean) =>
      numbersOnly || mean <= 0 || mean >= 1
        ? fc.constant(mean)
        : fc.oneof(
            fc.constant(mean),
            annotated(
              fraction(0.02, 0.3).map((tightness) => ({
                kind: 'beta' as const,
                mean,
                sd: tightness * Math.sqrt(mean * (1 - mean)),
              })),
            ),
          ),
  };
}

function bounded(low: number, high: number): fc.Arbitrary<Distribution> {
  const at = (share: number) => low + (high - low) * share;
  const three = fc
    .tuple(fraction(0, 0.3), fraction(0.35, 0.65), fraction(0.7, 1))
    .map(([a, b, c]) => ({ low: at(a), mode: at(b), high: at(c) }));
  return fc.oneof(
    fraction(low, high).map((value) => ({ kind: 'constant' as const, value })),
    three.map((ends) => ({ kind: 'uniform' as const, low: ends.low, high: ends.high })),
    three.map((ends) => ({ kind: 'triangular' as const, ...ends })),
    three.map((ends) => ({ kind: 'pert' as const, ...ends })),
    three.map((ends) => ({
      kind: 'discrete' as const,
      values: [ends.low, ends.mode, ends.high],
      weights: [1, 2, 3],
    })),
    three.map((ends) => ({ kind: 'empirical' as const, values: [ends.mode, ends.low, ends.high, ends.low] })),
    three.map((ends) => ({
      kind: 'mixture' as const,
      of: [
        { weight: 1, distribution: { kind: 'uniform' as const, low: ends.low, high: ends.mode } },
        { weight: 3, distribution: { kind: 'triangular' as const, ...ends } },
      ],
    })),
  );
}

function annotated(distribution: fc.Arbitrary<Distribution>): fc.Arbitrary<Distribution> {
  const annotations = fc.oneof(
    { arbitrary: fc.constant({}), weight: 3 },
    {
      arbitrary: fc.constantFrom(
        { source: 'Table 3' },
        { sharedAs: 'mood' },
        { sharedAs: 'yen', source: '' },
      ),
      weight: 1,
    },
    {
      arbitrary: fraction(-0.7, 0.7).map((loading) => ({ factors: { tension: loading, season: 0.5 } })),
      weight: 1,
    },
  );
  return fc.tuple(distribution, annotations).map(([plain, notes]) => ({ ...plain, ...notes }));
}

function flow(id: string, startDay: number, months: number, make: Quantities): fc.Arbitrary<Flow> {
  return fc.record(
    {
      id: fc.constant(id),
      origin: fc.constantFrom('CHN', 'HKG', 'KOR'),
      destination: fc.constantFrom('JPN', 'THA'),
      segment: fc.constantFrom('group', 'individual', 'student'),
      sector: fc.constantFrom('tourism', 'education', 'entertainment'),
      baseline: baseline(startDay, months, make),
      lastYear: fc.array(fc.oneof({ arbitrary: fraction(1, 1e6), weight: 9 }, fc.constant(null)), {
        minLength: months,
        maxLength: months,
      }),
      leadTime: leadTime(make),
      spend: spend(make),
      nights: make.positive(0.5, 12),
      regions: regions(make),
      ordinaryCancellation: make.share(0, 0.6),
      refunds: fc.record(
        { prepaidShare: make.share(0, 1), price: make.positive(100, 1e6) },
        { requiredKeys: ['prepaidShare'] },
      ),
      capacity: fc.record({ loadFactor: make.share(0.4, 1) }),
      postponement: fc.record({
        share: make.share(0, 1),
        halfLives: fc.record({ return: make.days(120), lapse: make.days(400) }, { requiredKeys: ['return'] }),
      }),
      substitution: fc.oneof(
        fc.record({ share: make.share(0, 1), spend: spend(make) }, { requiredKeys: ['share'] }),
        fc.record({
          parts: fc.record({
            residents: fc.record(
              { share: make.share(0, 0.4), spend: spend(make) },
              { requiredKeys: ['share'] },
            ),
            'other markets': fc.record({ share: make.share(0, 0.4) }),
          }),
        }),
      ),
    },
    { requiredKeys: ['id', 'origin', 'destination', 'baseline', 'leadTime', 'spend'] },
  );
}

function baseline(startDay: number, months: number, make: Quantities): fc.Arbitrary<Baseline> {
  return fc.oneof(
    fc.record(
      {
        kind: fc.constant('dated' as const),
        events: fc.uniqueArray(
          fc.record({
            date: fc.integer({ min: 0, max: months * 28 - 1 }).map((day) => dateOfDay(startDay + day)),
            arrivals: make.positive(10, 1e6),
          }),
          { maxLength: 4, selector: ({ date }) => date },
        ),
        noise: make.positive(0.7, 1.3),
        level: make.positive(0.7, 1.3),
        source: fc.constant('Statistics office'),
      },
      { requiredKeys: ['kind', 'events'] },
    ),
    fc.record(
      {
        kind: fc.constant('monthly' as const),
        arrivals: fc.array(make.positive(10, 1e6), { minLength: months, maxLength: months }),
        noise: make.positive(0.7, 1.3),
        level: make.positive(0.7, 1.3),
        source: fc.constant('Statistics office'),
      },
      { requiredKeys: ['kind', 'arrivals'] },
    ),
    fc.record(
      {
        kind: fc.constant('annual' as const),
        total: make.positive(100, 1e7),
        seasons: fc
          .array(fraction(0, 10), { minLength: 12, maxLength: 12 })
          .map((weights) => (weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights)),
        growth: make.between(-0.2, 0.3),
        noise: make.positive(0.7, 1.3),
        source: fc.constant('Statistics office'),
      },
      { requiredKeys: ['kind', 'total'] },
    ),
  );
}

function leadTime(make: Quantities): fc.Arbitrary<LeadTime> {
  const mixture = fc
    .array(fc.record({ parts: fc.integer({ min: 1, max: 20 }), mean: make.days(90) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items): LeadTime => {
      const total = items.reduce((sum, item) => sum + item.parts, 0);
      return {
        kind: 'mixture',
        components: items.map(({ parts, mean }) => ({ weight: parts / total, mean })),
      };
    });
  // The sum of two independent geometric lags: a mixture of the two with one negative weight.
  const humped = fc
    .record({ short: fraction(1, 10), factor: fraction(2, 8) })
    .map(({ short, factor }): LeadTime => {
      const q1 = (short * factor) / (1 + short * factor);
      const q2 = short / (1 + short);
      return {
        kind: 'mixture',
        components: [
          { weight: ((1 - q2) * q1) / (q1 - q2), mean: short * factor },
          { weight: (-(1 - q1) * q2) / (q1 - q2), mean: short },
        ],
        source: 'Booking curve',
      };
    });
  const quantiles = fc
    .record({ median: fc.integer({ min: 5, max: 60 }), ratio: fraction(3.5, 5) })
    .map(({ median, ratio }): LeadTime => ({ kind: 'quantiles', median, p90: Math.round(median * ratio) }));
  return fc.oneof(mixture, humped, quantiles);
}

function spend(make: Quantities): fc.Arbitrary<Flow['spend']> {
  return fc.oneof(
    make.positive(100, 3e5),
    fc.record(
      {
        shopping: make.positive(10, 1e5),
        accommodation: make.positive(10, 1e5),
        'food and drink': make.positive(10, 1e5),
      },
      { requiredKeys: ['shopping'] },
    ),
  );
}

function regions(make: Quantities): fc.Arbitrary<Readonly<Record<string, Quantity>>> {
  return fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }).chain((parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    const names = ['Tokyo', 'Osaka', 'Hokkaidō'];
    return fc
      .tuple(...parts.map((part) => make.shareOfMean(part / total)))
      .map((shares) => Object.fromEntries(shares.map((share, index) => [names[index]!, share])));
  });
}

function advisory(
  id: string,
  flows: readonly Flow[],
  startDay: number,
  months: number,
  make: Quantities,
): fc.Arbitrary<Advisory> {
  return fc.record(
    {
      id: fc.constant(id),
      title: fc.constant(`Advisory ${id}`),
      track: fc.constantFrom('warning', 'seats'),
      onset: fc.record(
        {
          date: fc
            .integer({ min: -200, max: months * 31 + 40 })
            .map((offset) => dateOfDay(startDay + offset)),
          delay: make.between(-30, 60),
        },
        { requiredKeys: ['date'] },
      ),
      duration: make.days(400),
      effects: effects(flows, make),
    },
    { requiredKeys: ['id', 'onset', 'duration', 'effects'] },
  );
}

/** One effect on a selection, or two on flows of their own. */
function effects(flows: readonly Flow[], make: Quantities): fc.Arbitrary<readonly Effect[]> {
  const some = fc.constantFrom(...flows);
  const selector: fc.Arbitrary<Selector> = fc.oneof(
    fc.constant({}),
    some.map((flow) => ({ origin: flow.origin })),
    some.map((flow) => ({ destination: [flow.destination], sector: flow.sector ?? 'tourism' })),
    some.map((flow) => ({ segment: flow.segment ?? 'all' })),
  );
  const one = selector.chain((on) => fc.tuple(effect('one', on, make)));
  const split = fc
    .array(fc.boolean(), { minLength: flows.length, maxLength: flows.length })
    .chain((first) => {
      const named = (side: boolean) =>
        flows.filter((_, index) => first[index] === side).map((flow) => flow.id);
      const sides = [named(true), named(false)].filter((side) => side.length > 0);
      return fc.tuple(...sides.map((flow, index) => effect(`part-${index + 1}`, { flow }, make)));
    });
  return fc.oneof(one, split);
}

/** A ring of stages with a way out to a last one, and events of either kind. */
function dispute(
  flows: readonly Flow[],
  startDay: number,
  months: number,
  make: Quantities,
): fc.Arbitrary<Dispute> {
  const date = fc.integer({ min: -60, max: months * 31 + 40 }).map((offset) => dateOfDay(startDay + offset));
  const stage = (id: string, ways: readonly string[]): fc.Arbitrary<DisputeStage> =>
    fc.record(
      {
        id: fc.constant(id),
        title: fc.constant(`Stage ${id}`),
        effects: effects(flows, make),
        sojourn: make.positive(5, 120),
        next: fc.tuple(
          ...ways.map((to) => fc.record({ to: fc.constant(to), weight: make.positive(0.1, 3) })),
        ),
      },
      { requiredKeys: ['id', 'sojourn', 'next'] },
    );
  const event = (id: string): fc.Arbitrary<DisputeEvent> =>
    fc.record(
      {
        id: fc.constant(id),
        title: fc.constant('Talks'),
        date,
        delay: make.between(-20, 60),
        probability: make.share(0, 1),
        duration: make.days(90),
        hazards: fc
          .constantFrom(['words', 'stop'] as const, ['stop', 'over'] as const)
          .chain(([from, to]) =>
            fc
              .record(
                { from: fc.constant(from), to: fc.constant(to), factor: fc.integer({ min: 0, max: 5 }) },
                { requiredKeys: ['factor'] },
              )
              .map((one) => [one]),
          ),
        moves: fc.record({ from: fc.constant('words'), to: fc.constant('stop') }, { requiredKeys: ['to'] }),
      },
      { requiredKeys: ['id', 'date', 'hazards'] },
    );
  // A continuous stay where factors act on it: single values have no hazard.
  return fc
    .record(
      {
        start: fc.record({ date, stage: fc.constantFrom('words', 'stop') }),
        stages: fc.tuple(
          stage('words', ['stop', 'over']),
          stage('stop', ['words', 'over']),
          fc.constant({ id: 'over' }),
        ),
        events: fc.tuple(event('talks'), event('Z')),
      },
      { requiredKeys: ['start', 'stages'] },
    )
    .map(
      (made): Dispute =>
        made.events === undefined || !made.stages.some(hasAtoms)
          ? made
          : {
              ...made,
              events: made.events.map(({ hazards: _, ...event }) => ({ moves: { to: 'over' }, ...event })),
            },
    );
}

function hasAtoms({ sojourn }: DisputeStage): boolean {
  return typeof sojourn === 'object' && ['discrete', 'empirical', 'mixture'].includes(sojourn.kind);
}

function effect(id: string, on: Selector, make: Quantities): fc.Arbitrary<Effect> {
  return fc.record(
    {
      id: fc.constant(id),
      on: fc.constant(on),
      suppression: make.share(0, 1),
      cancellation: make.share(0, 1),
      halfLives: fc.record({ awareness: make.days(30), cancelling: make.days(30), recovery: make.days(200) }),
      seatCut: make.share(0, 1),
    },
    { requiredKeys: ['id', 'on', 'suppression', 'cancellation', 'halfLives'] },
  );
}

/** Suppressions that are uncertain and on their own, each correlated with the others by `rho`. */
function correlate(advisories: readonly Advisory[], rho: number): Correlation | null {
  const among = advisories.flatMap(({ id, effects: own }) =>
    own
      .filter(
        ({ suppression: q }) => typeof q === 'object' && q.kind !== 'constant' && !q.sharedAs && !q.factors,
      )
      .map((effect) => `advisory/${id}/effect/${effect.id}/suppression`),
  );
  if (among.length < 2) return null;
  return { among, matrix: among.map((_, row) => among.map((_, column) => (row === column ? 1 : rho))) };
}

function ids(names: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...names], { minLength, maxLength: Math.min(maxLength, names.length) });
}

/** Doubles in [low, high] on a grid of a thousandth of the range: shrinkable, and free of denormal oddities. */
function fraction(low: number, high: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1000 }).map((step) => low + ((high - low) * step) / 1000);
}
