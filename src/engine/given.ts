import { dayOfDate } from '../scenario/calendar.ts';
import { createDisputeWalker, type DisputePath, NEVER } from './dispute-path.ts';
import type { PlannedInput } from './inputs.ts';
import { medianInputs, sampleInputs } from './sample-inputs.ts';
import type { Given, Run } from './types.ts';

/** Draws walked at a time. */
const BLOCK = 256;

/** Walks the dispute through every draw of a run, in draw order; nothing else of the run is computed. */
export function walkDraws(run: Run, see: (path: DisputePath, draw: number) => void): void {
  const { plan, draws, sampling } = run;
  const inputs = plan.inputs.map((input) => (input.name.startsWith('dispute/') ? input : unread(input)));
  const sampler = sampling.kind === 'median' ? medianInputs(inputs) : sampleInputs(inputs, plan.key);
  const { path, walk } = createDisputeWalker(plan);
  const values = new Float64Array(inputs.length * BLOCK);
  for (let from = 0; from < draws; from += BLOCK) {
    const to = Math.min(draws, from + BLOCK);
    sampler(from, to, values, BLOCK);
    for (let j = 0; j < to - from; j++) {
      walk(values, BLOCK, j);
      see(path, from + j);
    }
  }
}

/** What a path does not depend on need not be drawn. */
function unread({ name }: PlannedInput): PlannedInput {
  return { name, distribution: null, source: { kind: 'constant', value: 0 } };
}

/** The draws of a run in which all of these hold, in ascending order. Names and dates are taken as checked. */
export function drawsGiven(run: Run, given: readonly Given[]): Int32Array {
  const { stages, events } = run.plan.dispute!;
  const { startDay, days } = run.scenario.calendar;
  const holds = given.map((one): ((path: DisputePath) => boolean) => {
    if ('event' in one) {
      const event = events.findIndex(({ id }) => id === one.event);
      return (path) => (path.happened[event]! !== NEVER) === (one.happened ?? true);
    }
    const stage = stages.findIndex(({ id }) => id === one.stage);
    const last = one.by === undefined ? days - 1 : dayOfDate(one.by) - startDay;
    return (path) => visits(path, stage, last) === (one.reached ?? true);
  });
  const found: number[] = [];
  walkDraws(run, (path, draw) => {
    if (holds.every((hold) => hold(path))) found.push(draw);
  });
  return Int32Array.from(found);
}

function visits(path: DisputePath, stage: number, last: number): boolean {
  for (let v = 0; v < path.count && path.day[v]! <= last; v++) if (path.stage[v] === stage) return true;
  return false;
}
