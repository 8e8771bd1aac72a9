import { erfc } from '../elementary/erfc.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { type DensityAt, Law } from './law.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Normal } from './types.ts';

/**
 * The standard normal quantile function, for 0 < p < 1; good to 1e-15 in relative terms.
 *
 * Wichura, M. J. (1988). Algorithm AS 241: the percentage points of the normal distribution. Applied
 * Statistics 37 (3), 477-484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  // 1 - p is exact where p is above one half.
  return q < 0 ? -upperTail(p) : upperTail(1 - p);
}

/** The z that is exceeded with the small probability `tail`. */
function upperTail(tail: number): number {
  let r = Math.sqrt(-log(tail));
  if (r <= 5) {
    r -= 1.6;
    return (
      (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
        1.2704582524523684) *
        r +
        3.6478483247632045) *
        r +
        5.769497221460691) *
        r +
        4.630337846156546) *
        r +
        1.4234371107496835) /
      (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
        0.14810397642748008) *
        r +
        0.6897673349851) *
        r +
        1.6763848301838038) *
        r +
        2.053191626637759) *
        r +
        1)
    );
  }
  r -= 5;
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}

const INVERSE_SQRT2 = 0.7071067811865476;

/** The standard normal distribution function P(Z <= z), with relative accuracy in the lower tail. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z * INVERSE_SQRT2);
}

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** The standard normal density. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
}

/** Mean and standard deviation are the parameters themselves. */
export class NormalLaw extends Law {
  readonly low: number = -Infinity;
  readonly high: number = Infinity;
  private readonly centre: number;
  private readonly sd: number;

  constructor(d: Normal) {
    super();
    this.centre = d.mean;
    this.sd = d.sd;
  }

  quantile(p: number): number {
    return this.centre + this.sd * normalQuantile(p);
  }
  upperQuantile(q: number): number {
    return this.centre - this.sd * normalQuantile(q);
  }
  cdf(x: number): number {
    return normalCdf((x - this.centre) / this.sd);
  }
  survival(x: number): number {
    return normalCdf((this.centre - x) / this.sd);
  }
  mean(): number {
    return this.centre;
  }
  variance(): number {
    return this.sd * this.sd;
  }
  override densityAt(x: number): DensityAt {
    const z = (x - this.centre) / this.sd;
    return {
      density: normalDensity(z) / this.sd,
      slope: -z / this.sd,
      bend: -1 / (this.sd * this.sd),
    };
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }
}
