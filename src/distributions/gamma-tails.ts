import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { log } from '../elementary/log.ts';
import { logGammaOnePlus, stirlingError } from '../elementary/log-gamma.ts';
import { NODES, WEIGHTS } from './gauss-legendre.ts';
import { Tails } from './inversion.ts';
import { logDeviance } from './log-deviance.ts';
import { normalQuantile } from './normal.ts';

const TWO_PI = 6.283185307179586;
const ACCURACY = 1e-17;
/** Shapes from here on are integrated: series and continued fraction take ever more terms. */
const LARGE_SHAPE = 30_000;

/**
 * The standard gamma distribution of a shape: regularised incomplete gamma functions and their inverse.
 *
 * The density's leading factor is formed by its deviance from the mode (Loader 2000, Fast and accurate
 * computation of binomial probabilities), so that large shapes lose no digits. Below a + 1 the power
 * series, above it Legendre's continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31), both summed from
 * one end to convergence.
 */
export class GammaTails extends Tails {
  protected readonly from: number = 0;
  protected readonly to: number = Infinity;
  private readonly shape: number;
  private readonly root: number;
  /** x^a e^-x / Gamma(a) at x = a */
  private readonly peak: number;
  private readonly logGammaOnePlusShape: number;

  constructor(shape: number) {
    super();
    this.shape = shape;
    this.root = Math.sqrt(shape);
    this.peak = Math.sqrt(shape / TWO_PI) * exp(-stirlingError(shape));
    this.logGammaOnePlusShape = logGammaOnePlus(shape);
  }

  evaluate(x: number): void {
    const a = this.shape;
    if (!(x > 0)) {
      this.lower = 0;
      this.upper = 1;
      return;
    }
    // x^a e^-x / Gamma(a)
    const power = this.peak * exp(-a * logDeviance((x - a) / a, x / a));
    this.density = power / x;
    this.slope = (a - 1) / x - 1;
    this.bend = -(a - 1) / (x * x);
    this.reach = x / (1 + Math.abs(a - 1 - x) + this.root);
    if (a > LARGE_SHAPE) {
      if (x < a) {
        this.lower = this.integral(x, -1);
        this.upper = 1 - this.lower;
      } else {
        this.upper = this.integral(x, 1);
        this.lower = 1 - this.upper;
      }
    } else if (x < (a < 1 ? 1.5 : a + 1)) {
      this.lower = (power / a) * lowerSeries(a, x);
      this.upper = this.lower > 0.9 ? this.upperNearZero(x) : 1 - this.lower;
    } else {
      this.upper = power * upperFraction(a, x);
      this.lower = 1 - this.upper;
    }
  }

  protected guess(p: number, isUpper: boolean): number {
    const a = this.shape;
    if (!isUpper || a < 0.3) {
      // The leading term of the series, and its first correction
      const lower = isUpper ? 1 - p : p;
      const x = exp((log(lower) + this.logGammaOnePlusShape) / a);
      if (x < 0.2 * (a + 1)) return x * (1 + x / (a + 1));
    }
    if (isUpper && a < 1) {
      const y = -(log(p * a) + this.logGammaOnePlusShape - log(a) * 2);
      if (y > 1.5) return Math.max(y - (1 - a) * log(y), 0.5);
    }
    const z = isUpper ? -normalQuantile(p) : normalQuantile(p);
    const z2 = z * z;
    if (z2 < a) {
      // Cornish and Fisher's expansion
      const r = this.root;
      return (
        a +
        r * z +
        (z2 - 1) / 3 +
        (z * (z2 - 7)) / (36 * r) -
        (3 * z2 * z2 + 7 * z2 - 16) / (810 * a) +
        (z * (9 * z2 * z2 + 256 * z2 - 433)) / (38880 * a * r)
      );
    }
    // Wilson and Hilferty's cube
    const cube = 1 - 1 / (9 * a) + z / (3 * this.root);
    return cube > 0.1 ? a * cube * cube * cube : a * 0.1;
  }

  /** Q(a, x) for x < 1.5 where it is small: what is left of 1 - P without the cancellation. */
  private upperNearZero(x: number): number {
    const a = this.shape;
    if (a > 0.5) return 1 - this.lower;
    const exponent = a * log(x) - this.logGammaOnePlusShape;
    let term = 1;
    let sum = 0;
    for (let n = 1; n < 40; n++) {
      term *= -x / n;
      sum += term / (a + n);
      if (term < ACCURACY && term > -ACCURACY) break;
    }
    return -expm1(exponent) - exp(exponent) * a * sum;
  }

  /** The tail from `x` outwards, by Gauss-Legendre over the stretch on which the density falls by e^-38. */
  private integral(x: number, direction: 1 | -1): number {
    const a = this.shape;
    const z = Math.abs(x - a) / this.root;
    const spread = this.root * (-z + Math.sqrt(z * z + 76)) * (direction > 0 ? 1.3 : 1);
    const length = direction > 0 ? spread : Math.min(spread, x);
    const linear = ((a - 1 - x) * length * direction) / x;
    let sum = 0;
    for (let i = 0; i < NODES.length; i++) {
      const u = NODES[i]!;
      const v = (direction * length * u) / x;
      sum += WEIGHTS[i]! * exp(linear * u - (a - 1) * logDeviance(v, 1 + v));
    }
    return sum * length * this.density;
  }
}

/** Sum of x^n / ((a + 1) ... (a + n)) */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 10_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < ACCURACY * sum) break;
  }
  return sum;
}

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), by Lentz's method */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (factor - 1 < 2e-16 && factor - 1 > -2e-16) break;
  }
  return fraction;
}
