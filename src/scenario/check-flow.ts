import { isProbability } from '../demand/lead-time.ts';
import { fitLeadTime } from '../demand/lead-time-fit.ts';
import { cdf } from '../distributions/cdf.ts';
import { mean } from '../distributions/moments.ts';
import type { Quantity } from '../distributions/types.ts';
import { checkDate } from './check-advisory.ts';
import { checkFitted } from './check-fitted.ts';
import { checkInput, checkNumber } from './check-quantity.ts';
import { domains } from './domains.ts';
import { flowInputs, type Input, substitutesOf } from './inputs.ts';
import type { IssueList } from './issue-list.ts';
import { renderValue } from './render-value.ts';
import type { ResolvedCalendar } from './resolved.ts';
import type { DatedBaseline, Flow, LeadTime, LeadTimeMixture } from './types.ts';

const LARGEST_WEIGHT = 1e6;
const WEIGHTS_TOLERANCE = 1e-9;
const REGIONS_TOLERANCE = 1e-6;

/** What must hold of a well-shaped flow beyond its shape. Returns its inputs. */
export function checkFlow(
  flow: Flow,
  path: string,
  calendar: ResolvedCalendar | null,
  currency: string,
  found: IssueList,
): readonly Input[] {
  if (calendar !== null) checkLengths(flow, path, calendar.months.length, found);
  if (flow.baseline.kind === 'annual') checkSeasons(flow.baseline.seasons, `${path}.baseline.seasons`, found);
  if (flow.baseline.kind === 'fitted') checkFitted(flow.baseline, `${path}.baseline`, calendar, found);
  if (flow.baseline.kind === 'dated') checkEvents(flow.baseline, `${path}.baseline.events`, calendar, found);
  flow.lastYear?.forEach((arrivals, index) => {
    if (arrivals !== null) checkNumber(arrivals, `${path}.lastYear[${index}]`, domains.arrivals, found);
  });
  const hasLeadTime = checkLeadTime(flow.leadTime, `${path}.leadTime`, found);
  const inputs = flowInputs(
    hasLeadTime ? flow : { ...flow, leadTime: none },
    path,
    calendar?.months ?? [''],
    currency,
  );
  const sound = checkInputs(inputs, found);
  const isSound = (prefix: string) =>
    inputs.every(({ named }) => !named.path.startsWith(prefix) || sound.has(named.path));
  if (flow.leadTime.kind === 'mixture' && hasLeadTime && isSound(`${path}.leadTime`)) {
    checkNegativeWeights(flow.leadTime, `${path}.leadTime`, found);
  }
  if (flow.regions !== undefined && isSound(`${path}.regions`)) {
    checkRegions(Object.values(flow.regions), `${path}.regions`, found);
  }
  const parts = substitutesOf(flow);
  if (parts.length > 1 && isSound(`${path}.substitution`)) {
    checkParts(
      parts.map(({ share }) => share),
      `${path}.substitution.parts`,
      found,
    );
  }
  return inputs;
}

/** Nobody's place is taken twice. */
function checkParts(shares: readonly Quantity[], path: string, found: IssueList): void {
  const sum = shares.reduce<number>(
    (total, share) => total + (typeof share === 'number' ? share : mean(share)),
    0,
  );
  if (sum <= 1 + REGIONS_TOLERANCE) return;
  const shown = Number(sum.toPrecision(6));
  found.report('sum', path, `shares sum to ${shown} on average; more than 1 cannot be replaced`, {
    received: String(shown),
  });
}

const none: LeadTime = { kind: 'mixture', components: [] };

/** Checks each place once, though noise stands there for every month. Returns the paths of those that are sound. */
function checkInputs(inputs: readonly Input[], found: IssueList): ReadonlySet<string> {
  const seen = new Set<string>();
  const sound = new Set<string>();
  for (const input of inputs) {
    const { path } = input.named;
    if (seen.has(path)) continue;
    seen.add(path);
    if (checkInput(input, found)) sound.add(path);
  }
  return sound;
}

function checkLengths(flow: Flow, path: string, months: number, found: IssueList): void {
  const check = (list: readonly unknown[] | undefined, place: string): void => {
    if (list === undefined || list.length === months) return;
    found.report('length', place, `has ${list.length} entries; the calendar has ${months} months`, {
      received: String(list.length),
      expected: String(months),
    });
  };
  if (flow.baseline.kind === 'monthly') check(flow.baseline.arrivals, `${path}.baseline.arrivals`);
  check(flow.lastYear, `${path}.lastYear`);
}

function checkEvents(
  { events }: DatedBaseline,
  path: string,
  calendar: ResolvedCalendar | null,
  found: IssueList,
): void {
  const places = new Map<string, number>();
  events.forEach(({ date }, index) => {
    const place = `${path}[${index}].date`;
    const day = checkDate(date, place, found);
    const first = places.get(date);
    if (first === undefined) places.set(date, index);
    else {
      const message = `[${first}] is on ${date} already; add up the arrivals, or write a flow for each`;
      found.report('duplicate', place, message);
    }
    if (day === null || calendar === null) return;
    const isWithin = day >= calendar.startDay && day < calendar.startDay + calendar.days;
    if (!isWithin) found.warn('no-effect', place, `${date} is outside the horizon`);
  });
}

function checkSeasons(seasons: readonly number[] | undefined, path: string, found: IssueList): void {
  if (seasons === undefined) return;
  const sound = seasons.map((weight, index) =>
    checkNumber(weight, `${path}[${index}]`, domains.amount, found),
  );
  if (sound.every(Boolean) && !(seasons.reduce((sum, weight) => sum + weight, 0) > 0)) {
    found.report('sum', path, 'all weights are 0; one at least must be above');
  }
}

/** Whether there are components to speak of. */
function checkLeadTime(leadTime: LeadTime, path: string, found: IssueList): boolean {
  return leadTime.kind === 'mixture'
    ? checkWeights(leadTime, path, found)
    : checkQuantiles(leadTime.median, leadTime.p90, path, found);
}

function checkWeights({ components }: LeadTimeMixture, path: string, found: IssueList): boolean {
  let sum = 0;
  components.forEach(({ weight }, index) => {
    sum += weight;
    if (Math.abs(weight) <= LARGEST_WEIGHT) return;
    const message = `${weight} is too large: at most ${LARGEST_WEIGHT} either way`;
    found.report('size', `${path}.components[${index}].weight`, message, { received: String(weight) });
  });
  if (components.length > 0 && Math.abs(sum - 1) > WEIGHTS_TOLERANCE) {
    const shown = Number(sum.toPrecision(12));
    found.report('sum', path, `weights sum to ${shown}; they must sum to 1`, {
      received: String(shown),
      expected: '1',
    });
  }
  return true;
}

function checkQuantiles(median: number, p90: number, path: string, found: IssueList): boolean {
  const sound = [
    checkNumber(median, `${path}.median`, domains.days, found),
    checkNumber(p90, `${path}.p90`, domains.days, found),
  ];
  if (!sound.every(Boolean)) return false;
  try {
    fitLeadTime({ median, p90 });
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.report('parameters', path, error.message);
    return false;
  }
}

/** Negative weights make a mode above day 0; whether all probabilities are positive can be said of known means only. */
function checkNegativeWeights({ components }: LeadTimeMixture, path: string, found: IssueList): void {
  if (components.every(({ weight }) => weight >= 0)) return;
  const known = components.map(({ weight, mean: lag }) => ({ weight, mean: knownValue(lag) }));
  const unknown = known.findIndex((component) => component.mean === null);
  if (unknown >= 0) {
    const message = 'an uncertain mean and a negative weight exclude each other; write a number';
    found.report('conflict', `${path}.components[${unknown}].mean`, message);
    return;
  }
  if (!isProbability(known.map((component) => ({ weight: component.weight, mean: component.mean ?? 0 })))) {
    const message =
      'negative weights make some probabilities negative; the slowest component needs a positive weight';
    found.report('domain', path, message);
  }
}

function knownValue(quantity: Quantity): number | null {
  if (typeof quantity === 'number') return quantity;
  return quantity.kind === 'constant' ? quantity.value : null;
}

function checkRegions(shares: readonly Quantity[], path: string, found: IssueList): void {
  if (shares.length === 0) return;
  const sum = shares.reduce<number>(
    (total, share) => total + (typeof share === 'number' ? share : mean(share)),
    0,
  );
  if (!(Math.abs(sum - 1) <= REGIONS_TOLERANCE)) {
    const shown = renderValue(Number(sum.toPrecision(7)));
    const message = `shares sum to ${shown}${shares.every((share) => typeof share === 'number') ? '' : ' in the mean'}`;
    found.report('sum', path, `${message}; they must sum to 1`, { received: shown, expected: '1' });
    return;
  }
  // Shares are divided by their sum in each draw.
  const canVanish = shares.every((share) => (typeof share === 'number' ? share === 0 : cdf(share, 0) > 0));
  if (canVanish) found.report('sum', path, 'all shares can be 0 in one draw; one at least must stay above');
}
