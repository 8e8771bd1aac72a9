import { bundledPriors } from './advisory-priors.generated.ts';
import type { AdvisoryPrior } from './prior-of-class.ts';

/**
 * The bundled prior of a class, made from the bundled episodes by `scripts/calibrate-priors.ts`: for a market whose
 * advisory has begun and of which nothing is known but its class.
 *
 * @throws RangeError for a class without episodes
 */
export function advisoryPrior(options: { readonly class: string }): AdvisoryPrior {
  const prior = bundledPriors.find((one) => one.class === options.class);
  if (prior === undefined) {
    const known = bundledPriors.map((one) => one.class).join(', ');
    throw new RangeError(`class: expected one of ${known}, got ${JSON.stringify(options.class)}`);
  }
  return prior;
}
