import fc from 'fast-check';
import type {
  Advisory,
  Baseline,
  Dispute,
  Effect,
  Flow,
  LeadTimeMixture,
  Scenario,
  Substitute,
} from '../../src/scenario/types.ts';
import { dateAfter } from './reference-calendar.ts';

/**
 * Any scenario whose inputs are numbers, leaning towards the corners: equal onsets, stages of one track, durations
 * of nothing, advisories from before day 0 or past the horizon, everybody cancels, at once, nobody comes back.
 */
export const numericScenario: fc.Arbitrary<Scenario> = fc
  .record({
    start: fc
      .record({ year: fc.integer({ min: 2023, max: 2028 }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-01`),
    months: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
      fc.integer({ min: 9, max: 27 }),
    ),
    flowIds: fc.uniqueArray(fc.constantFrom('group', 'Group', 'solo', 'solo-2', 'f10'), {
      minLength: 1,
      maxLength: 3,
      size: 'max',
    }),
    advisoryIds: fc.uniqueArray(fc.constantFrom('a', 'B', 'a1', 'a10', 'a2', 'Z'), {
      maxLength: 4,
      size: 'max',
    }),
  })
  .chain(({ start, months, flowIds, advisoryIds }) =>
    fc.tuple(...flowIds.map((id) => flow(id, start, months))).chain((flows) =>
      fc
        .oneof(
          fc.tuple(...advisoryIds.map((id) => advisory(id, start, months, flows))),
          fc.tuple(...advisoryIds.map((id) => rung(id, start, flows))),
        )
        .chain((advisories) =>
          // A dispute in every third scenario.
          fc.integer({ min: 0, max: 2 }).chain((disputed) =>
            fc.record({
              prices: fc.constant({ currency: 'JPY', year: 2025 }),
              calendar: fc.constant({ start, months }),
              flows: fc.constant(flows),
              advisories: fc.constant(advisories),
              ...(disputed === 0 ? { dispute: dispute(start, months, flows) } : {}),
            }),
          ),
        ),
    ),
  );

/**
 * Numbers spread over a range, for the most part: a bare `fc.double` leans so far towards the smallest numbers there
 * are that hardly anything would ever happen. Some of those all the same.
 */
function real(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 1e6 }).map((at) => min + ((max - min) * at) / 1e6) },
    fc.double({ min, max, noNaN: true }),
  );
}

const share = fc.oneof({ weight: 3, arbitrary: real(0, 1) }, fc.constantFrom(0, 0.25, 0.5, 1));
const halfLife = fc.oneof({ weight: 3, arbitrary: real(0, 120) }, fc.constantFrom(0, 0.3, 1, 7, 5000));
/** Sixty-fourths of a day: sums with whole days are exact, so that both floors speak of the same number. */
const days = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 64 * max }).map((parts) => parts / 64);
const positive = (max: number): fc.Arbitrary<number> => real(0.01, max);

function flow(id: string, start: string, months: number): fc.Arbitrary<Flow> {
  return fc.record(
    {
      id: fc.constant(id),
      origin: fc.constantFrom('CHN', 'HKG'),
      destination: fc.constantFrom('JPN', 'KOR'),
      baseline: baseline(start, months),
      leadTime,
      spend: fc.oneof(positive(3e5), spendByCategory),
      segment: fc.constantFrom('group', 'individual'),
      sector: fc.constantFrom('tourism', 'education'),
      nights: positive(10),
      ordinaryCancellation: real(0, 0.6),
      refunds: fc.record({ prepaidShare: share, price: positive(1e6) }, { requiredKeys: ['prepaidShare'] }),
      capacity: fc.record({
        loadFactor: fc.oneof(fc.constant(1), real(0.3, 1)),
      }),
      postponement: fc.record({
        share,
        halfLives: fc.record({ return: halfLife, lapse: halfLife }, { requiredKeys: ['return'] }),
      }),
      substitution: fc.oneof(
        { weight: 2, arbitrary: substitute(share) },
        fc.record({ parts: fc.record({ 'other markets': substitute(half), residents: substitute(half) }) }),
      ),
    },
    { requiredKeys: ['id', 'origin', 'destination', 'baseline', 'leadTime', 'spend'] },
  );
}

const half = real(0, 0.5);

function substitute(share: fc.Arbitrary<number>): fc.Arbitrary<Substitute> {
  return fc.record({ share, spend: fc.oneof(positive(3e5), spendByCategory) }, { requiredKeys: ['share'] });
}

const spendByCategory = fc.record(
  { accommodation: positive(1e5), shopping: positive(1e5), other: positive(1e5) },
  { requiredKeys: ['accommodation'] },
);

function baseline(start: string, months: number): fc.Arbitrary<Baseline> {
  const arrivals = fc.oneof({ weight: 9, arbitrary: real(1, 1e6) }, fc.constant(0));
  const factor = real(0.2, 3);
  const event = fc.record({
    date: fc.integer({ min: -5, max: months * 30 }).map((day) => dateAfter(start, day)),
    arrivals,
  });
  return fc.oneof(
    fc.record(
      {
        kind: fc.constant('dated' as const),
        events: fc.uniqueArray(event, { maxLength: 5, selector: ({ date }) => date }),
        level: factor,
        noise: factor,
      },
      { requiredKeys: ['kind', 'events'] },
    ),
    fc.record(
      {
        kind: fc.constant('monthly' as const),
        arrivals: fc.array(arrivals, { minLength: months, maxLength: months }),
        level: factor,
        noise: factor,
      },
      { requiredKeys: ['kind', 'arrivals'] },
    ),
    fc.record(
      {
        kind: fc.constant('annual' as const),
        total: real(1, 1e7),
        seasons: fc.array(positive(5), { minLength: 12, maxLength: 12 }),
        growth: real(-0.5, 1),
        noise: factor,
      },
      { requiredKeys: ['kind', 'total'] },
    ),
  );
}

const lag = fc.oneof({ weight: 5, arbitrary: real(0, 90) }, fc.constantFrom(0, 1, 200));

/**
 * One lag; two or three mixed; or the sum of two lags, whose mode lies above day 0: geometric lags of means m > l
 * add up to weights m / (m - l) and -l / (m - l).
 */
const leadTime: fc.Arbitrary<LeadTimeMixture> = fc
  .oneof(
    lag.map((mean) => [{ weight: 1, mean }]),
    fc.tuple(share, lag, lag).map(([weight, mean, other]) => [
      { weight, mean },
      { weight: 1 - weight, mean: other },
    ]),
    fc.tuple(lag, lag, lag).map(([mean, other, third]) => [
      { weight: 0.5, mean },
      { weight: 0.25, mean: other },
      { weight: 0.25, mean: third },
    ]),
    fc.tuple(real(0.5, 40), real(1, 60)).map(([less, apart]) => sumOfLags(less + apart, less)),
    fc
      .tuple(real(0.5, 40), real(1, 60), lag)
      .map(([less, apart, mean]) => [
        ...sumOfLags(less + apart, less).map((component) => ({ ...component, weight: component.weight / 2 })),
        { weight: 0.5, mean },
      ]),
  )
  .map((components) => ({ kind: 'mixture', components }));

function sumOfLags(more: number, less: number): { weight: number; mean: number }[] {
  return [
    { weight: more / (more - less), mean: more },
    { weight: -less / (more - less), mean: less },
  ];
}

function advisory(id: string, start: string, months: number, flows: readonly Flow[]): fc.Arbitrary<Advisory> {
  const horizon = months * 30;
  const onsetDay = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: horizon }) },
    fc.integer({ min: -120, max: horizon + 40 }),
    fc.constantFrom(0, 20, -20),
  );
  return fc.record(
    {
      id: fc.constant(id),
      onset: fc.record(
        { date: onsetDay.map((day) => dateAfter(start, day)), delay: days(20) },
        { requiredKeys: ['date'] },
      ),
      duration: fc.oneof({ weight: 4, arbitrary: days(200) }, fc.constantFrom(0, 0.25, 0.5, 1, 3650)),
      effects: effects(flows),
      track: fc.constantFrom('ladder', 'other', 'a'),
    },
    { requiredKeys: ['id', 'onset', 'duration', 'effects'] },
  );
}

/** A stage of one ladder, among others that begin and end on the same days or stand within each other. */
function rung(id: string, start: string, flows: readonly Flow[]): fc.Arbitrary<Advisory> {
  const few = real(0, 40);
  const effect = fc.record({
    id: fc.constant('x'),
    on: fc.constant({ flow: flows[0]!.id }),
    suppression: share,
    cancellation: share,
    halfLives: fc.record({ awareness: few, cancelling: few, recovery: few }),
  });
  return fc.record({
    id: fc.constant(id),
    track: fc.constant('ladder'),
    onset: fc.record({ date: fc.constantFrom(0, 4, 8, 12).map((day) => dateAfter(start, day)) }),
    duration: fc.constantFrom(0, 4, 8, 12),
    effects: effect.map((one) => [one]),
  });
}

/** Stages one after another, in a ring or to a last one; some without effects, some shorter than half a day. */
function dispute(start: string, months: number, flows: readonly Flow[]): fc.Arbitrary<Dispute> {
  const stage = fc.record(
    {
      sojourn: fc.oneof(
        { weight: 9, arbitrary: days(90).map((more) => 7 + more) },
        fc.constantFrom(0, 0.25, 0.5),
      ),
      effects: effects(flows),
    },
    { requiredKeys: ['sojourn'] },
  );
  return fc
    .record({
      day: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 0, max: months * 20 }) },
        fc.integer({ min: -60, max: months * 30 }),
      ),
      stages: fc.array(stage, { minLength: 2, maxLength: 4 }),
      ring: fc.boolean(),
    })
    .map(({ day, stages, ring }) => ({
      start: { date: dateAfter(start, day), stage: 's0' },
      stages: stages.map(({ sojourn, ...rest }, at) => {
        const isLast = at === stages.length - 1;
        const next = [{ to: `s${isLast ? 0 : at + 1}`, weight: 1 }];
        return { id: `s${at}`, ...rest, ...(isLast && !ring ? {} : { sojourn, next }) };
      }),
    }));
}

/** One effect on whatever a selector names, or two effects on different flows. */
function effects(flows: readonly Flow[]): fc.Arbitrary<Effect[]> {
  const ids = flows.map((flow) => flow.id);
  const origins = [...new Set(flows.map((flow) => flow.origin))];
  const one = fc
    .constantFrom(...flows)
    .chain((flow) =>
      fc.record(
        {
          origin: fc.constantFrom(flow.origin, [flow.origin], origins),
          destination: fc.constant(flow.destination),
          segment: fc.constantFrom(flow.segment ?? 'all', [flow.segment ?? 'all']),
          sector: fc.constant([flow.sector ?? 'tourism']),
          flow: fc.constantFrom(flow.id, ids),
        },
        { requiredKeys: [] },
      ),
    )
    .chain((on) => effect('x').map((rest) => [{ ...rest, on }]));
  if (flows.length < 2) return one;
  const two = fc.tuple(effect('x'), effect('Y')).map(([first, second]) => [
    { ...first, on: { flow: ids[0]! } },
    { ...second, on: { flow: ids.slice(1) } },
  ]);
  return fc.oneof(one, two);
}

function effect(id: string): fc.Arbitrary<Omit<Effect, 'on'>> {
  return fc.record(
    {
      id: fc.constant(id),
      suppression: share,
      cancellation: share,
      halfLives: fc.record({ awareness: halfLife, cancelling: halfLife, recovery: halfLife }),
      seatCut: share,
    },
    { requiredKeys: ['id', 'suppression', 'cancellation', 'halfLives'] },
  );
}
