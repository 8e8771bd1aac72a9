import type { Substitute } from '../scenario/types.ts';

/**
 * Who may take the place of visitors that stay away, as parts of a flow's `substitution`: other markets, residents on
 * trips of their own, and guests whom lower room rates draw. Shares of the lost arrivals, wide and low: no general
 * turn of other markets to the shunned place is seen in 2012, 2017 or 2019.
 */
export function offsets(): Readonly<Record<'other-markets' | 'residents' | 'lower-rates', Substitute>> {
  return {
    'other-markets': {
      share: {
        kind: 'beta',
        mean: 0.03,
        sd: 0.03,
        source:
          'None seen beyond the trend in CHN_JPN_2012, CHN_KOR_2017, KOR_JPN_2019; up to a tenth for what a trend may hide (assumption)',
      },
    },
    residents: {
      share: {
        kind: 'beta',
        mean: 0.05,
        sd: 0.04,
        source: 'Assumption: rooms that come free in peak seasons',
      },
      spend: {
        kind: 'lognormal',
        mean: 50_000,
        sd: 20_000,
        source: 'Assumption, yen per trip with a night: a fraction of what visitors from abroad spend',
      },
    },
    'lower-rates': {
      share: {
        kind: 'beta',
        mean: 0.04,
        sd: 0.03,
        source:
          'Price elasticity of long-haul leisure travel -0.8 (Journal of Travel Research 2012) x rates lower by a twentieth (assumption)',
      },
    },
  };
}
