import { episodeRows } from './episodes.generated.ts';
import { known } from './misuse.ts';
import type { Episode } from './records.ts';

/**
 * Past advisories, boycotts and shocks, the cases the priors of `chinaJapan2025` come from among them.
 *
 * @throws RangeError for a class or an origin without an episode
 */
export function episodes(
  options: { readonly class?: string; readonly origin?: string } = {},
): readonly Episode[] {
  const { origin } = options;
  const strength = options.class;
  if (strength !== undefined) known('class', strength, [...new Set(episodeRows.map((row) => row.class))]);
  if (origin !== undefined) known('origin', origin, [...new Set(episodeRows.map((row) => row.origin))]);
  return episodeRows.filter(
    (row) => (strength ?? row.class) === row.class && (origin ?? row.origin) === row.origin,
  );
}
