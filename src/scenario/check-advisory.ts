import { dayOfCivil, firstYear, lastYear, readDate } from './calendar.ts';
import { checkInput } from './check-quantity.ts';
import { advisoryInputs, type Input } from './inputs.ts';
import type { IssueList } from './issue-list.ts';
import { below } from './paths.ts';
import { renderValue } from './render-value.ts';
import { type FlowTraits, selection, selectorFields, valuesOf } from './select-flows.ts';
import type { Advisory, Selector } from './types.ts';

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
  const onset = checkDate(advisory.onset.date, `${path}.onset.date`, found);
  if (onset !== null && horizon !== null)
    checkOnset(advisory, onset - horizon.startDay, path, horizon, found);
  const inputs = advisoryInputs(advisory, path);
  for (const input of inputs) checkInput(input, found);
  checkEffectIds(advisory, path, found);
  if (advisory.effects.length === 0)
    found.warn('no-effect', `${path}.effects`, 'an advisory without effects');
  if (flows !== null) checkSelections(advisory, path, flows, found);
  return inputs;
}

function checkOnset(
  advisory: Advisory,
  day: number,
  path: string,
  { days }: Horizon,
  found: IssueList,
): void {
  const { date, delay = 0 } = advisory.onset;
  if (day < -LONGEST_BEFORE) {
    const message = `${date} is ${-day} days before the start; at most ${LONGEST_BEFORE} can be computed`;
    found.report('domain', `${path}.onset.date`, message, { received: date });
  }
  if (day >= days && typeof delay === 'number' && delay >= 0) {
    found.warn('no-effect', `${path}.onset.date`, `${date} is after the horizon`);
  }
}

function checkEffectIds(advisory: Advisory, path: string, found: IssueList): void {
  const places = new Map<string, number>();
  advisory.effects.forEach(({ id }, index) => {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else {
      const message = `${renderValue(id)} is the id of effects[${first}] already`;
      found.report('duplicate', `${path}.effects[${index}].id`, message);
    }
  });
}

function checkSelections(
  advisory: Advisory,
  path: string,
  flows: NonNullable<Surroundings['flows']>,
  found: IssueList,
): void {
  const taken = new Map<string, number>();
  advisory.effects.forEach((effect, index) => {
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
        const message = `applies to flow ${renderValue(flow)}, to which effects[${other}] applies already; one advisory has one effect on a flow`;
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
