import { type Figure, readOn } from './figure.ts';
import { guestNights, prefectures } from './guest-nights.generated.ts';
import { known } from './misuse.ts';

export interface PrefectureShare extends Figure {
  /** ISO 3166-2: `JP-13`. */
  readonly prefecture: string;
  readonly name: string;
}

/**
 * How a market's guest nights spread over the 47 prefectures, November 2024 to October 2025: shares that sum to 1.
 *
 * @throws RangeError for a market without figures (known: CHN, HKG, KOR, THA, TOTAL, TWN, USA)
 */
export function guestNightShares(options: { readonly market: string }): readonly PrefectureShare[] {
  const nights = guestNights[known('market', options.market, Object.keys(guestNights))]!;
  const total = nights.reduce((sum, value) => sum + value, 0);
  return prefectures.map(([prefecture, name], index) => ({
    prefecture,
    name,
    value: nights[index]! / total,
    unit: 'share of guest nights',
    period: '2024-11/2025-10',
    source: 'JTA accommodation survey, 2024-11 to 2025-10 (larger facilities)',
    read: readOn,
    quality: 'derived',
  }));
}
