import type { Distribution } from '../distributions/types.ts';
import type { Advisory, Selector } from '../scenario/types.ts';
import { type EffectParameter, effectParameters } from './effect-path.ts';
import { factorLoadings } from './factor-loadings.ts';
import type { AdvisoryPrior } from './prior-of-class.ts';

/**
 * An advisory for a scenario from the prior of its class: one effect, `all`, whose inputs hang together as in the
 * prior, by loadings on factors named `<id>-suppression` and so on. Two advisories that should share a fate get
 * one factor by the analyst's hand.
 *
 * @param options.id of the advisory: not empty, without `/`
 * @param options.onset as of an `Advisory`
 * @param options.on the flows it applies to; all by default
 *
 * @example
 * ```ts
 * import { advisoryFromPrior, advisoryPrior } from 'tourism-impact/calibration';
 *
 * const advisory = advisoryFromPrior({
 *   prior: advisoryPrior({ class: 'S2' }),
 *   id: 'advice',
 *   onset: { date: '2026-03-02' },
 *   on: { origin: 'CHN' },
 * });
 * console.log(advisory.effects[0]!.suppression);
 * ```
 */
export function advisoryFromPrior(options: {
  readonly prior: AdvisoryPrior;
  readonly id: string;
  readonly title?: string;
  readonly onset: Advisory['onset'];
  readonly on?: Selector;
}): Advisory {
  const { prior, id, title, onset, on = {} } = options;
  const loadings = factorLoadings(prior.correlations, effectParameters);
  const held = <Kind extends Distribution>(quantity: Kind, parameter: EffectParameter): Kind => ({
    ...quantity,
    factors: Object.fromEntries(
      Object.entries(loadings[parameter]).map(([factor, loading]) => [`${id}-${factor}`, loading]),
    ),
  });
  const { suppression, cancellation, duration, halfLives } = prior;
  return {
    id,
    ...(title !== undefined && { title }),
    onset,
    duration: held(duration, 'duration'),
    effects: [
      {
        id: 'all',
        on,
        suppression: held(suppression, 'suppression'),
        cancellation: held(cancellation, 'cancellation'),
        halfLives: {
          awareness: held(halfLives.awareness, 'awareness'),
          cancelling: held(halfLives.cancelling, 'cancelling'),
          recovery: held(halfLives.recovery, 'recovery'),
        },
      },
    ],
  };
}
