import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countByBin } from '../../../src/charts/histogram.ts';
import { windowText } from '../../../src/charts/loss-chart.ts';
import { listText, numberText, scaledText, scalingOf } from '../../../src/charts/number-text.ts';
import { escapeHtml, inlineSvg } from '../../../src/charts/report/html.ts';
import { middleOf, spanOf } from '../../../src/charts/time-axis.ts';
import { dayOfDate, isoWeek, weekday } from '../../../src/scenario/calendar.ts';

describe('figures as text', () => {
  test.each([
    [0.27514, 'share', '27.5%'],
    [-0.9999, 'share', '-100%'],
    [0.000366, 'share', '0.0366%'],
    [0, 'arrivals', '0'],
    [-1e-17, 'arrivals', '0'],
    [612.4, 'arrivals', '612'],
    [611_987, 'arrivals', '612,000'],
    [999_900, 'arrivals', '1.00 million'],
    [10_049_000, 'arrivals', '10.0 million'],
    [866e9, 'JPY at 2025 prices', '866 billion JPY'],
    [1.6e12, 'JPY at 2025 prices', '1.60 trillion JPY'],
    [-5.4e6, 'EUR at 2025 prices', '-5.40 million EUR'],
    [999_999, 'EUR at 2025 prices', '1.00 million EUR'],
    [12_345, 'EUR at 2025 prices', '12,300 EUR'],
  ])('%f %s is %s', (value, unit, text) => {
    expect(numberText(value, unit)).toBe(text);
  });

  test('are within half of their last digit of the figure', () => {
    const names: Readonly<Record<string, number>> = { trillion: 1e12, billion: 1e9, million: 1e6 };
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        const [digits, name] = numberText(value, 'arrivals').split(' ');
        const said = Number(digits!.replaceAll(',', '')) * (names[name ?? ''] ?? 1);
        expect(Math.abs(said - value)).toBeLessThanOrEqual(0.0051 * Math.abs(value) + 1e-6);
      }),
      { numRuns: 2_000, seed: 8 },
    );
  });

  test('of one table share a power of a thousand', () => {
    expect(scaledText(3.41e8, scalingOf(261e9))).toBe('0.341');
    expect([9_999, 10_000, 2.6e11, 2e16].map((value) => scalingOf(value).name)).toEqual([
      '',
      'thousand',
      'billion',
      'trillion',
    ]);
  });

  test('lists and windows read as in a sentence', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(listText)).toEqual(['a', 'a and b', 'a, b and c']);
    expect(windowText({ from: '2025-11', count: 12 })).toBe('November 2025 to October 2026');
    expect(windowText({ from: '2025-12', count: 1 })).toBe('December 2025');
  });
});

describe('time', () => {
  test('the middle of a week is its Thursday, in every week of two centuries', () => {
    for (let day = dayOfDate('1950-01-05'); day < dayOfDate('2150-01-01'); day += 7) {
      const middle = middleOf('week', isoWeek(day));
      expect(isoWeek(dayOfDate(middle))).toBe(isoWeek(day));
      expect(weekday(dayOfDate(middle))).toBe(weekday(dayOfDate('2025-11-20')));
    }
  });

  test('a span begins and ends with its periods', () => {
    expect(spanOf('month', ['2025-11', '2026-02'])).toEqual(['2025-11-01', '2026-02-28']);
    expect(spanOf('week', ['2025-W46', '2025-W47'])).toEqual(['2025-11-10', '2025-11-22']);
  });
});

describe('a histogram', () => {
  test('counts each value once, in a bar that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const ascending = Float64Array.from(values).sort();
        const bins = countByBin(ascending);
        expect(bins.reduce((sum, { draws }) => sum + draws, 0)).toBe(values.length);
        expect(bins[0]!.from).toBeLessThanOrEqual(ascending[0]!);
        expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(ascending.at(-1)! - 1e-6);
        bins.forEach(({ from, to }, b) => {
          expect(from).toBeLessThan(to);
          if (b > 0) expect(from).toBe(bins[b - 1]!.to);
        });
      }),
      { seed: 9 },
    );
  });
});

describe('HTML', () => {
  test('keeps text as text', () => {
    expect(escapeHtml('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
  });

  test('gives the names in a picture a prefix, where they are used too', () => {
    const svg = '<svg width="1"><clipPath id="clip0"/><g clip-path="url(#clip0)"/></svg>';
    expect(inlineSvg(svg, 'c1')).toBe(
      '<svg role="img" width="1"><clipPath id="c1-clip0"/><g clip-path="url(#c1-clip0)"/></svg>',
    );
  });
});
