import type { Quantity } from '../../src/distributions/types.ts';
import type {
  Baseline,
  DatedBaseline,
  Dispute,
  Effect,
  Flow,
  Scenario,
  Selector,
  Substitute,
} from '../../src/scenario/types.ts';
import { daysBetween, monthsOf, type ReferenceMonth } from './reference-calendar.ts';

/**
 * The model's day loop written a second time, for reading: one flow after another, one day after another, with the
 * names of the equations in `docs/model.md`. Scenarios hold numbers only. Nothing of the library runs here.
 */

/** How long departures go on past the horizon, for the bookings made within it. */
const DAYS_PAST_THE_HORIZON = 730;

/** One value for each day of the horizon. */
export interface DailySeries {
  readonly baseline: number[];
  readonly travelled: number[];
  readonly cancelled: number[];
  readonly notBooked: number[];
  readonly blocked: number[];
  readonly returned: number[];
  readonly arrivals: number[];
  /** By the day made, for departures of the horizon. */
  readonly cancellationsMade: number[];
  /** By the day made, for departures after the horizon. */
  readonly cancellationsLater: number[];
  readonly lapsed: number[];
  /** At the end of the day. */
  readonly bookingsOnHand: number[];
  /** At the end of the day. */
  readonly waiting: number[];
}

export type SeriesName = keyof DailySeries;
const STOCKS: readonly SeriesName[] = ['bookingsOnHand', 'waiting'];

/** One value for each month of the horizon. */
export interface MonthlyMoney {
  readonly revenueBaseline: number[];
  readonly revenue: number[];
  readonly revenueLost: number[];
  readonly revenueReturned: number[];
  readonly revenueSubstituted: number[];
  readonly revenueLostNet: number[];
}

/** One value for each day, from `firstDay` to the end of the horizon. */
export interface Paths {
  readonly suppression: number[];
  /** Bookings outstanding of those that go, as a share of the baseline: Σ_k w_k Σ_g A_kg. */
  readonly going: number[];
  readonly booked: number[];
  readonly capacity: number[];
}

export interface FlowOutcome {
  readonly id: string;
  readonly months: readonly ReferenceMonth[];
  /** Where the recursions start: day 0 or the earliest onset, whichever comes first. */
  readonly firstDay: number;
  readonly stages: readonly Stage[];
  readonly paths: Paths;
  readonly daily: DailySeries;
  /** Sums over the month; of a stock, its value at the month's end. */
  readonly monthly: DailySeries;
  /** Cancellations made before day 0, for departures of the horizon. */
  readonly madeBeforeDay0: number;
  /** By category; an amount that is not split is the category `all`. */
  readonly money: Readonly<Record<string, MonthlyMoney>>;
  readonly refunds: number[];
  /** What a refund is a share of. */
  readonly tripPrice: number;
  /** Spend per arrival, of the flow's own or of those who take its place, whichever is more. */
  readonly largestSpend: number;
  readonly ordinaryCancellation: number;
  readonly nights: number;
}

/** One advisory as one flow meets it: in force on days `onset <= d < end`. */
export interface Stage {
  readonly id: string;
  readonly track: string;
  readonly onset: number;
  readonly end: number;
  readonly suppression: number;
  readonly cancellation: number;
  readonly awareness: number;
  readonly cancelling: number;
  readonly recovery: number;
  readonly seatCut: number;
}

export function referenceOutcomes(scenario: Scenario): FlowOutcome[] {
  return scenario.flows.map((flow) => outcomeOf(flow, scenario));
}

function outcomeOf(flow: Flow, scenario: Scenario): FlowOutcome {
  const months = monthsOf(scenario.calendar.start, scenario.calendar.months);
  const D = sum(months.map((month) => month.days));
  const stages = stagesOn(flow, scenario);
  const firstDay = Math.min(0, ...stages.map((stage) => stage.onset));
  const { weight, p } = lagsOf(flow);
  const components = weight.map((_, k) => k);

  // Grid
  const horizon = baselineByDay(flow.baseline, months, scenario.calendar.start);
  const lambda = departuresByDay(horizon);

  // Departures still to come, seen from day u
  const toComeInHorizon = departuresToCome(p, firstDay, D, (d) => (d < D ? lambda(d) : 0));
  const toComeAtAll = departuresToCome(p, firstDay, D, lambda);

  const s = suppressionPath(stages, firstDay, D);
  const capacity = capacityPath(flow, stages, firstDay, D);

  // Cohort g has passed the first g onsets
  const cohorts = Array.from({ length: stages.length + 1 }, (_, g) => g);
  const A = components.map(() => cohorts.map((g): number => (g === 0 ? 1 : 0)));
  const Y = components.map(() => 1);

  const postponement = postponementOf(flow);
  let P = 0;
  let madeBeforeDay0 = 0;
  const daily = emptySeries();
  const paths: Paths = { suppression: [], going: [], booked: [], capacity: [] };

  for (let d = firstDay; d < D; d++) {
    const stay = cohorts.map((g) => product(stages.slice(g).map((stage) => 1 - cancelledOn(stage, d))));

    // Bookings outstanding meet the cancellations
    const lostOfA = components.map((k) => sum(cohorts.map((g) => A[k]![g]! * (1 - stay[g]!))));
    const made = sum(components.map((k) => weight[k]! * toComeInHorizon(k, d) * lostOfA[k]!));
    const madeForAll = sum(components.map((k) => weight[k]! * toComeAtAll(k, d) * lostOfA[k]!));

    // Today's bookings are made
    const g_d = stages.filter((stage) => stage.onset <= d).length;
    for (const k of components) {
      for (const g of cohorts) {
        const booksNow = g === g_d ? p[k]! * (1 - s(d)) : 0;
        A[k]![g] = (1 - p[k]!) * A[k]![g]! * stay[g]! + booksNow;
      }
      Y[k] = (1 - p[k]!) * Y[k]! + p[k]! * (1 - s(d));
    }

    // Those due travel
    const G = sum(components.map((k) => weight[k]! * sum(A[k]!)));
    const booked = sum(components.map((k) => weight[k]! * Y[k]!));
    const a = Math.min(G, capacity(d));
    const b = G - a;
    const x = booked - G;
    const n = 1 - booked;

    paths.suppression.push(s(d));
    paths.going.push(G);
    paths.booked.push(booked);
    paths.capacity.push(capacity(d));
    if (d < 0) {
      madeBeforeDay0 += made;
      continue;
    }

    // Postponed travel
    const L = lambda(d);
    const stillWilling = postponement ? P * halving(1, postponement.lapse) : 0;
    const lapsed = P - stillWilling;
    const roomLeft = flow.capacity ? Math.max(0, L * capacity(d) - L * a) : Number.POSITIVE_INFINITY;
    const returning = postponement ? stillWilling * (1 - halving(1, postponement.return)) : 0;
    const R = stages.some((stage) => isInForce(stage, d)) ? 0 : Math.min(returning, roomLeft);
    P = stillWilling - R + (postponement?.share ?? 0) * L * (x + n + b);

    daily.baseline.push(L);
    daily.travelled.push(L * a);
    daily.cancelled.push(L * x);
    daily.notBooked.push(L * n);
    daily.blocked.push(L * b);
    daily.returned.push(R);
    daily.arrivals.push(L * a + R);
    daily.cancellationsMade.push(made);
    daily.cancellationsLater.push(madeForAll - made);
    daily.lapsed.push(lapsed);
    daily.waiting.push(P);
    daily.bookingsOnHand.push(sum(components.map((k) => weight[k]! * toComeAtAll(k, d + 1) * sum(A[k]!))));
  }

  const monthly = byMonth(daily, months);
  return {
    id: flow.id,
    months,
    firstDay,
    stages,
    paths,
    daily,
    monthly,
    madeBeforeDay0,
    money: moneyOf(flow, monthly),
    refunds: refundsOf(flow, monthly),
    tripPrice: tripPriceOf(flow),
    largestSpend: Math.max(
      ...[flow.spend, ...substitutesOf(flow).map(({ spend }) => spend ?? 0)].map(spendPerArrival),
    ),
    ordinaryCancellation: number(flow.ordinaryCancellation ?? 0),
    nights: number(flow.nights ?? 0),
  };
}

// ---- Grid

function baselineByDay(baseline: Baseline, months: readonly ReferenceMonth[], start: string): number[] {
  if (baseline.kind === 'dated') {
    const factor = number(baseline.noise ?? 1) * number(baseline.level ?? 1);
    const byDay: number[] = Array(sum(months.map(({ days }) => days))).fill(0);
    for (const { date, arrivals } of baseline.events) {
      const day = daysBetween(start, date);
      if (day in byDay) byDay[day] = number(arrivals) * factor;
    }
    return byDay;
  }
  const ofMonth = baselineOfMonths(baseline, months);
  return months.flatMap((month, m) => Array(month.days).fill(ofMonth[m]! / month.days));
}

function baselineOfMonths(
  baseline: Exclude<Baseline, DatedBaseline>,
  months: readonly ReferenceMonth[],
): number[] {
  // With every input a number a forecast has no error: each score is 0.
  if (baseline.kind === 'fitted') {
    return baseline.logMedian
      .slice(0, months.length)
      .map((value) => Math.exp(value) * number(baseline.share ?? 1));
  }
  const noise = number(baseline.noise ?? 1);
  if (baseline.kind === 'monthly') {
    const level = number(baseline.level ?? 1);
    return baseline.arrivals.map((arrivals) => number(arrivals) * level * noise);
  }
  const seasons = baseline.seasons ?? [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const growth = number(baseline.growth ?? 0);
  return months.map((month, m) => {
    const season = seasons[month.calendarMonth]! / sum(seasons);
    return number(baseline.total) * season * (1 + growth) ** Math.floor(m / 12) * noise;
  });
}

/** λ(d): none before day 0; after the horizon as a year before, or its mean where a year before is not known. */
function departuresByDay(horizon: readonly number[]): (d: number) => number {
  const D = horizon.length;
  const mean = sum(horizon) / D;
  const lambda = (d: number): number => {
    if (d < 0 || d >= D + DAYS_PAST_THE_HORIZON) return 0;
    if (d < D) return horizon[d]!;
    return d >= 365 ? lambda(d - 365) : mean;
  };
  return lambda;
}

/** Λ_k(u) = (1 - p_k) (λ(u) + Λ_k(u + 1)) */
function departuresToCome(
  p: readonly number[],
  firstDay: number,
  D: number,
  lambda: (d: number) => number,
): (k: number, u: number) => number {
  const last = D + DAYS_PAST_THE_HORIZON;
  const tables = p.map((p_k) => {
    const table = new Map<number, number>([[last, 0]]);
    for (let u = last - 1; u >= firstDay; u--) table.set(u, (1 - p_k) * (lambda(u) + table.get(u + 1)!));
    return table;
  });
  return (k, u) => tables[k]!.get(u)!;
}

// ---- Lead time

function lagsOf(flow: Flow): { weight: number[]; p: number[] } {
  if (flow.leadTime.kind !== 'mixture') throw new TypeError('the reference takes mixtures only');
  return {
    weight: flow.leadTime.components.map((component) => component.weight),
    p: flow.leadTime.components.map((component) => 1 / (1 + number(component.mean))),
  };
}

// ---- Advisories

/** The advisories that exist for a flow, in the order of their onsets, then of their ids. */
function stagesOn(flow: Flow, scenario: Scenario): Stage[] {
  const found: Stage[] = [];
  for (const advisory of scenario.advisories) {
    const effects = advisory.effects.filter((effect) => selects(effect.on, flow));
    if (effects.length > 1) throw new TypeError('two effects of one advisory on one flow');
    for (const effect of effects) {
      const { start } = scenario.calendar;
      const onset = daysBetween(start, advisory.onset.date) + Math.floor(number(advisory.onset.delay ?? 0));
      const end = onset + Math.max(0, Math.floor(number(advisory.duration) + 1 / 2));
      found.push(stageOf(advisory.id, advisory.track ?? advisory.id, onset, end, effect));
    }
  }
  if (scenario.dispute !== undefined)
    found.push(...visitsOn(flow, scenario.dispute, scenario.calendar.start));
  return found.sort((one, other) => one.onset - other.onset || byCodeUnit(one.id, other.id));
}

/** A path has no more visits: the last one stays. */
const MOST_VISITS = 100;

/** The visits of a dispute whose stages last numbers of days and lead one way, those that have a day. */
function visitsOn(flow: Flow, { start, stages, events = [] }: Dispute, firstDay: string): Stage[] {
  if (events.length > 0) throw new TypeError('the reference takes disputes without events only');
  const found: Stage[] = [];
  let stage = stages.find(({ id }) => id === start.stage)!;
  let time = daysBetween(firstDay, start.date);
  for (let visit = 1; visit <= MOST_VISITS; visit++) {
    const { next = [], effects = [], sojourn } = stage;
    if (next.length > 1) throw new TypeError('the reference takes one way on only');
    const lasts = next.length === 0 || visit === MOST_VISITS ? Infinity : number(sojourn!);
    const [onset, end] = [Math.floor(time + 1 / 2), Math.floor(time + lasts + 1 / 2)];
    const effect = effects.find(({ on }) => selects(on, flow));
    if (effect !== undefined && end > onset) found.push(stageOf('dispute', 'dispute', onset, end, effect));
    if (lasts === Infinity) break;
    time += lasts;
    stage = stages.find(({ id }) => id === next[0]!.to)!;
  }
  return found;
}

function stageOf(id: string, track: string, onset: number, end: number, effect: Effect): Stage {
  return {
    id,
    track,
    onset,
    end,
    suppression: number(effect.suppression),
    cancellation: number(effect.cancellation),
    awareness: number(effect.halfLives.awareness),
    cancelling: number(effect.halfLives.cancelling),
    recovery: number(effect.halfLives.recovery),
    seatCut: number(effect.seatCut ?? 0),
  };
}

function selects(on: Selector, flow: Flow): boolean {
  const matches = (wanted: string | readonly string[] | undefined, value: string): boolean =>
    wanted === undefined || [wanted].flat().includes(value);
  return (
    matches(on.origin, flow.origin) &&
    matches(on.destination, flow.destination) &&
    matches(on.segment, flow.segment ?? 'all') &&
    matches(on.sector, flow.sector ?? 'tourism') &&
    matches(on.flow, flow.id)
  );
}

function isInForce(stage: Stage, d: number): boolean {
  return stage.onset <= d && d < stage.end;
}

/** s(d), from the recursions of the tracks. */
function suppressionPath(stages: readonly Stage[], firstDay: number, D: number): (d: number) => number {
  const tracks = [...new Set(stages.map((stage) => stage.track))];
  const onTrack = new Map(tracks.map((track) => [track, 0]));
  const path: number[] = [];
  for (let d = firstDay; d < D; d++) {
    for (const track of tracks) {
      const own = stages.filter((stage) => stage.track === track);
      const before = onTrack.get(track)!;
      const governing = latestToBegin(own.filter((stage) => isInForce(stage, d)));
      const ended = lastToEnd(own.filter((stage) => stage.end > stage.onset && stage.end <= d));
      const target = governing?.suppression ?? 0;
      const h = governing && target > before ? governing.awareness : ((governing ?? ended)?.recovery ?? 0);
      onTrack.set(track, before + (target - before) * (1 - halving(1, h)));
    }
    path.push(1 - product([...onTrack.values()].map((s_track) => 1 - s_track)));
  }
  return (d) => path[d - firstDay]!;
}

function latestToBegin(stages: readonly Stage[]): Stage | undefined {
  return [...stages].sort((one, other) => one.onset - other.onset || byCodeUnit(one.id, other.id)).at(-1);
}

function lastToEnd(stages: readonly Stage[]): Stage | undefined {
  return [...stages]
    .sort((one, other) => one.end - other.end || one.onset - other.onset || byCodeUnit(one.id, other.id))
    .at(-1);
}

/** S_a(d): share of the exposed bookings that survive an advisory to the end of day d. */
export function survival(stage: Stage, d: number): number {
  if (d < stage.onset || stage.end === stage.onset) return 1;
  const t = Math.min(d + 1, stage.end) - stage.onset;
  return 1 - stage.cancellation * (1 - halving(t, stage.cancelling));
}

/** q_a(d) */
function cancelledOn(stage: Stage, d: number): number {
  const before = survival(stage, d - 1);
  return before === 0 ? 0 : 1 - survival(stage, d) / before;
}

/** capacity(d), as a share of the baseline; unlimited where the flow has no load factor. */
function capacityPath(
  flow: Flow,
  stages: readonly Stage[],
  firstDay: number,
  D: number,
): (d: number) => number {
  const { capacity } = flow;
  if (capacity === undefined) return () => Number.POSITIVE_INFINITY;
  const path: number[] = [];
  for (let d = firstDay; d < D; d++) {
    const kept = stages.filter((stage) => isInForce(stage, d)).map((stage) => 1 - stage.seatCut);
    path.push(product(kept) / number(capacity.loadFactor));
  }
  return (d) => path[d - firstDay]!;
}

/** 2^(-t/h): what is left after t days; a half-life of 0 leaves nothing, an infinite one everything. */
function halving(t: number, h: number): number {
  return h === 0 ? 0 : 2 ** (-t / h);
}

// ---- Postponed travel

function postponementOf(flow: Flow): { share: number; return: number; lapse: number } | undefined {
  const { postponement } = flow;
  return (
    postponement && {
      share: number(postponement.share),
      return: number(postponement.halfLives.return),
      lapse: number(postponement.halfLives.lapse ?? Number.POSITIVE_INFINITY),
    }
  );
}

// ---- Money

function moneyOf(flow: Flow, monthly: DailySeries): Record<string, MonthlyMoney> {
  const spend = categories(flow.spend);
  const others = substitutesOf(flow).map((part) => ({
    replaced: number(part.share),
    spend: categories(part.spend ?? flow.spend),
  }));
  const lost = lostArrivals(monthly);
  const names = [...new Set([spend, ...others.map((part) => part.spend)].flatMap(Object.keys))];
  return Object.fromEntries(
    names.map((name) => {
      const own = spend[name] ?? 0;
      const revenueLost = lost.map((arrivals) => arrivals * own);
      const revenueReturned = monthly.returned.map((arrivals) => arrivals * own);
      const revenueSubstituted = lost.map((arrivals) =>
        sum(others.map((part) => part.replaced * arrivals * (part.spend[name] ?? 0))),
      );
      const money: MonthlyMoney = {
        revenueBaseline: monthly.baseline.map((arrivals) => arrivals * own),
        revenue: monthly.arrivals.map((arrivals) => arrivals * own),
        revenueLost,
        revenueReturned,
        revenueSubstituted,
        revenueLostNet: revenueLost.map((gross, m) => gross - revenueSubstituted[m]! - revenueReturned[m]!),
      };
      return [name, money];
    }),
  );
}

function substitutesOf({ substitution }: Flow): readonly Substitute[] {
  if (substitution === undefined) return [];
  return 'parts' in substitution ? Object.values(substitution.parts) : [substitution];
}

function refundsOf(flow: Flow, monthly: DailySeries): number[] {
  const prepaid = number(flow.refunds?.prepaidShare ?? 0);
  return monthly.cancellationsMade.map(
    (cancelled, m) => (cancelled + monthly.blocked[m]!) * prepaid * tripPriceOf(flow),
  );
}

function tripPriceOf(flow: Flow): number {
  return flow.refunds?.price === undefined ? spendPerArrival(flow.spend) : number(flow.refunds.price);
}

function spendPerArrival(spend: Flow['spend']): number {
  return sum(Object.values(categories(spend)));
}

/** λ (x + n + b), by month. */
export function lostArrivals(series: DailySeries): number[] {
  return series.cancelled.map((cancelled, at) => cancelled + series.notBooked[at]! + series.blocked[at]!);
}

function categories(spend: Flow['spend']): Record<string, number> {
  if (isQuantity(spend)) return { all: number(spend) };
  return Object.fromEntries(Object.entries(spend).map(([name, amount]) => [name, number(amount)]));
}

function isQuantity(spend: Flow['spend']): spend is Quantity {
  return typeof spend === 'number' || typeof spend.kind === 'string';
}

// ---- Small change

function number(quantity: Quantity): number {
  if (typeof quantity === 'number') return quantity;
  if (quantity.kind === 'constant') return quantity.value;
  throw new TypeError('the reference takes numbers only');
}

function emptySeries(): DailySeries {
  return {
    baseline: [],
    travelled: [],
    cancelled: [],
    notBooked: [],
    blocked: [],
    returned: [],
    arrivals: [],
    cancellationsMade: [],
    cancellationsLater: [],
    lapsed: [],
    bookingsOnHand: [],
    waiting: [],
  };
}

function byMonth(daily: DailySeries, months: readonly ReferenceMonth[]): DailySeries {
  const monthly = emptySeries();
  for (const name of Object.keys(daily) as SeriesName[]) {
    for (const { begins, days } of months) {
      const values = daily[name].slice(begins, begins + days);
      monthly[name].push(STOCKS.includes(name) ? values.at(-1)! : sum(values));
    }
  }
  return monthly;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function product(values: readonly number[]): number {
  return values.reduce((total, value) => total * value, 1);
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
