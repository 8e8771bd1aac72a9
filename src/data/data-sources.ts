import { readOn } from './figure.ts';

export interface DataSource {
  /** The functions that serve its figures. */
  readonly functions: readonly string[];
  readonly publisher: string;
  readonly title: string;
  readonly coverage: string;
  readonly read: string;
  readonly caution: string;
}

/** Where the figures of this module come from, and what to mind about them. */
export const dataSources: readonly DataSource[] = [
  {
    functions: ['arrivals', 'markets'],
    publisher: 'Japan National Tourism Organization (JNTO)',
    title: 'Visitor arrivals by nationality, monthly',
    coverage: '2010-01 to 2025-10; 2025 provisional',
    read: readOn,
    caution:
      'Cruise passengers are counted. CHN is mainland China, without HKG and MAC (MAC from 2016). February 2020 to 2023 are not normal years; group tours from China were barred until 2023-08-10.',
  },
  {
    functions: ['arrivalsByPurpose'],
    publisher: 'JNTO by way of JTB Tourism Research',
    title: 'Visitor arrivals by purpose, monthly',
    coverage: '2010-01 to 2024-12, six markets; 2024 provisional',
    read: readOn,
    caution: 'Others includes family visits, study and transit with a visa.',
  },
  {
    functions: ['spend'],
    publisher: 'Japan Tourism Agency (JTA)',
    title: 'Inbound consumption survey, from press reports of its releases',
    coverage: '2011 to 2025Q3',
    read: readOn,
    caution:
      'spend_per_visitor is the general visitor of the survey; JNTO arrivals are multiplied by spend_per_jnto_arrival, which counts cruise passengers and crew in the divisor. Before 2014 some rows hold spending during the trip only: see basis.',
  },
  {
    functions: ['guestNightShares'],
    publisher: 'Japan Tourism Agency (JTA)',
    title: 'Accommodation survey, foreign guest nights by market and prefecture',
    coverage: '2024-11 to 2025-10, seven markets',
    read: readOn,
    caution: 'Larger facilities only: good for shares, too low for totals.',
  },
  {
    functions: ['holidays'],
    publisher: 'State Council of China, by way of the packages chinese-days and tyme4ts',
    title: 'Public holidays and official breaks',
    coverage: '2010 to 2027',
    read: readOn,
    caution: 'The breaks of 2027 were not announced yet: null.',
  },
  {
    functions: ['exchangeRates'],
    publisher: 'Federal Reserve, release H.10',
    title: 'Exchange rates, monthly means',
    coverage: '2010-01 to 2025-10',
    read: readOn,
    caution: 'Yen per yuan is the ratio of the two rates on the dollar.',
  },
  {
    functions: ['leadTimes', 'behaviour', 'episodes'],
    publisher: 'Statistics offices, studies and press, named in each record',
    title: 'Past advisories, boycotts and shocks, and how travellers took them',
    coverage: '2003 to 2025-10',
    read: readOn,
    caution:
      'Newsworthy cases only: biased to the severe and the long. Several are cut off by the next crisis.',
  },
  {
    functions: ['advisoryFacts'],
    publisher: 'Press, named in each record',
    title: 'November 2025, and what was counted in 2012',
    coverage: 'to 2025-11-18',
    read: readOn,
    caution: 'The counts of cancelled tickets are one analyst\u2019s.',
  },
  {
    functions: ['publishedEstimates'],
    publisher: 'Institutes, named in each record',
    title: 'What the advisory of 2025 and earlier shocks were said to cost',
    coverage: 'to 2025-11-18',
    read: readOn,
    caution: 'Most carry no substitution and no uncertainty.',
  },
];
