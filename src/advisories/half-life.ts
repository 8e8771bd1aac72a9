import { expm1 } from '../elementary/expm1.ts';

export const LN2 = 0.6931471805599453;

/**
 * Share of a gap that closes in one day under a half-life in days: 1 - 2^(-1/h). A half-life of 0 closes it at once.
 * Through expm1, so that long half-lives keep their precision.
 */
export function dailyShare(halfLife: number): number {
  return halfLife === 0 ? 1 : -expm1(-LN2 / halfLife);
}
