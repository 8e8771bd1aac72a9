import type { ResolvedFlow } from './resolved.ts';

/** Order by code unit: the same everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In order of id, by code unit. */
export function sortById<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Categories in which a flow or those who take its place spend, in order of name. */
export function categoriesOf({ spend, substitution }: ResolvedFlow): string[] {
  const names = [...spend, ...substitution.flatMap((part) => part.spend ?? [])].map(
    ({ category }) => category,
  );
  return [...new Set(names)].sort(byCodeUnit);
}
