import { dayOfDate } from './calendar.ts';
import {
  type Amounts,
  advisoryInputs,
  flowInputs,
  gdpInput,
  type Input,
  isCategorised,
  leadTimeComponents,
  sortedKeys,
  substitutesOf,
} from './inputs.ts';
import { resolveBaseline } from './resolve-baseline.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import { resolveDispute } from './resolve-dispute.ts';
import { type Find, finder, resolveEffects } from './resolve-effects.ts';
import type {
  Categorised,
  ResolvedAdvisory,
  ResolvedCalendar,
  ResolvedFlow,
  ResolvedScenario,
} from './resolved.ts';
import { type FlowTraits, traitsOf } from './select-flows.ts';
import type { Advisory, Flow, Scenario } from './types.ts';

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
      resolveFlow(flow, flowInputs(flow, `flows[${index}]`, calendar.months, currency), calendar),
    ),
    advisories: scenario.advisories.map((advisory, index) =>
      resolveAdvisory(advisory, advisoryInputs(advisory, `advisories[${index}]`), traits, calendar.startDay),
    ),
    dispute:
      scenario.dispute === undefined ? null : resolveDispute(scenario.dispute, traits, calendar.startDay),
    correlations: (scenario.correlations ?? []).map(({ among, matrix }) => ({ among, matrix })),
    gdp: scenario.gdp === undefined ? null : gdpInput(scenario.gdp, currency).named,
    economy: scenario.economy ?? null,
  };
}

function resolveFlow(flow: Flow, inputs: readonly Input[], calendar: ResolvedCalendar): ResolvedFlow {
  const find = finder(`flow/${flow.id}`, inputs);
  const { flow: id, ...traits } = traitsOf(flow);
  return {
    id,
    ...traits,
    baseline: resolveBaseline(flow.baseline, find, calendar),
    lastYear: flow.lastYear ?? calendar.months.map(() => null),
    leadTime: leadTimeComponents(flow.leadTime).map(({ weight }, index) => ({
      weight,
      mean: find(`lead-time/${index + 1}`),
    })),
    spend: categorise('spend', flow.spend, find),
    retention: (flow.stay?.retention ?? []).map((_, index) => find(`stay/retention/${index + 2}`)),
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
    substitution: substitutesOf(flow).map(({ part, name, spend }) => ({
      part,
      share: find(`${name}/share`),
      spend: spend === undefined ? null : categorise(`${name}/spend`, spend, find),
    })),
  };
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
    effects: resolveEffects(advisory.effects, find, flows),
  };
}
