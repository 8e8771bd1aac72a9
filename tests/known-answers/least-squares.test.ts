import { expect, test } from 'vitest';
import { fitCurve } from '../../src/calibration/fit-curve.ts';

/** NIST Statistical Reference Datasets, nonlinear regression: Misra1a (Misra 1978), certified to 11 digits. */
const misra1a = {
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
};

test.each([[[500, 0.0001]], [[250, 0.0005]]])('Misra1a from %j', (start) => {
  const fit = fitCurve({ ...misra1a, start, curve: (x, [b1, b2]) => b1! * -Math.expm1(-b2! * x) });
  const near = (value: number, certified: number, digits: number): void => {
    expect(Math.abs(value / certified - 1)).toBeLessThan(10 ** -digits);
  };
  near(fit.parameters[0]!, 2.3894212918e2, 9);
  near(fit.parameters[1]!, 5.5015643181e-4, 9);
  // Slopes by differences: standard errors to fewer digits.
  near(fit.standardErrors[0]!, 2.7070075241, 6);
  near(fit.standardErrors[1]!, 7.2668688436e-6, 6);
  near(fit.residualSumOfSquares, 1.2455138894e-1, 9);
});

/** DanWood (Daniel and Wood 1980), certified. */
test.each([[[1, 5]], [[0.7, 4]]])('DanWood from %j', (start) => {
  const fit = fitCurve({
    x: [1.309, 1.471, 1.49, 1.565, 1.611, 1.68],
    y: [2.138, 3.421, 3.597, 4.34, 4.882, 5.66],
    start,
    curve: (x, [b1, b2]) => b1! * x ** b2!,
  });
  expect(Math.abs(fit.parameters[0]! / 7.6886226176e-1 - 1)).toBeLessThan(1e-8);
  expect(Math.abs(fit.parameters[1]! / 3.8604055871 - 1)).toBeLessThan(1e-8);
  expect(Math.abs(fit.residualSumOfSquares / 4.3173084083e-3 - 1)).toBeLessThan(1e-8);
});

test('what cannot be fitted', () => {
  const line = (x: number, [a, b]: readonly number[]): number => a! + b! * x;
  expect(() => fitCurve({ x: [1, 2], y: [1, 2], start: [0, 0], curve: line })).toThrow('more than 2 points');
  expect(() => fitCurve({ x: [1, 2, 3], y: [1, 2], start: [0, 0], curve: line })).toThrow('one for each');
  expect(() => fitCurve({ x: [1, 1, 1], y: [1, 2, 3], start: [1, 1], curve: line })).toThrow('told apart');
});
