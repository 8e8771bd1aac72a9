import type { TableMeta } from '../projections/types.ts';

/** What a file says about its figures, as text by name. */
export type Metadata = Readonly<Record<string, string>>;

/** How a run was made, and the prices that money is in. */
export function tableMetadata(meta: TableMeta): Metadata {
  const { version, sampling, seed, draws, fingerprint, currency, year } = meta;
  return {
    package: 'tourism-impact',
    version,
    sampling,
    ...(seed === null ? {} : { seed }),
    draws: String(draws),
    fingerprint,
    currency,
    priceYear: String(year),
  };
}
