import type { Scenario } from '../../src/scenario/types.ts';
import { type FlowOutcome, sum, survival } from './reference-model.ts';

/**
 * The same shares as the recursions', summed over every lead time instead: of the travellers of day d, those who
 * booked j days before were not kept from booking on day d - j, and outlived every advisory that began after it.
 * Costs days x days where the recursions cost days, and so checks them on short horizons.
 */
export interface LeadTimeSums {
  /** Σ_j P(j) (1 - s(d - j)) Π_{a: onset > d - j} S_a(d), of those travelling on day `travel` */
  readonly going: (travel: number) => number;
  /** Made on day u for departures on day d, as a share of that day's baseline. */
  readonly cancelledOn: (u: number, travel: number) => number;
  /** Outstanding at the end of day u for departures on day d, as a share of that day's baseline. */
  readonly outstanding: (u: number, travel: number) => number;
}

export function leadTimeSums(outcome: FlowOutcome, scenario: Scenario): LeadTimeSums {
  const { stages, firstDay, paths } = outcome;
  const flow = scenario.flows.find((one) => one.id === outcome.id)!;
  if (flow.leadTime.kind !== 'mixture') throw new TypeError('mixtures only');
  const components = flow.leadTime.components.map(({ weight, mean }) => ({ weight, stay: lagging(mean) }));
  /** P(lead >= j) */
  const atLeast = (j: number): number => sum(components.map(({ weight, stay }) => weight * stay ** j));
  const survivors = (booked: number, u: number): number =>
    stages.filter((stage) => stage.onset > booked).reduce((left, stage) => left * survival(stage, u), 1);
  /** Those who booked on or before `last` and are still going at the end of day u. */
  const stillGoing = (travel: number, last: number, u: number): number => {
    // Whoever booked before the first day of the recursions did so undisturbed.
    let total = atLeast(travel - firstDay + 1) * survivors(firstDay - 1, u);
    for (let booked = firstDay; booked <= last; booked++) {
      const lead = travel - booked;
      const share = atLeast(lead) - atLeast(lead + 1);
      total += share * (1 - paths.suppression[booked - firstDay]!) * survivors(booked, u);
    }
    return total;
  };
  return {
    going: (travel) => stillGoing(travel, travel, travel),
    cancelledOn: (u, travel) => stillGoing(travel, u - 1, u - 1) - stillGoing(travel, u - 1, u),
    outstanding: (u, travel) => stillGoing(travel, u, u),
  };
}

function lagging(mean: unknown): number {
  if (typeof mean !== 'number') throw new TypeError('numbers only');
  return mean / (1 + mean);
}
