/** Figures with their source: `tourism-impact/data`. */
export { advisoryFacts } from './advisory-facts.ts';
export { arrivals, arrivalsByPurpose, type MonthlyArrivals, type Purpose } from './arrivals.ts';
export { type BehaviourFigure, behaviour } from './behaviour.ts';
export { chinaJapan2025 } from './china-japan-2025.ts';
export { type DataSource, dataSources } from './data-sources.ts';
export { dispute2025 } from './dispute-2025.ts';
export { episodes } from './episodes.ts';
export { type CurrencyPair, exchangeRates } from './exchange-rates.ts';
export type { Figure } from './figure.ts';
export { guestNightShares, type PrefectureShare } from './guest-night-shares.ts';
export { type Holiday, holidays } from './holidays.ts';
export { instituteEstimate2025 } from './institute-estimate-2025.ts';
export { type LeadTimeFigure, leadTimes } from './lead-times.ts';
export { type Market, markets } from './markets.ts';
export { offsets } from './offsets.ts';
export { publishedEstimates } from './published-estimates.ts';
export type { AdvisoryFact, Episode, PublishedEstimate } from './records.ts';
export { type SpendFigure, spend } from './spend.ts';
