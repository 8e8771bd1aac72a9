import type { Quantity } from '../distributions/types.ts';

/*
 * What an analyst writes of an economy, as a part of a scenario or by itself. The room `economy` works with it; its
 * types and its shape stand here, so that a scenario can hold one and be checked without that room and its algebra.
 */

/** Prices that amounts are in: a currency (ISO 4217) and the year of its prices. */
export interface Prices {
  readonly currency: string;
  readonly year: number;
}

/** One number for each sector, in the order of the table's `sectors`. */
export type BySector = readonly number[];

/** An input-output table of any size, as published: amounts, not coefficients. */
export interface InputOutputTable {
  readonly title?: string;
  readonly source?: string;
  readonly prices: Prices;
  /** Units of the currency in one unit of the table: 1e9 where it is in billions. Default 1. */
  readonly unit?: number;
  /** Names of the sectors, each once. */
  readonly sectors: readonly string[];
  /** What they are called in print, by their names. */
  readonly labels?: Readonly<Record<string, string>>;
  /** `transactions[i][j]` is what sector j buys from sector i. */
  readonly transactions: readonly BySector[];
  readonly output: BySector;
  /** Rows of value added by name; where some are left out, the rest is known only as a residual. */
  readonly valueAdded?: Readonly<Record<string, BySector>>;
  /** Rows of value added that are the income of households, such as compensation of employees. */
  readonly income?: readonly string[];
  /** Rows of value added that are taxes; subsidies among them are negative. */
  readonly tax?: readonly string[];
  /** What households buy: needed to close the model. */
  readonly households?: {
    readonly consumption: BySector;
    /** What households pay to households; default 0. */
    readonly ownServices?: number;
    /** All that households earn: with it the consumed share of income needs not be given. */
    readonly income?: number;
  };
  /** Where goods from abroad stand. Without it nothing is imported. */
  readonly imports?: CompetitiveImports | SeparateImports;
  /** The rest of final demand, by name (households and exports stand apart): with it the rows are checked for balance. */
  readonly finalDemand?: Readonly<Record<string, BySector>>;
  /** Jobs in each sector, by the name of what is counted: concepts differ, so each has its name. */
  readonly jobs?: Readonly<Record<string, BySector>>;
}

/**
 * Transactions and final demand hold domestic and imported goods alike. Import coefficient = amounts / (output +
 * amounts - exports), the same for every buyer but exports.
 */
export interface CompetitiveImports {
  readonly kind: 'competitive';
  /** By product, positive, duties and taxes on imports included. */
  readonly amounts: BySector;
  readonly exports: BySector;
  /** Of `amounts`, duties and taxes. Default none. */
  readonly taxes?: BySector;
}

/** Transactions are domestic alone. */
export interface SeparateImports {
  readonly kind: 'separate';
  /** Imported inputs, by the sector that buys them. Default none. */
  readonly inputs?: BySector;
  /** Share of final spending on a product that is imported, by product, 0..1. Default none. */
  readonly spending?: BySector;
}

/** How a category of spending reaches the sectors. */
export interface SpendingProfile {
  /** Shares of what margins leave, by the sector that makes the product; they sum to 1, uncertain ones in the mean, and are normalised in each draw. */
  readonly products: Readonly<Record<string, Quantity>>;
  /** Shares of the purchasers' price that trade and transport keep, by sector; together below 1. Default none. */
  readonly margins?: Readonly<Record<string, Quantity>>;
  readonly source?: string;
}

/**
 * What households do with income earned: `'none'` (type I), `'one-round'` (they spend it once: "second round effects"
 * of Japanese practice), `'full'` (it is earned and spent again without end: type II).
 */
export type Closure = 'none' | 'one-round' | 'full';

/** How dear a year is in the currency of the economy: the level of its own price year is 1. */
export interface PriceLevel {
  readonly year: number;
  readonly level: Quantity;
}

/** Units of the economy's currency for one unit of `currency`, mean of `year`. */
export interface ExchangeRate {
  readonly currency: string;
  readonly year: number;
  readonly rate: Quantity;
}

interface EconomyBasis {
  readonly title?: string;
  readonly priceLevels?: readonly PriceLevel[];
  readonly exchange?: readonly ExchangeRate[];
  /** Default `'none'`. */
  readonly closure?: Closure;
}

/** An economy by an input-output table: plain data. */
export interface InputOutputEconomy extends EconomyBasis {
  readonly kind: 'input-output';
  readonly table: InputOutputTable;
  /** Profiles by category of spending. */
  readonly spending?: Readonly<Record<string, SpendingProfile>>;
  /** Share of household income that is spent on consumption, 0..1. Default: what the table's `households.income` implies. */
  readonly consumptionShare?: Quantity;
  /** Factor on every sector's inputs, drawn for each sector apart unless `sharedAs`: value added takes what they leave; a sector that adds less than 0.5% of its output keeps its inputs. Default 1. */
  readonly inputs?: Quantity;
  /** Factor on import coefficients (competitive) or on the imported share of spending (separate), drawn for each product apart unless `sharedAs`. Default 1. */
  readonly imports?: Quantity;
  /** Factor on jobs per output, such as productivity since the table's year. Default 1. */
  readonly jobsPerOutput?: Quantity;
}

/** Multipliers for one category of spending, per unit of spending; each may be split into layers. */
export interface PublishedProfile {
  readonly output?: PublishedMultiplier;
  readonly valueAdded?: PublishedMultiplier;
  readonly income?: PublishedMultiplier;
  readonly tax?: PublishedMultiplier;
  readonly imports?: PublishedMultiplier;
  /** Persons per `jobsUnit` of spending. */
  readonly jobs?: PublishedMultiplier;
}

/** A total that is not split, or its layers. `first-round` is direct and indirect in one. */
export type PublishedMultiplier = Quantity | Readonly<Partial<Record<PublishedLayer, Quantity>>>;

export type PublishedLayer = 'direct' | 'indirect' | 'first-round' | 'induced';

/** An economy by multipliers that others have published, where no table is at hand: plain data. */
export interface PublishedEconomy extends Omit<EconomyBasis, 'closure'> {
  readonly kind: 'published';
  readonly prices: Prices;
  /** Spending that `jobs` are counted for, such as 1e9. Default 1. */
  readonly jobsUnit?: number;
  /** By category of spending; the profile `'all'` serves every category without its own. */
  readonly multipliers: Readonly<Record<string, PublishedProfile>>;
  readonly source?: string;
}

/** The bundled economy by name, with what is to differ. */
export interface BundledEconomy extends Omit<EconomyBasis, 'title'> {
  readonly kind: 'japan-2015';
  /** Profiles to add or to put in place of the bundled ones. */
  readonly spending?: Readonly<Record<string, SpendingProfile>>;
  readonly consumptionShare?: Quantity;
  readonly inputs?: Quantity;
  readonly imports?: Quantity;
  readonly jobsPerOutput?: Quantity;
}

/** What an analyst writes: JSON from end to end. */
export type Economy = InputOutputEconomy | PublishedEconomy | BundledEconomy;
