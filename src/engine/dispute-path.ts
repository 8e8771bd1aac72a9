import { endOfStay, type Sojourn } from '../advisories/sojourn.ts';
import { lawOf } from '../distributions/families.ts';
import type { Plan } from './plan.ts';
import type { PlannedDispute, PlannedEvent } from './plan-dispute.ts';

/** The stages that a dispute passes through in one draw, by place in the plan. Empty where there is no dispute. */
export interface DisputePath {
  /** How many visits; the arrays below are used up to here. */
  count: number;
  readonly stage: Int32Array;
  /** First day of each visit, and the end of the last: the end of the horizon. A visit may have no day. */
  readonly day: Int32Array;
  /** Day of each event within the horizon; -1e9 where it does not happen there. */
  readonly happened: Float64Array;
}

export interface DisputeWalker {
  readonly path: DisputePath;
  /** Fills the path; input s of the draw stands at `s * pitch + draw`. */
  readonly walk: (values: Float64Array, pitch: number, draw: number) => void;
}

/** A path that comes to so many visits ends with the last of them, which stays for good. */
export const MOST_VISITS = 100;

/** Of an event that does not happen within the horizon. */
export const NEVER = -1e9;

/**
 * The way from the values of a draw to the stages of the dispute. Times run continuously: stays need not be whole days,
 * and an event acts from the beginning of its day. A visit begins on the day nearest to its time, as advisories end.
 */
export function createDisputeWalker({ dispute, days }: Plan): DisputeWalker {
  const path: DisputePath = {
    count: 0,
    stage: new Int32Array(dispute === null ? 0 : MOST_VISITS),
    day: new Int32Array(dispute === null ? 0 : MOST_VISITS + 1),
    happened: new Float64Array(dispute === null ? 0 : dispute.events.length),
  };
  return { path, walk: dispute === null ? () => {} : walker(dispute, days, path) };
}

function walker(dispute: PlannedDispute, days: number, path: DisputePath): DisputeWalker['walk'] {
  const { stages, events, startDay } = dispute;
  const laws = stages.map(({ sojourn }) => sojourn && lawOf(sojourn));
  const visits = new Int32Array(stages.length);
  const begins = new Float64Array(events.length);
  const ends = new Float64Array(events.length);
  /** Events whose move has been made, or come to nothing. */
  const passed = new Uint8Array(events.length);
  /** Weight x factor of each way out of the stage in question. */
  const pulls = new Float64Array(Math.max(0, ...stages.map(({ ways }) => ways.length)));
  let destination = -1;

  return (values, pitch, draw) => {
    const value = (slot: number): number => values[slot * pitch + draw]!;
    visits.fill(0);
    passed.fill(0);
    for (let e = 0; e < events.length; e++) {
      const event = events[e]!;
      const begin = event.day + Math.floor(value(event.delay));
      const happens = happensIn(event, value);
      begins[e] = happens ? begin : Infinity;
      ends[e] = event.duration < 0 ? Infinity : begin + Math.max(0, Math.floor(value(event.duration) + 0.5));
      path.happened[e] = happens && begin < days ? begin : NEVER;
      // What would have moved the dispute before it began has nothing to move.
      if (event.moves === null || begin < startDay) passed[e] = 1;
    }
    path.count = 0;
    let stage = dispute.first;
    let entered = startDay;
    while (path.count < MOST_VISITS) {
      path.stage[path.count] = stage;
      path.day[path.count] = Math.floor(entered + 0.5);
      path.count += 1;
      const left = leave(stage, entered, value);
      if (Math.floor(left + 0.5) >= days) break;
      stage = destination;
      entered = left;
    }
    path.day[path.count] = days;
    if (path.day[0]! >= days) path.count = 0;
  };

  /** When a stage is left, which sets the destination; infinity where it stays to the end of the horizon. */
  function leave(stage: number, entered: number, value: (slot: number) => number): number {
    const { sojourns, choices, ways } = stages[stage]!;
    const visit = visits[stage]!;
    visits[stage] = visit + 1;
    const law = laws[stage];
    const sojourn: Sojourn | null = law
      ? { law, ordinary: value(sojourns[visit % sojourns.length]!), left: Number.NaN }
      : null;
    let from = entered;
    while (from < days) {
      const mover = nextMove(from);
      const until = Math.min(nextTurn(from), mover < 0 ? Infinity : begins[mover]!);
      if (sojourn !== null) {
        const { factor, pull } = weigh(stage, from, value);
        const end = endOfStay(sojourn, from - entered, until - entered, factor);
        if (end < Infinity) {
          const uniform = choices.length === 0 ? 0 : value(choices[visit % choices.length]!);
          destination = ways[choose(uniform * pull, ways.length)]!.to;
          return entered + end;
        }
      }
      if (mover >= 0 && begins[mover] === until) {
        passed[mover] = 1;
        const moves = events[mover]!.moves!;
        if ((moves.from < 0 || moves.from === stage) && moves.to !== stage) {
          destination = moves.to;
          return until;
        }
      }
      from = until;
    }
    return Infinity;
  }

  /** The ways out of a stage at a time: fills `pulls`, and returns the factor on the hazard of leaving. */
  function weigh(
    stage: number,
    at: number,
    value: (slot: number) => number,
  ): { factor: number; pull: number } {
    const { ways } = stages[stage]!;
    let weights = 0;
    let pull = 0;
    for (let w = 0; w < ways.length; w++) {
      const { to, weight } = ways[w]!;
      let pulled = value(weight);
      weights += pulled;
      for (let e = 0; e < events.length; e++) {
        if (!(begins[e]! <= at && at < ends[e]!)) continue;
        for (const hazard of events[e]!.hazards) {
          if ((hazard.from < 0 || hazard.from === stage) && (hazard.to < 0 || hazard.to === to)) {
            pulled *= value(hazard.factor);
          }
        }
      }
      pulls[w] = pulled;
      pull += pulled;
    }
    return { factor: weights > 0 ? pull / weights : 0, pull };
  }

  /** The first way at which the sum of pulls passes a height. */
  function choose(height: number, ways: number): number {
    let sum = 0;
    let last = 0;
    for (let w = 0; w < ways; w++) {
      if (pulls[w]! > 0) last = w;
      sum += pulls[w]!;
      if (height < sum) return w;
    }
    return last;
  }

  /** The first time after `from` at which factors come or go. */
  function nextTurn(from: number): number {
    let next = Infinity;
    for (let e = 0; e < events.length; e++) {
      if (begins[e] === Infinity || events[e]!.hazards.length === 0) continue;
      if (begins[e]! > from && begins[e]! < next) next = begins[e]!;
      if (ends[e]! > from && ends[e]! < next) next = ends[e]!;
    }
    return next;
  }

  /** The event that moves next, at `from` or later; of several at one time the first by id. -1 where none does. */
  function nextMove(from: number): number {
    let next = -1;
    for (let e = 0; e < events.length; e++) {
      if (passed[e] === 1 || begins[e] === Infinity || begins[e]! < from) continue;
      if (next < 0 || begins[e]! < begins[next]!) next = e;
    }
    return next;
  }
}

function happensIn({ happening, probability }: PlannedEvent, value: (slot: number) => number): boolean {
  return happening < 0 ? value(probability) > 0 : value(happening) < value(probability);
}
