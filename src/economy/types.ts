export type {
  BundledEconomy,
  BySector,
  Closure,
  CompetitiveImports,
  Economy,
  ExchangeRate,
  InputOutputEconomy,
  InputOutputTable,
  PriceLevel,
  Prices,
  PublishedEconomy,
  PublishedLayer,
  PublishedMultiplier,
  PublishedProfile,
  SeparateImports,
  SpendingProfile,
} from '../scenario/economy.ts';

/** What impact is counted in. */
export type Effect = 'output' | 'valueAdded' | 'income' | 'jobs' | 'tax' | 'imports';

/** Where in the chain an effect falls; `'first-round'` and `'all'` are those of published multipliers that are not split. */
export type Layer = 'direct' | 'indirect' | 'first-round' | 'induced' | 'all';
