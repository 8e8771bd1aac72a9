import { betaLaw, pertLaw } from './beta.ts';
import { constantLaw, discreteLaw } from './discrete.ts';
import { GammaLaw } from './gamma.ts';
import type { Law } from './law.ts';
import { LognormalLaw } from './lognormal.ts';
import { MixtureLaw } from './mixture.ts';
import { NormalLaw } from './normal.ts';
import { empiricalLaw } from './piecewise-linear.ts';
import { StudentTLaw } from './student-t.ts';
import { TriangularLaw } from './triangular.ts';
import type { Distribution } from './types.ts';
import { UniformLaw } from './uniform.ts';
import { WeibullLaw } from './weibull.ts';

type Families = {
  readonly [Kind in Distribution['kind']]: (d: Extract<Distribution, { kind: Kind }>) => Law;
};

/** How each kind of distribution is made ready. A new kind is a new line here, and a file of its own. */
const families: Families = {
  constant: constantLaw,
  uniform: (d) => new UniformLaw(d),
  triangular: (d) => new TriangularLaw(d),
  pert: pertLaw,
  normal: (d) => new NormalLaw(d),
  lognormal: (d) => new LognormalLaw(d),
  gamma: (d) => new GammaLaw(d),
  beta: betaLaw,
  weibull: (d) => new WeibullLaw(d),
  'student-t': (d) => new StudentTLaw(d),
  discrete: discreteLaw,
  empirical: empiricalLaw,
  truncated: (d) => lawOf(d.of).within(d.low ?? -Infinity, d.high ?? Infinity),
  mixture: (d) =>
    new MixtureLaw(d.of.map(({ weight, distribution }) => ({ weight, law: lawOf(distribution) }))),
};

/** Makes a distribution ready. Its parameters are taken as checked (`distributionIssues`). */
export function lawOf(d: Distribution): Law {
  const make = families[d.kind] as (d: Distribution) => Law;
  return make(d);
}
