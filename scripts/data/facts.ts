/** Single figures from `data/`. */
import { cell, numeric, readRows } from './csv.ts';

/** A figure of `behaviour.csv`. */
export function behaviour(subject: string, statistic: string): number {
  const found = readRows('behaviour.csv').find((r) => r.case === subject && r.statistic === statistic);
  if (found === undefined) throw new Error(`no ${subject}, ${statistic}`);
  return numeric(found, 'value');
}

/** A figure of `cancellations.csv`, by the beginning of its text. */
export function counted(fact: string): number {
  const found = readRows('cancellations.csv').filter((row) => cell(row, 'fact').startsWith(fact));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} facts '${fact}'`);
  return numeric(found[0], 'value');
}
