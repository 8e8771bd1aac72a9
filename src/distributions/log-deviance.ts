import { log } from '../elementary/log.ts';

/**
 * d - log(1 + d) with relative accuracy, given d > -1 and `ratio` = 1 + d, each to its own digits: near d =
 * 0 the ratio has lost them, near d = -1 the difference has.
 */
export function logDeviance(d: number, ratio: number): number {
  if (d < -0.3 || d > 0.4) return d - log(ratio);
  // log(1 + d) = 2 artanh(r), and d - 2 r = d r
  const r = d / (2 + d);
  const z = r * r;
  const series =
    1 / 3 +
    z *
      (1 / 5 +
        z *
          (1 / 7 +
            z *
              (1 / 9 +
                z *
                  (1 / 11 +
                    z *
                      (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21 + z * (1 / 23))))))))));
  return r * (d - 2 * z * series);
}
