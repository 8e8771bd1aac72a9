import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { log } from '../elementary/log.ts';
import { logGammaOnePlus, stirlingError } from '../elementary/log-gamma.ts';
import { log1p } from '../elementary/log1p.ts';
import { NODES, WEIGHTS } from './gauss-legendre.ts';
import { Tails } from './inversion.ts';
import { logDeviance } from './log-deviance.ts';
import { normalQuantile } from './normal.ts';

const TWO_PI = 6.283185307179586;
/** Where both shapes are above it the tails are integrated: the continued fraction takes ever more terms. */
const LARGE_SHAPE = 30_000;

/**
 * The standard beta distribution of two shapes: regularised incomplete beta functions and their inverse.
 *
 * The leading factor as in `GammaTails`, by deviances (Loader 2000); the continued fraction is that of
 * Didonato and Morris (1992), Algorithm 708, in its even form.
 */
export class BetaTails extends Tails {
  protected readonly from: number = 0;
  protected readonly to: number = 1;
  private readonly a: number;
  private readonly b: number;
  /** x^a y^b / B(a, b) at x = a / (a + b) */
  private readonly peak: number;
  /** log(a B(a, b)) and log(b B(a, b)) */
  private readonly logABeta: number;
  private readonly logBBeta: number;

  constructor(a: number, b: number) {
    super();
    this.a = a;
    this.b = b;
    const n = a + b;
    this.peak =
      Math.sqrt(((a / n) * b) / TWO_PI) * exp(stirlingError(n) - stirlingError(a) - stirlingError(b));
    this.logABeta = logFirstBeta(a, b);
    this.logBBeta = logFirstBeta(b, a);
  }

  evaluate(x: number): void {
    this.evaluateAt(x, 1 - x);
  }

  /** At x, where `y` = 1 - x is known to its own digits. */
  evaluateAt(x: number, y: number): void {
    const { a, b } = this;
    if (!(x > 0 && y > 0)) {
      this.lower = x > 0 ? 1 : 0;
      this.upper = 1 - this.lower;
      return;
    }
    const n = a + b;
    const offset = b * x - a * y;
    // x^a y^b / B(a, b)
    const power =
      this.peak * exp(-a * logDeviance(offset / a, x * (n / a)) - b * logDeviance(-offset / b, y * (n / b)));
    this.density = power / (x * y);
    const p = (a - 1) / x;
    const q = (b - 1) / y;
    this.slope = p - q;
    this.bend = -p / x - q / y;
    this.reach = 1 / (1 / x + 1 / y + Math.abs(this.slope) + Math.sqrt(Math.abs(this.bend)));
    if (a > LARGE_SHAPE && b > LARGE_SHAPE) {
      if (offset < 0) this.setLower(this.integral(x, y, -1));
      else this.setUpper(this.integral(x, y, 1));
    } else if ((b + 1) * x < (a + 1) * y) {
      this.setLower(power * fraction(a, b, x, y));
      if (this.upper < 0.05 && a < 1) this.upper = complement(a, b, x, this.logABeta);
    } else {
      this.setUpper(power * fraction(b, a, y, x));
      if (this.lower < 0.05 && b < 1) this.lower = complement(b, a, y, this.logBBeta);
    }
  }

  protected guess(p: number, isUpper: boolean): number {
    const { a, b } = this;
    const n = a + b;
    const lower = isUpper ? 1 - p : p;
    // The leading term of the power series, and its first correction
    const x = exp((log(lower) + this.logABeta) / a);
    const correction = ((b - 1) * x) / (a + 1);
    if (correction < 0.2 && correction > -0.2 && x < 0.3) return x * (1 + correction);
    if (a >= 1 && b >= 1) {
      // Abramowitz and Stegun 26.5.22
      const z = isUpper ? normalQuantile(p) : -normalQuantile(p);
      const s = 1 / (2 * a - 1);
      const t = 1 / (2 * b - 1);
      const lambda = (z * z - 3) / 6;
      const h = 2 / (s + t);
      const w = (z * Math.sqrt(Math.max(0, h + lambda))) / h - (t - s) * (lambda + 5 / 6 - 2 / (3 * h));
      return a / (a + b * exp(2 * w));
    }
    const mean = a / n;
    return Math.min(0.9, Math.max(Math.min(x, mean), 0.01 * mean));
  }

  private setLower(tail: number): void {
    this.lower = tail;
    this.upper = 1 - tail;
  }

  private setUpper(tail: number): void {
    this.upper = tail;
    this.lower = 1 - tail;
  }

  /** The tail from `x` outwards, by Gauss-Legendre over the stretch on which the density falls by e^-38. */
  private integral(x: number, y: number, direction: 1 | -1): number {
    const { a, b } = this;
    const n = a + b;
    const sd = Math.sqrt(((a / n) * (b / n)) / (n + 1));
    const z = Math.abs((b * x - a * y) / n) / sd;
    const spread = sd * (-z + Math.sqrt(z * z + 76)) * 1.3;
    const length = Math.min(spread, direction > 0 ? y : x);
    const v = (direction * length) / x;
    const w = (-direction * length) / y;
    const linear = this.slope * direction * length;
    let sum = 0;
    for (let i = 0; i < NODES.length; i++) {
      const u = NODES[i]!;
      sum +=
        WEIGHTS[i]! *
        exp(linear * u - (a - 1) * logDeviance(v * u, 1 + v * u) - (b - 1) * logDeviance(w * u, 1 + w * u));
    }
    return sum * length * this.density;
  }
}

/** I_x(a, b) B(a, b) / (x^a y^b), by the continued fraction in its even form. */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = a * y - b * x;
  const c = 1 + lambda;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  const yp1 = y + 1;
  let n = 0;
  let p = 1;
  let s = a + 1;
  let an = 0;
  let bn = 1;
  let anp1 = 1;
  let bnp1 = c / c1;
  let r = c1 / c;
  for (let i = 0; i < 10_000; i++) {
    n += 1;
    let t = n / a;
    const w = n * (b - n) * x;
    let e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    e = (1 + t) / (c1 + t + t);
    const beta = n + w / s + e * (c + n * yp1);
    p = 1 + t;
    s += 2;
    t = alpha * an + beta * anp1;
    an = anp1;
    anp1 = t;
    t = alpha * bn + beta * bnp1;
    bn = bnp1;
    bnp1 = t;
    const previous = r;
    r = anp1 / bnp1;
    const change = r - previous;
    if (change <= 2e-16 * r && change >= -2e-16 * r) break;
    an /= bnp1;
    bn /= bnp1;
    anp1 = r;
    bnp1 = 1;
  }
  return r;
}

/**
 * log(a B(a, b)) = log Gamma(1 + a) + log(Gamma(b) / Gamma(a + b)), with little loss where a is small
 * beside b.
 */
function logFirstBeta(a: number, b: number): number {
  if (b < 10) return logGammaOnePlus(a) + logGammaOnePlus(b) - logGammaOnePlus(a + b) + log1p(a / b);
  const ratio = (a + b - 0.5) * log1p(a / b) + a * (log(b) - 1) + stirlingError(a + b) - stirlingError(b);
  return logGammaOnePlus(a) - ratio;
}

/**
 * 1 - I_x(a, b) for a < 1 where it is small: what is left of 1 less the power series (Abramowitz and Stegun
 * 26.5.4) without the cancellation. A small shape only comes here, with b x below 2, so the series is
 * short.
 */
function complement(a: number, b: number, x: number, logABeta: number): number {
  const exponent = a * log(x) - logABeta;
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 1_000; n++) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
    if (term < 1e-17 && term > -1e-17) break;
  }
  return -expm1(exponent) - exp(exponent) * a * sum;
}
