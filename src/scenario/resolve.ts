import { dayOfDate, daysInMonth, readMonth } from './calendar.ts';
import {
  type Amounts,
  advisoryInputs,
  flowInputs,
  gdpInput,
  type Input,
  isCategorised,
  leadTimeComponents,
  sortedKeys,
} from './inputs.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import type {
  Categorised,
  NamedQuantity,
  ResolvedAdvisory,
  ResolvedFlow,
  ResolvedMonth,
  ResolvedScenario,
} from './resolved.ts';
import { type FlowTraits, selection, traitsOf } from './select-flows.ts';
import type { Advisory, AnnualBaseline, Flow, Scenario } from './types.ts';

/** Fills in every default of a checked scenario. Flows and advisories keep their order. */
export function resolveScenario(scenario: Scenario): ResolvedScenario {
  const { currency, year } = scenario.prices;
  const calendar = resolveCalendar(scenario.calendar);
  const traits = scenario.flows.map(traitsOf);
  return {
    title: scenario.title ?? '',
    prices: { currency, year },
    calendar,
    flows: scenario.flows.map((flow, index) =>
      resolveFlow(flow, flowInputs(flow, `flows[${index}]`, calendar.months, currency), calendar.months),
    ),
    advisories: scenario.advisories.map((advisory, index) =>
      resolveAdvisory(advisory, advisoryInputs(advisory, `advisories[${index}]`), traits, calendar.startDay),
    ),
    correlations: (scenario.correlations ?? []).map(({ among, matrix }) => ({ among, matrix })),
    gdp: scenario.gdp === undefined ? null : gdpInput(scenario.gdp, currency).named,
  };
}

type Find = (name: string) => NamedQuantity;

function finder(prefix: string, inputs: readonly Input[]): Find {
  const byName = new Map(inputs.map(({ named }) => [named.name, named]));
  return (name) => byName.get(`${prefix}/${name}`)!;
}

function resolveFlow(flow: Flow, inputs: readonly Input[], months: readonly string[]): ResolvedFlow {
  const find = finder(`flow/${flow.id}`, inputs);
  const { flow: id, ...traits } = traitsOf(flow);
  return {
    id,
    ...traits,
    baseline: resolveBaseline(flow, find, months),
    lastYear: flow.lastYear ?? months.map(() => null),
    leadTime: leadTimeComponents(flow.leadTime).map(({ weight }, index) => ({
      weight,
      mean: find(`lead-time/${index + 1}`),
    })),
    spend: categorise('spend', flow.spend, find),
    nights: flow.nights === undefined ? null : find('nights'),
    regions: sortedKeys(flow.regions ?? {}).map((region) => ({ region, share: find(`regions/${region}`) })),
    ordinaryCancellation: find('ordinary-cancellation'),
    refunds:
      flow.refunds === undefined
        ? null
        : {
            prepaidShare: find('refunds/prepaid-share'),
            price: flow.refunds.price === undefined ? null : find('refunds/price'),
          },
    loadFactor: flow.capacity === undefined ? null : find('capacity/load-factor'),
    postponement:
      flow.postponement === undefined
        ? null
        : {
            share: find('postponement/share'),
            returnHalfLife: find('postponement/return'),
            lapseHalfLife:
              flow.postponement.halfLives.lapse === undefined ? null : find('postponement/lapse'),
          },
    substitution:
      flow.substitution === undefined
        ? null
        : {
            share: find('substitution/share'),
            spend:
              flow.substitution.spend === undefined
                ? null
                : categorise('substitution/spend', flow.substitution.spend, find),
          },
  };
}

function resolveBaseline(flow: Flow, find: Find, months: readonly string[]): readonly ResolvedMonth[] {
  const { baseline } = flow;
  const level = baseline.kind === 'monthly' && baseline.level !== undefined ? [find('baseline/level')] : [];
  const shares = baseline.kind === 'annual' ? seasonShares(baseline.seasons) : null;
  const growth = baseline.kind === 'annual' && baseline.growth !== undefined ? find('baseline/growth') : null;
  return months.map((month, index) => ({
    factor: shares === null ? 1 : shares[readMonth(month)!.month - 1]!,
    factors: [
      find(shares === null ? `baseline/${month}` : 'baseline/total'),
      ...level,
      ...(baseline.noise === undefined ? [] : [find(`baseline/noise/${month}`)]),
    ],
    growth,
    growthYears: growth === null ? 0 : Math.floor(index / 12),
  }));
}

/** Shares of the year, January to December; by default each month's days of a year of 365. */
function seasonShares(seasons: AnnualBaseline['seasons']): readonly number[] {
  const weights = seasons ?? Array.from({ length: 12 }, (_, index) => daysInMonth(2025, index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function categorise(name: string, amounts: Amounts, find: Find): readonly Categorised[] {
  return isCategorised(amounts)
    ? sortedKeys(amounts).map((category) => ({ category, amount: find(`${name}/${category}`) }))
    : [{ category: 'all', amount: find(name) }];
}

function resolveAdvisory(
  advisory: Advisory,
  inputs: readonly Input[],
  flows: readonly FlowTraits[],
  startDay: number,
): ResolvedAdvisory {
  const { id, title = '', track = id, onset } = advisory;
  const find = finder(`advisory/${id}`, inputs);
  return {
    id,
    title,
    track,
    onsetDay: dayOfDate(onset.date) - startDay,
    delay: find('delay'),
    duration: find('duration'),
    effects: advisory.effects.map((effect) => {
      const part = (name: string) => find(`effect/${effect.id}/${name}`);
      return {
        id: effect.id,
        flows: flows.filter(selection(effect.on)).map(({ flow }) => flow),
        suppression: part('suppression'),
        cancellation: part('cancellation'),
        awareness: part('awareness'),
        cancelling: part('cancelling'),
        recovery: part('recovery'),
        seatCut: part('seat-cut'),
      };
    }),
  };
}
