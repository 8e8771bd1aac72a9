import type { Quantity } from '../distributions/types.ts';
import * as generated from './japan-2015.generated.ts';
import type {
  BundledEconomy,
  ExchangeRate,
  InputOutputEconomy,
  PriceLevel,
  SpendingProfile,
} from './types.ts';

const source =
  'Input-Output Tables for Japan 2015 (Ministry of Internal Affairs and Communications and others, 2019), 25 sectors; accommodation, food, amusement, wholesale and retail split by sub-sector outputs';

/**
 * Japan by its input-output table of 2015, 25 sectors, competitive imports, with profiles for the spending of visitors:
 * `accommodation`, `food`, `transport`, `entertainment`, `shopping`, `all` (spending that is not split, as inbound
 * visitors of 2019 spent it), and for other flows `tuition`, `living` and `tickets`. Plain data.
 *
 * Households spend the share `consumptionShare` of compensation of employees once (closure `'one-round'`, as Japanese
 * studies do). Two job concepts are in the table, `'ripple-effect'` and `'labour-force-survey'`; impact on jobs names
 * one. The economy of a later year is not that of 2015: `inputs` and `imports` say how far it may have moved.
 *
 * @param changes what is to differ; profiles are added to the bundled ones or take their place
 *
 * @example
 * ```ts
 * import { inputOutputModel, japan2015 } from 'tourism-impact/economy';
 *
 * const model = inputOutputModel(japan2015());
 * const accommodation = model.multipliers.find(({ sector }) => sector === 'acc')!;
 * console.log(accommodation.output.typeI!.toFixed(4));
 * // => 1.8287
 * ```
 */
export function japan2015(changes: Omit<BundledEconomy, 'kind'> = {}): InputOutputEconomy {
  return {
    kind: 'input-output',
    title: 'Japan 2015, 25 sectors',
    closure: 'one-round',
    consumptionShare,
    inputs,
    imports,
    priceLevels,
    exchange: exchange(),
    ...changes,
    table: {
      title: 'Japan 2015, 25 sectors',
      source,
      prices: { currency: 'JPY', year: 2015 },
      unit: 1e9,
      sectors: generated.sectors,
      labels: generated.names,
      transactions: generated.transactions,
      output: generated.output,
      valueAdded: generated.valueAdded,
      income: ['compensation', 'employers social contributions'],
      tax: ['indirect tax', 'subsidies'],
      households: { consumption: generated.householdConsumption },
      imports: {
        kind: 'competitive',
        amounts: generated.imported,
        exports: generated.exported,
        taxes: generated.importTaxes,
      },
      finalDemand: generated.finalDemand,
      jobs: generated.jobs,
    },
    spending: { ...profiles(), ...changes.spending },
  };
}

const consumptionShare: Quantity = {
  kind: 'uniform',
  low: 0.5,
  high: 0.7,
  source: 'Assumption: 0.5 to 0.7 of compensation of employees is consumed',
};

const inputs: Quantity = {
  kind: 'pert',
  low: 0.85,
  mode: 1,
  high: 1.15,
  sharedAs: 'economy/inputs',
  source:
    'Assumption: inputs per output within 15% of 2015. Published output ratios of domestic tourism moved by 8% from one benchmark table to the next (2.26 for 2007, 2.08 for 2009 to 2012)',
};

const imports: Quantity = {
  kind: 'pert',
  low: 0.8,
  mode: 1,
  high: 1.2,
  sharedAs: 'economy/imports',
  source: 'Assumption: import shares within a fifth of those of 2015',
};

const level = (year: number, low: number, high: number): PriceLevel => ({
  year,
  level: {
    kind: 'uniform',
    low,
    high,
    sharedAs: 'economy/price-level',
    source:
      'Assumption: no price index is bundled; prices of what visitors buy since 2015. Give an index for better',
  },
});
const priceLevels: readonly PriceLevel[] = [
  level(2019, 1, 1.03),
  level(2023, 1.05, 1.1),
  level(2024, 1.08, 1.13),
  level(2025, 1.1, 1.17),
  level(2026, 1.11, 1.2),
];

function exchange(): readonly ExchangeRate[] {
  return Object.entries(generated.yenPer).flatMap(([currency, rates]) =>
    Object.entries(rates).map(([year, value]) => ({
      currency,
      year: Number(year),
      rate: {
        kind: 'constant' as const,
        value,
        source: `Federal Reserve, H.10, mean of the months${year === '2025' ? ' to October' : ''}`,
      },
    })),
  );
}

/** Billion yen by category, inbound visitors of 2019 (Japan Tourism Agency, consumption survey). */
export const inbound2019: Readonly<Record<string, number>> = {
  accommodation: 1415.4,
  food: 1038.9,
  transport: 497.7,
  entertainment: 192.5,
  shopping: 1666.8,
};

function profiles(): Readonly<Record<string, SpendingProfile>> {
  const bought = 'what households bought in 2015; inbound shoppers buy more cosmetics';
  const sources: Readonly<Record<string, string>> = {
    transport: `Shares by ${bought}`,
    shopping: `Shares by ${bought}; trade margin 42.9% and freight 2.9% of the price, averages of household goods`,
  };
  const visitors = Object.fromEntries(
    Object.entries(generated.spending).map(([category, profile]) => [
      category,
      { ...profile, source: sources[category] ?? 'One sector' },
    ]),
  );
  const { sectors, householdConsumption } = generated;
  return {
    ...visitors,
    all: blend(inbound2019, visitors),
    tuition: { products: { pub: 1 }, source: 'Education is a part of the sector of public services' },
    living: {
      products: normalised(
        Object.fromEntries(sectors.map((sector, i) => [sector, householdConsumption[i]!])),
      ),
      source: 'As households spent in 2015, margins in the sectors that earn them',
    },
    tickets: { products: { ent: 1 }, source: 'Amusement and recreation services' },
  };
}

/** One profile of several, weighted: margins become products of the sectors that keep them. */
function blend(
  weights: Readonly<Record<string, number>>,
  parts: Readonly<
    Record<
      string,
      {
        readonly products: Readonly<Record<string, number>>;
        readonly margins?: Readonly<Record<string, number>>;
      }
    >
  >,
): SpendingProfile {
  const shares = new Map<string, number>();
  const add = (sector: string, share: number): void => {
    shares.set(sector, (shares.get(sector) ?? 0) + share);
  };
  for (const [category, weight] of Object.entries(weights)) {
    const { products, margins = {} } = parts[category]!;
    const kept = Object.values(margins).reduce((total, share) => total + share, 0);
    for (const [sector, share] of Object.entries(products)) add(sector, weight * share * (1 - kept));
    for (const [sector, share] of Object.entries(margins)) add(sector, weight * share);
  }
  return {
    products: normalised(Object.fromEntries(shares)),
    source: 'As inbound visitors of 2019 spent (Japan Tourism Agency)',
  };
}

function normalised(amounts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const all = Object.values(amounts).reduce((total, amount) => total + amount, 0);
  return Object.fromEntries(
    Object.entries(amounts)
      .filter(([, amount]) => amount > 0)
      .map(([sector, amount]) => [sector, amount / all]),
  );
}
