import { describe, expect, test } from 'vitest';
import { palette } from '../../../src/charts/palette.ts';

type Colour = readonly [number, number, number];

/** Linear light of a colour written `#rrggbb` (IEC 61966-2-1). */
function linear(hex: string): Colour {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const blindness: Readonly<Record<string, readonly Colour[]>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* of linear light under D65. */
function lab([r, g, b]: Colour): Colour {
  const cube = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = cube((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = cube(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = cube((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance of two colours as a reader with a kind of blindness sees them (CIE 1976). */
function distance(a: string, b: string, kind: string): number {
  const seen = (hex: string): Colour => {
    const light = linear(hex);
    const [x, y, z] = blindness[kind]!.map((row) =>
      Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])),
    );
    return lab([x!, y!, z!]);
  };
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Some five times what is just noticeable side by side (2.3): told apart across a chart. */
const APART = 12;

describe.each(Object.keys(blindness))('with %s', (kind) => {
  test('colours that mean different things are told apart', () => {
    const { ink, main, accent, before, bands } = palette;
    const meanings = [ink, main, accent, before, ...bands, '#ffffff'];
    const pairs = meanings.flatMap((a, i) => meanings.slice(i + 1).map((b) => [a, b] as const));
    const close = pairs.filter(([a, b]) => distance(a, b, kind) < APART);
    expect(close).toEqual([]);
  });
});

test('a red and a green of one lightness would not pass', () => {
  expect(distance('#c05050', '#6f8530', 'none')).toBeGreaterThan(APART);
  expect(distance('#a57a38', '#8a8a20', 'deuteranopia')).toBeLessThan(APART);
});
