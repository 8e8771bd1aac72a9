/** From spend to output, income, jobs and tax, and a book of revenue under a scenario: `tourism-impact/economy`. */
export type { Balance } from './balance.ts';
export { checkEconomy, type EconomyCheck, parseEconomy } from './check-economy.ts';
export { economyAssumptions } from './economy-assumptions.ts';
export type { SpelledOut } from './economy-inputs.ts';
export { exposure } from './exposure.ts';
export type {
  Concentration,
  Exposure,
  ExposureAxis,
  ExposureEntry,
  ExposureOptions,
  ExposureRow,
} from './exposure-types.ts';
export { type ImpactOf, type ImpactOfOptions, type ImpactOfRow, impactOf } from './impact-of.ts';
export type {
  DrawnImpact,
  Impact,
  ImpactAxis,
  ImpactKey,
  ImpactMeasure,
  ImpactOptions,
  ImpactRow,
} from './impact-types.ts';
export {
  type InputOutputModel,
  inputOutputModel,
  type SectorMultiplier,
  type SectorMultipliers,
} from './input-output-model.ts';
export { japan2015 } from './japan-2015.ts';
export { addMoney, type Conversion, convertMoney, type Money, money } from './money.ts';
export { projectImpact } from './project-impact.ts';
export { publishedMultipliers } from './published-multipliers.ts';
export { readImpact } from './read-impact.ts';
export type {
  BundledEconomy,
  BySector,
  Closure,
  CompetitiveImports,
  Economy,
  Effect,
  ExchangeRate,
  InputOutputEconomy,
  InputOutputTable,
  Layer,
  PriceLevel,
  Prices,
  PublishedEconomy,
  PublishedLayer,
  PublishedMultiplier,
  PublishedProfile,
  SeparateImports,
  SpendingProfile,
} from './types.ts';
