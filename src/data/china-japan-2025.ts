import type { Distribution, Lognormal } from '../distributions/types.ts';
import type { Advisory, Effect, Flow, Scenario } from '../scenario/types.ts';
import { guestNightShares } from './guest-night-shares.ts';
import { groupShare, hongKong, mainland, priors } from './preset.generated.ts';
import type { MarketInputs, Moments } from './series.ts';

/**
 * China's advisory of 14 November 2025 against travel to Japan, as it could be seen on 18 November: groups and
 * individual travellers from mainland China and travellers from Hong Kong, 24 months from November 2025, in yen of 2025.
 *
 * The two mainland flows are the whole of the market: individual means all who are not in a tour group, business and
 * family travel included. The baseline is seasonal: the same month of the last year times a growth that fades, with
 * Lunar New Year (for Hong Kong also Easter) moved to its date. Every prior names the episodes it comes from; how it
 * was derived is printed by `scripts/derive-priors.ts` in the repository.
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

const seasonal =
  'JNTO to 2025-10: same month of the last year x growth of the last 3 months, fading 5% a month; New Year moved to 17 February 2026 and 6 February 2027';

function flow(
  id: string,
  origin: string,
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
      kind: 'monthly',
      arrivals: market.arrivals.map((all) => Math.round(all * share)),
      level: {
        kind: 'lognormal',
        mean: 1,
        sd: market.levelSd,
        sharedAs: `${mine}-level`,
        source: 'Error of the method’s 24-month level in 37 overlapping quiet windows, 2015 to 2019 (JNTO)',
      },
      noise: {
        kind: 'lognormal',
        mean: 1,
        sd: market.noiseSd,
        source:
          'Error of a month about that level in the same windows (JNTO)' +
          (origin === 'CHN' ? '; 0.122 for the market, raised since its two flows are drawn apart' : ''),
      },
      source: origin === 'CHN' ? `${seasonal}; ${splitSource}` : `${seasonal}; ${rumourSource}`,
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
const rumourSource = 'May to September 2025 as in 2024 (quake rumour, HKG_JPN_2025_RUMOUR); Easter moved';

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

/** Hard cases are hard in everything: one factor for severity, cancelling and time. */
function severity(): Readonly<Record<string, number>> {
  return { severity: priors.loading };
}

function together(): string {
  return `loading ${priors.loading} on one factor: severity and log time to recover correlate 0.71 in the six cases, 0.61 adjusted`;
}

const sixCases =
  'CHN_JPN_2010 35%, CHN_JPN_2012 61%, CHN_PHL_2012 45%, CHN_PHL_2016 32%, CHN_VNM_2014 36%, CHN_KOR_2017 72% on counterfactuals';
const groupCases =
  'group bookings lost: one Tokyo operator 80% (Reuters 2025-11-18), cruise calls at Hakata 19 of 20 (CHN_JPN_2012)';

function speeds(): { readonly awareness: Lognormal; readonly cancelling: Lognormal } {
  return {
    awareness: {
      kind: 'lognormal',
      ...priors.awareness,
      sharedAs: 'awareness',
      source: 'Half-lives fitted to monthly ramps: CHN_JPN_2012 18 days, CHN_KOR_2017 10, KOR_JPN_2019 29',
    },
    cancelling: {
      kind: 'lognormal',
      ...priors.cancelling,
      sharedAs: 'cancelling',
      source:
        'CHN_JPN_2012: JAL seats, 14 days, updated by 15-17 November 2025 (one analyst’s count, sd a third of it)',
    },
  };
}

function recovery(): Lognormal {
  return {
    kind: 'lognormal',
    ...priors.recovery,
    factors: severity(),
    source: `Days for half the gap: CHN_JPN_2010 29, CHN_PHL_2016 13, CHN_KOR_2017 247, CHN_JPN_2012 158, RUS_TUR_2015 61; ${together()}`,
  };
}

function duration(): Distribution {
  return {
    kind: 'mixture',
    of: [
      { weight: 1 - priors.lasting, distribution: { kind: 'lognormal', ...priors.duration } },
      { weight: priors.lasting, distribution: { kind: 'uniform', low: 730, high: 1095 } },
    ],
    factors: severity(),
    source: `Days to easing: CHN_JPN_2010 69, CHN_PHL_2016 100, CHN_KOR_2017 271, CHN_JPN_2012 369; beyond two years 0 of 6 cases, so 1 in 14 (Jeffreys); ${together()}`,
  };
}

function heeded(moments: Moments, source: string): Distribution {
  return {
    kind: 'beta',
    ...moments,
    factors: severity(),
    source: `${source}; heeded cases only, so high; ${together()}`,
  };
}

function mainlandAdvisory(): Advisory {
  const effect = (id: string, suppression: Distribution, cancellation: Distribution): Effect => ({
    id,
    on: { origin: 'CHN', segment: id },
    suppression,
    cancellation,
    halfLives: { ...speeds(), recovery: recovery() },
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
      effect('group', heeded(priors.group, groupCases), heeded(priors.group, groupCases)),
      effect(
        'individual',
        heeded(
          priors.individualSuppression,
          `${sixCases}; in tour stops less the groups’ part (43% in CHN_KOR_2017)`,
        ),
        heeded(
          priors.individualCancellation,
          'CHN_MYS_2014 30%, from ramps CHN_JPN_2012 31%, CHN_KOR_2017 56%, KOR_JPN_2019 31%, updated by 15-17 November 2025 (32% of tickets, one analyst’s count)',
        ),
      ),
    ],
  };
}

function hongKongAdvisory(): Advisory {
  const mild: Distribution = {
    kind: 'beta',
    ...priors.hongKong,
    source: 'Mild cases: HKG_JPN 2010 15%, 2012 0%, KOR_JPN_2012 0%, EUR_USA_2025 17%',
  };
  return {
    id: 'hong-kong-caution',
    title: 'Hong Kong: residents in Japan to take care',
    onset: { date: '2025-11-15' },
    duration: duration(),
    effects: [
      {
        id: 'all',
        on: { origin: 'HKG' },
        suppression: mild,
        cancellation: mild,
        halfLives: { ...speeds(), recovery: recovery() },
      },
    ],
  };
}
