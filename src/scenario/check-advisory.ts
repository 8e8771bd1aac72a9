import type { Quantity } from '../distributions/types.ts';
import { dayOfCivil, firstYear, lastYear, readDate } from './calendar.ts';
import { checkInput } from './check-quantity.ts';
import { advisoryInputs, type Input } from './inputs.ts';
import type { IssueList } from './issue-list.ts';
import { below } from './paths.ts';
import { renderValue } from './render-value.ts';
import { type FlowTraits, selection, selectorFields, valuesOf } from './select-flows.ts';
import type { Advisory, Effect, Selector } from './types.ts';

/** How long before day 0 an advisory may begin, in days. */
const LONGEST_BEFORE = 3650;

/** The day of a date, or null with an issue. */
export function checkDate(date: string, path: string, found: IssueList): number | null {
  const read = readDate(date);
  if (read === null) {
    const message = `${renderValue(date)} is no day of the calendar; a date is written YYYY-MM-DD`;
    found.report('format', path, message, { received: renderValue(date), expected: 'YYYY-MM-DD' });
    return null;
  }
  if (read.year < firstYear || read.year > lastYear) {
    const message = `${date} is outside the years ${firstYear} to ${lastYear}`;
    found.report('domain', path, message, { received: date });
    return null;
  }
  return dayOfCivil(read);
}

export interface Horizon {
  /** Days since 1970-01-01. */
  readonly startDay: number;
  readonly days: number;
}

/** What the effects are matched against; null where flows or calendar are not known for certain. */
export interface Surroundings {
  readonly horizon: Horizon | null;
  readonly flows: readonly (FlowTraits & { readonly hasCapacity: boolean })[] | null;
}

/** What must hold of a well-shaped advisory beyond its shape. Returns its inputs. */
export function checkAdvisory(
  advisory: Advisory,
  path: string,
  { horizon, flows }: Surroundings,
  found: IssueList,
): readonly Input[] {
  const { date, delay = 0 } = advisory.onset;
  checkOnset(date, delay, `${path}.onset.date`, horizon, found);
  const inputs = advisoryInputs(advisory, path);
  for (const input of inputs) checkInput(input, found);
  if (advisory.effects.length === 0)
    found.warn('no-effect', `${path}.effects`, 'an advisory without effects');
  const length = typeof advisory.duration === 'number' ? advisory.duration : 1;
  if (length >= 0 && length < 0.5) {
    found.warn(
      'no-effect',
      `${path}.duration`,
      `${length} days round to none: the advisory is never in force`,
    );
  }
  checkEffects(advisory.effects, 'advisory', path, flows, found);
  return inputs;
}

/** A date from which something is in force: of the calendar, and neither too long before the horizon nor after it. */
export function checkOnset(
  date: string,
  delay: Quantity,
  path: string,
  horizon: Horizon | null,
  found: IssueList,
): void {
  const onset = checkDate(date, path, found);
  if (onset === null || horizon === null) return;
  const day = onset - horizon.startDay;
  if (day < -LONGEST_BEFORE) {
    const message = `${date} is ${-day} days before the start; at most ${LONGEST_BEFORE} can be computed`;
    found.report('domain', path, message, { received: date });
  }
  if (day >= horizon.days && typeof delay === 'number' && delay >= 0) {
    found.warn('no-effect', path, `${date} is after the horizon`);
  }
}

/** What must hold of the effects of an advisory or a stage at `path`, their inputs apart. */
export function checkEffects(
  effects: readonly Effect[],
  holder: 'advisory' | 'stage',
  path: string,
  flows: Surroundings['flows'],
  found: IssueList,
): void {
  checkEffectIds(effects, path, found);
  if (flows !== null) checkSelections(effects, holder, path, flows, found);
}

function checkEffectIds(effects: readonly Effect[], path: string, found: IssueList): void {
  const places = new Map<string, number>();
  effects.forEach(({ id }, index) => {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else {
      const message = `${renderValue(id)} is the id of effects[${first}] already`;
      found.report('duplicate', `${path}.effects[${index}].id`, message);
    }
  });
}

function checkSelections(
  effects: readonly Effect[],
  holder: 'advisory' | 'stage',
  path: string,
  flows: NonNullable<Surroundings['flows']>,
  found: IssueList,
): void {
  const taken = new Map<string, number>();
  effects.forEach((effect, index) => {
    if (found.isFull) return;
    const place = `${path}.effects[${index}]`;
    if (!checkValues(effect.on, `${place}.on`, flows, found)) return;
    const matched = flows.filter(selection(effect.on));
    if (matched.length === 0) {
      found.report('unknown-name', `${place}.on`, 'matches no flow: no flow has all of these at once');
    }
    for (const { flow } of matched) {
      const other = taken.get(flow);
      if (other === undefined) taken.set(flow, index);
      else {
        const message = `applies to flow ${renderValue(flow)}, to which effects[${other}] applies already; one ${holder} has one effect on a flow`;
        found.report('conflict', `${place}.on`, message);
      }
    }
    const unlimited = matched.filter(({ hasCapacity }) => !hasCapacity);
    if (effect.seatCut !== undefined && effect.seatCut !== 0 && unlimited.length > 0) {
      const names = unlimited.slice(0, 5).map(({ flow }) => flow);
      const list = names.join(', ') + (unlimited.length > names.length ? ', ...' : '');
      found.warn('no-effect', `${place}.seatCut`, `does not bind on flows without a capacity: ${list}`);
    }
  });
}

/** Whether every value that a selector names is some flow's. */
function checkValues(on: Selector, path: string, flows: readonly FlowTraits[], found: IssueList): boolean {
  let known = true;
  for (const field of selectorFields) {
    const wanted = on[field];
    if (wanted === undefined) continue;
    const names = new Set(flows.map((traits) => traits[field]));
    valuesOf(wanted).forEach((value, index) => {
      if (names.has(value)) return;
      known = false;
      if (found.isFull) return;
      const place = below(path, field) + (typeof wanted === 'string' ? '' : `[${index}]`);
      const what = field === 'flow' ? 'no flow has the id' : `no flow has the ${field}`;
      found.report('unknown-name', place, `${what} ${renderValue(value)}${found.suggest(value, names)}`, {
        received: renderValue(value),
      });
    });
  }
  return known;
}
