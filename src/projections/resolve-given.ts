import { drawsGiven } from '../engine/given.ts';
import type { Given, Run } from '../engine/types.ts';
import { readDate } from '../scenario/calendar.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';

/** What is given, and the draws in which it holds. */
export interface Condition {
  readonly given: readonly Given[];
  readonly draws: Int32Array;
}

/** Checks what is given and finds its draws; null where nothing is. */
export function resolveGiven(run: Run, option: string, given: unknown): Condition | null {
  if (given === undefined) return null;
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (all.length === 0) return null;
  const { dispute } = run.scenario;
  if (dispute === null) {
    throw outOfRange('given', `a scenario of ${option} with a dispute: nothing else is given or not`, given);
  }
  const names = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const resolved = all.map((one, index): Given => {
    const at = Array.isArray(given) ? `given[${index}]` : 'given';
    if (typeof one === 'object' && one !== null && 'event' in one) {
      expectOptions(at, one, ['event', 'happened']);
      const { event, happened } = one as Readonly<Record<string, unknown>>;
      return {
        event: expectName(`${at}.event`, `an event of ${option}`, event, names(dispute.events)),
        happened: expectFlag(`${at}.happened`, happened),
      };
    }
    if (typeof one === 'object' && one !== null && 'stage' in one) {
      expectOptions(at, one, ['stage', 'by', 'reached']);
      const { stage, by, reached } = one as Readonly<Record<string, unknown>>;
      return {
        stage: expectName(`${at}.stage`, `a stage of ${option}`, stage, names(dispute.stages)),
        ...(by === undefined ? {} : { by: expectDate(`${at}.by`, by) }),
        reached: expectFlag(`${at}.reached`, reached),
      };
    }
    throw wrongType(at, "{ event: '...' } or { stage: '...' }", one);
  });
  const draws = drawsGiven(run, resolved);
  if (draws.length === 0) throw outOfRange('given', `what happens in some of the ${run.draws} draws`, given);
  return { given: resolved, draws };
}

function expectFlag(option: string, flag: unknown): boolean {
  if (flag === undefined) return true;
  if (typeof flag !== 'boolean') throw wrongType(option, 'true or false', flag);
  return flag;
}

function expectDate(option: string, date: unknown): string {
  if (typeof date !== 'string') throw wrongType(option, 'a date YYYY-MM-DD', date);
  if (readDate(date) === null) throw outOfRange(option, 'a date YYYY-MM-DD', date);
  return date;
}
