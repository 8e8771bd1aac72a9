import type { Constant } from '../distributions/types.ts';
import type { Advisory, Flow, Scenario } from '../scenario/types.ts';

/**
 * The estimate of Nomura Research Institute of 18 November 2025 as a scenario, every input a number: without the
 * advisory 3.1465 trillion yen a year from mainland China, with it 1.6518, a loss of 1.4948; Hong Kong 0.29; together
 * 0.29% of GDP. No multiplier, no substitution, no uncertainty.
 *
 * The institute lets arrivals fall by 25.1% on the year before, as in the twelve months from September 2012. On its
 * own baseline, which grows by 42.7% (Hong Kong: 26.9%), that is 47.5% (41.0%). So much of every day's arrivals is
 * taken away from the first day on: bookings on hand are cancelled at once, new ones are not made. The year is the
 * twelve whole months from December 2025.
 */
export function instituteEstimate2025(): Scenario {
  return {
    title: 'Nomura Research Institute, 18 November 2025',
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-12-01', months: 12 },
    flows: [
      flow(
        'china',
        'CHN',
        9_221_059,
        chinaGrowth,
        constant(239_162, 'JTA consumption survey 2025Q3, spend per visitor'),
      ),
      flow(
        'hong-kong',
        'HKG',
        2_683_391,
        hongKongGrowth,
        constant(
          206_505,
          'JTA total spend 2025Q3 / JNTO arrivals (the institute’s own figure is not printed)',
        ),
      ),
    ],
    advisories: [advisory('china', chinaGrowth), advisory('hong-kong', hongKongGrowth)],
    gdp: constant(607.9e12, 'Cabinet Office, nominal GDP 2024, as used by the institute'),
  };
}

/** Arrivals from mainland China, January to September 2025 on the year before (JNTO). */
const chinaGrowth = 1.426792;
/** Arrivals from Hong Kong, 2024 on 2023 (JNTO). */
const hongKongGrowth = 1.269102;
/** Arrivals from China, September 2012 to August 2013: mean of the monthly rates on the year before. */
const remaining = 1 - 0.251;

function constant(value: number, source: string): Constant {
  return { kind: 'constant', value, source };
}

function flow(id: string, origin: string, arrivals: number, growth: number, spend: Constant): Flow {
  const basis = id === 'china' ? 'October 2024 to September 2025' : '2024';
  return {
    id,
    origin,
    destination: 'JPN',
    baseline: {
      kind: 'annual',
      total: constant(
        arrivals * growth,
        `JNTO: ${arrivals} arrivals (${basis}) x ${growth} (Nomura Research Institute 2025-11-18)`,
      ),
      source: 'Spread by days: the institute gives a yearly figure',
    },
    leadTime: {
      kind: 'quantiles',
      median: 30,
      p90: 97,
      source: 'Without effect here: bookings old and new fall by one share',
    },
    spend,
  };
}

function advisory(id: string, growth: number): Advisory {
  const lost = constant(
    1 - remaining / growth,
    `1 - 0.749 / ${growth}: 25.1% below the year before (Nomura Research Institute 2025-11-18, from CHN_JPN_2012)`,
  );
  const atOnce = constant(0, 'The estimate knows one level for the whole year');
  return {
    id,
    onset: { date: '2025-12-01' },
    duration: constant(365, 'Nomura Research Institute 2025-11-18: one year'),
    effects: [
      {
        id: 'all',
        on: { flow: id },
        suppression: lost,
        cancellation: lost,
        halfLives: { awareness: atOnce, cancelling: atOnce, recovery: atOnce },
      },
    ],
  };
}
