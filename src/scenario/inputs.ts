import { fitLeadTime } from '../demand/lead-time-fit.ts';
import type { Quantity } from '../distributions/types.ts';
import { type Domain, domains } from './domains.ts';
import { below } from './paths.ts';
import type { NamedQuantity } from './resolved.ts';
import type { Advisory, Baseline, Effect, FittedBaseline, Flow, LeadTime, Substitute } from './types.ts';

/**
 * Every input of a scenario: its name, its place, its unit and where it may lie. The one table that the check, which
 * asks about domains, and the resolution, which gives names, both read. Defaults are among them.
 */
export interface Input {
  readonly named: NamedQuantity;
  readonly domain: Domain;
}

/** What stands for a quantity, or for one by category. */
export type Amounts = Flow['spend'];

export function isCategorised(amounts: Amounts): amounts is Readonly<Record<string, Quantity>> {
  return typeof amounts === 'object' && typeof amounts.kind !== 'string';
}

/** Names of a record's entries, by code unit. */
export function sortedKeys(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).sort();
}

/** Adds an input by the end of its name and of its path. */
export type Add = (
  name: string,
  key: string,
  quantity: Quantity,
  unit: string,
  domain: Domain,
  source?: string,
) => void;

/** Adds inputs to a list, under a prefix of names and a path. */
export function collector(prefix: string, path: string, list: Input[]): Add {
  return (name, key, quantity, unit, domain, source = '') => {
    list.push({
      named: { name: `${prefix}/${name}`, quantity, path: `${path}${key}`, unit, source },
      domain,
    });
  };
}

/** Inputs of a flow; `months` are the horizon's, `YYYY-MM`. Names are `flow/<id>/...`. */
export function flowInputs(flow: Flow, path: string, months: readonly string[], currency: string): Input[] {
  const list: Input[] = [];
  const add = collector(`flow/${flow.id}`, path, list);
  addBaseline(flow.baseline, months, add);
  addLeadTime(flow.leadTime, add);
  addAmounts('spend', '.spend', flow.spend, `${currency} per arrival`, add);
  flow.stay?.retention.forEach((share, index) => {
    add(`stay/retention/${index + 2}`, `.stay.retention[${index}]`, share, 'share', domains.share);
  });
  if (flow.nights !== undefined) add('nights', '.nights', flow.nights, 'nights per arrival', domains.nights);
  for (const region of sortedKeys(flow.regions ?? {})) {
    add(`regions/${region}`, below('.regions', region), flow.regions![region]!, 'share', domains.share);
  }
  add(
    'ordinary-cancellation',
    '.ordinaryCancellation',
    flow.ordinaryCancellation ?? 0,
    'share',
    domains.shareBelowOne,
  );
  if (flow.refunds !== undefined) {
    const { prepaidShare, price } = flow.refunds;
    add('refunds/prepaid-share', '.refunds.prepaidShare', prepaidShare, 'share', domains.share);
    if (price !== undefined) {
      add('refunds/price', '.refunds.price', price, `${currency} per trip`, domains.amount);
    }
  }
  if (flow.capacity !== undefined) {
    add(
      'capacity/load-factor',
      '.capacity.loadFactor',
      flow.capacity.loadFactor,
      'share',
      domains.shareAboveZero,
    );
  }
  if (flow.postponement !== undefined) {
    const { share, halfLives } = flow.postponement;
    add('postponement/share', '.postponement.share', share, 'share', domains.share);
    add('postponement/return', '.postponement.halfLives.return', halfLives.return, 'days', domains.days);
    if (halfLives.lapse !== undefined) {
      add('postponement/lapse', '.postponement.halfLives.lapse', halfLives.lapse, 'days', domains.days);
    }
  }
  for (const { name, key, share, spend } of substitutesOf(flow)) {
    add(`${name}/share`, `${key}.share`, share, 'share', domains.share);
    if (spend !== undefined) {
      addAmounts(`${name}/spend`, `${key}.spend`, spend, `${currency} per arrival`, add);
    }
  }
  return list;
}

/** Who takes the place of those lost, in order of name: part, name of its inputs, and place in the flow. */
export function substitutesOf({
  substitution,
}: Flow): readonly (Substitute & { readonly part: string; readonly name: string; readonly key: string })[] {
  if (substitution === undefined) return [];
  if (!('parts' in substitution)) {
    return [{ ...substitution, part: 'substitutes', name: 'substitution', key: '.substitution' }];
  }
  return sortedKeys(substitution.parts).map((part) => ({
    ...substitution.parts[part]!,
    part,
    name: `substitution/part/${part}`,
    key: below('.substitution.parts', part),
  }));
}

function addBaseline(baseline: Baseline, months: readonly string[], add: Add): void {
  const { source } = baseline;
  if (baseline.kind === 'fitted') {
    addFitted(baseline, add);
    return;
  }
  if (baseline.kind === 'monthly') {
    baseline.arrivals.forEach((quantity, index) => {
      const name = `baseline/${months[index] ?? index}`;
      add(name, `.baseline.arrivals[${index}]`, quantity, 'arrivals a month', domains.arrivals, source);
    });
  } else if (baseline.kind === 'dated') {
    baseline.events.forEach(({ date, arrivals }, index) => {
      const key = `.baseline.events[${index}].arrivals`;
      add(`baseline/${date}`, key, arrivals, 'arrivals', domains.arrivals, source);
    });
  } else {
    add('baseline/total', '.baseline.total', baseline.total, 'arrivals a year', domains.arrivals, source);
    if (baseline.growth !== undefined) {
      add('baseline/growth', '.baseline.growth', baseline.growth, 'share a year', domains.growth);
    }
  }
  if (baseline.kind !== 'annual' && baseline.level !== undefined) {
    add('baseline/level', '.baseline.level', baseline.level, 'factor', domains.factor);
  }
  if (baseline.noise !== undefined) {
    const times = baseline.kind === 'dated' ? baseline.events.map(({ date }) => date) : months;
    for (const time of times) {
      add(
        `baseline/noise/${time}`,
        '.baseline.noise',
        atTime(baseline.noise, time),
        'factor',
        domains.factor,
      );
    }
  }
}

function addFitted({ components, share, sharedAs, source }: FittedBaseline, add: Add): void {
  if (share !== undefined) add('baseline/share', '.baseline.share', share, 'share', domains.share, source);
  components.forEach(({ name }, index) => {
    const score: Quantity = {
      kind: 'normal',
      mean: 0,
      sd: 1,
      ...(sharedAs !== undefined && { sharedAs: `${sharedAs}/${name}` }),
    };
    const path = `.baseline.components[${index}]`;
    add(`baseline/component/${name}`, path, score, 'standard deviations', domains.score, source);
  });
}

/** Noise shares its draws with the noise of other flows in the same month only, never with other months. */
function atTime(noise: Quantity, time: string): Quantity {
  if (typeof noise === 'number') return noise;
  const { sharedAs, factors } = noise;
  return {
    ...noise,
    ...(sharedAs !== undefined && { sharedAs: `${sharedAs}/${time}` }),
    ...(factors !== undefined && {
      factors: Object.fromEntries(
        Object.entries(factors).map(([name, loading]) => [`${name}/${time}`, loading]),
      ),
    }),
  };
}

/** Components of a mixture as written, or fitted to the quantiles. */
export function leadTimeComponents(leadTime: LeadTime): readonly { weight: number; mean: Quantity }[] {
  return leadTime.kind === 'mixture'
    ? leadTime.components
    : fitLeadTime({ median: leadTime.median, p90: leadTime.p90 });
}

function addLeadTime(leadTime: LeadTime, add: Add): void {
  leadTimeComponents(leadTime).forEach(({ mean }, index) => {
    const key = leadTime.kind === 'mixture' ? `.leadTime.components[${index}].mean` : '.leadTime';
    add(`lead-time/${index + 1}`, key, mean, 'days', domains.days, leadTime.source);
  });
}

function addAmounts(name: string, key: string, amounts: Amounts, unit: string, add: Add): void {
  if (!isCategorised(amounts)) {
    add(name, key, amounts, unit, domains.amount);
    return;
  }
  for (const category of sortedKeys(amounts)) {
    add(`${name}/${category}`, below(key, category), amounts[category]!, unit, domains.amount);
  }
}

/** Inputs of an advisory and its effects: `advisory/<id>/...`. */
export function advisoryInputs(advisory: Advisory, path: string): Input[] {
  const list: Input[] = [];
  const add = collector(`advisory/${advisory.id}`, path, list);
  add('delay', '.onset.delay', advisory.onset.delay ?? 0, 'days', domains.delay);
  add('duration', '.duration', advisory.duration, 'days', domains.days);
  list.push(...effectsInputs(advisory.effects, `advisory/${advisory.id}`, path));
  return list;
}

/** Inputs of the effects of an advisory or a stage: `<prefix>/effect/<id>/...`. */
export function effectsInputs(effects: readonly Effect[], prefix: string, path: string): Input[] {
  const list: Input[] = [];
  effects.forEach((effect, index) => {
    addEffect(effect, collector(`${prefix}/effect/${effect.id}`, `${path}.effects[${index}]`, list));
  });
  return list;
}

function addEffect(effect: Effect, add: Add): void {
  const { awareness, cancelling, recovery } = effect.halfLives;
  add('suppression', '.suppression', effect.suppression, 'share', domains.share);
  add('cancellation', '.cancellation', effect.cancellation, 'share', domains.share);
  add('awareness', '.halfLives.awareness', awareness, 'days', domains.days);
  add('cancelling', '.halfLives.cancelling', cancelling, 'days', domains.days);
  add('recovery', '.halfLives.recovery', recovery, 'days', domains.days);
  add('seat-cut', '.seatCut', effect.seatCut ?? 0, 'share', domains.share);
}

/** Gross domestic product: `gdp`. */
export function gdpInput(quantity: Quantity, currency: string): Input {
  return {
    named: { name: 'gdp', quantity, path: 'gdp', unit: `${currency} a year`, source: '' },
    domain: domains.gdp,
  };
}
