import type { Distribution, Lognormal } from '../distributions/types.ts';
import type { Advisory, Effect, Flow, Scenario } from '../scenario/types.ts';
import { baselines } from './baselines.generated.ts';
import { guestNightShares } from './guest-night-shares.ts';
import {
  groupShare,
  hongKong,
  hongKongLoadings,
  hongKongPrior,
  mainland,
  mainlandLoadings,
  mainlandPriors,
} from './preset.generated.ts';
import type { MarketInputs, Moments } from './series.ts';

/**
 * China's advisory of 14 November 2025 against travel to Japan, as it could be seen on 18 November: groups and
 * individual travellers from mainland China and travellers from Hong Kong, 24 months from November 2025, in yen of 2025.
 *
 * The two mainland flows are the whole of the market: individual means all who are not in a tour group, business and
 * family travel included. Baselines are forecasts of a structural time series model from the months to October 2025
 * (`fitBaseline`); the advisories' inputs are the priors of their class (`advisoryPrior`), calibrated on past episodes:
 * for the mainland half words alone (S2), half a stop of tour sales (S3), weighted by what was cancelled from 15 to 17
 * November; for Hong Kong a market that sees a dispute without advice against travel of its own (S0). How the numbers come
 * about is printed by `scripts/derive-priors.ts` in the repository. Nothing in it was known after 18 November 2025.
 *
 * Left out, for want of evidence: refunds, seats, postponed travel, substitution.
 */
export function chinaJapan2025(): Scenario {
  return {
    title: 'China’s advisory of November 2025 on Japan',
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-11-01', months: 24 },
    flows: [
      flow('china-group', 'CHN', 'group', mainland, groupShare, 60, 182),
      flow('china-individual', 'CHN', 'individual', mainland, 1 - groupShare, 30, 97),
      flow('hong-kong', 'HKG', 'all', hongKong, 1, 55, 167),
    ],
    advisories: [mainlandAdvisory(), hongKongAdvisory()],
    gdp: {
      kind: 'constant',
      value: 607.9e12,
      source: 'Cabinet Office, nominal GDP 2024, as used by Nomura Research Institute 2025-11-18',
    },
  };
}

function flow(
  id: string,
  origin: 'CHN' | 'HKG',
  segment: string,
  market: MarketInputs,
  share: number,
  median: number,
  p90: number,
): Flow {
  const mine = origin === 'CHN' ? 'mainland' : 'hong-kong';
  return {
    id,
    origin,
    destination: 'JPN',
    segment,
    baseline: {
      ...baselines[origin],
      ...(share < 1 && {
        share: { kind: 'constant', value: round(share), source: splitSource },
        sharedAs: 'mainland',
      }),
    },
    lastYear: Array.from({ length: 24 }, (_, month) => {
      const actual = market.lastTwelve[month];
      return actual === undefined ? null : Math.round(actual * share);
    }),
    leadTime: { kind: 'quantiles', median, p90, source: leadTimeSources[id]! },
    spend: spendOf(market, mine),
    nights: {
      kind: 'lognormal',
      mean: market.nights.mean,
      sd: market.nights.sd,
      sharedAs: `${mine}-nights`,
      source: 'JTA accommodation survey / JNTO arrivals, 2024-11 to 2025-10: larger facilities only',
    },
    regions: regionsOf(origin),
    ordinaryCancellation: {
      kind: 'constant',
      value: 0.284,
      source: 'Antonio, de Almeida and Nunes 2019: two Portuguese hotels, 2015-17',
    },
  };
}

const splitSource =
  'JTA: 12% on group tours before November 2025; all others taken as individual (assumption)';

/** A share without the tail of binary fractions. */
function round(share: number): number {
  return Number(share.toFixed(6));
}

const leadTimeSources: Readonly<Record<string, string>> = {
  'china-group':
    'Assumption: median 60, below the 107 days of groups in Portuguese hotels 2015-17; nine in ten 182, in the proportion of Chinese guests there (97 to 32)',
  'china-individual':
    'Assumption: median 30 (Portuguese hotels 2015-17: Chinese guests 32, nine in ten 97; China Trading Desk 2024: 73% within a month)',
  'hong-kong':
    'Expedia 2016-17: 55 days to Japan, taken as the median; nine in ten in proportion (assumption)',
};

function spendOf(market: MarketInputs, mine: string): Readonly<Record<string, Lognormal>> {
  // sd / mean of a lognormal whose logarithm has the standard deviation s, to second order in s squared.
  const s2 = market.spendSdLog * market.spendSdLog;
  const relative = market.spendSdLog * (1 + s2 / 4);
  const shares =
    mine === 'mainland'
      ? 'shopping 2024, food 2025Q1, the rest as all markets in 2023'
      : 'categories as all markets, 2025Q3 and 2023';
  return Object.fromEntries(
    Object.entries(market.spend).map(([category, mean]) => [
      category,
      {
        kind: 'lognormal',
        mean,
        sd: Math.round(mean * relative),
        sharedAs: `${mine}-spend`,
        source: `JTA 2024Q4 to 2025Q3 per JNTO arrival; ${shares}; sd of yearly changes 2014 to 2025`,
      },
    ]),
  );
}

/** Shares to a millionth; the largest takes what rounding leaves. */
function regionsOf(market: string): Readonly<Record<string, Distribution>> {
  const shares = guestNightShares({ market });
  const millionths = shares.map(({ value }) => Math.round(value * 1e6));
  const largest = millionths.indexOf(Math.max(...millionths));
  millionths[largest]! += 1e6 - millionths.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    shares.map(({ prefecture }, index) => [
      prefecture,
      {
        kind: 'constant',
        value: millionths[index]! / 1e6,
        source: `JTA accommodation survey 2024-11 to 2025-10, guest nights of ${market}`,
      },
    ]),
  );
}

const { either } = mainlandPriors;
const classes =
  'class S2 or S3, even odds (3 of 6 Chinese cases came to a stop of tour sales), after 15-17 November 2025 (29% of tickets cancelled, one analyst’s count, sd a third of it)';
const groupCases =
  'group bookings lost: one Tokyo operator 80% (Reuters 2025-11-18), cruise calls at Hakata 19 of 20 (CHN_JPN_2012); not more than the whole market loses';
const individualPart = `${classes}; of the whole market, less the groups’ part`;
const calm = 'class S0: 3 events, HKG_JPN 2010 and 2012 among them';

type Factors = Readonly<Record<string, number>>;

function share(moments: Moments, factors: Factors, source: string): Distribution {
  return { kind: 'beta', ...moments, factors, source };
}

function days(moments: Moments, factors: Factors, source: string): Lognormal {
  return { kind: 'lognormal', ...moments, factors, source };
}

function mainlandAdvisory(): Advisory {
  const of = mainlandLoadings;
  const effect = (id: string, suppression: Distribution, cancellation: Distribution): Effect => ({
    id,
    on: { origin: 'CHN', segment: id },
    suppression,
    cancellation,
    halfLives: {
      awareness: days(either.awareness, of.awareness, classes),
      cancelling: days(either.cancelling, of.cancelling, classes),
      recovery: days(either.recovery, of.recovery, classes),
    },
  });
  return {
    id: 'china-mfa',
    title: 'Chinese Foreign Ministry: avoid travel to Japan for the time being',
    onset: {
      date: '2025-11-14',
      delay: {
        kind: 'constant',
        value: 1,
        source: 'Issued late on a Friday (AFP); cancellations are counted from 15 November',
      },
    },
    duration: duration(),
    effects: [
      effect(
        'group',
        share(either.groupSuppression, of.groupSuppression, groupCases),
        share(either.groupCancellation, of.groupCancellation, groupCases),
      ),
      effect(
        'individual',
        share(either.suppression, of.suppression, individualPart),
        share(either.cancellation, of.cancellation, individualPart),
      ),
    ],
  };
}

/** One dispute: both advisories last as long. */
function duration(): Lognormal {
  return days(either.duration, mainlandLoadings.duration, classes);
}

function hongKongAdvisory(): Advisory {
  const own = hongKongPrior;
  // Factors of its own, but for the duration, which it has in common with the mainland.
  const factors = (input: keyof typeof hongKongLoadings): Factors =>
    Object.fromEntries(
      Object.entries(hongKongLoadings[input]).map(([name, loading]) => [
        name === 'duration' ? name : `hong-kong-${name}`,
        loading,
      ]),
    );
  return {
    id: 'hong-kong-caution',
    title: 'Hong Kong: residents in Japan to take care',
    onset: { date: '2025-11-15' },
    duration: duration(),
    effects: [
      {
        id: 'all',
        on: { origin: 'HKG' },
        suppression: share(own.suppression, factors('suppression'), calm),
        cancellation: share(own.cancellation, factors('cancellation'), calm),
        halfLives: {
          awareness: days(own.awareness, factors('awareness'), calm),
          cancelling: days(own.cancelling, factors('cancelling'), calm),
          recovery: days(own.recovery, factors('recovery'), calm),
        },
      },
    ],
  };
}
