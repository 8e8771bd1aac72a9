import type { ResolvedFlow } from './resolved.ts';

/** Order by code unit: the same everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Categories in which a flow or those who take its place spend, in order of name. */
export function categoriesOf({ spend, substitution }: ResolvedFlow): string[] {
  const names = [...spend, ...(substitution?.spend ?? [])].map(({ category }) => category);
  return [...new Set(names)].sort(byCodeUnit);
}
