import { expect, test } from 'vitest';
import { fitStructural } from '../../src/calibration/fit-structural.ts';
import { filterSeries } from '../../src/calibration/kalman-filter.ts';
import { type StructuralShape, structuralModel } from '../../src/calibration/structural-model.ts';

/** Annual flow of the Nile at Aswan, 1871 to 1970, 10^8 m^3 (Durbin and Koopman 2012, chapter 2). */
const flow = Float64Array.from(
  `1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140 1100 1210 1150 1250 1260
  1220 1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864
  862 698 845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749
  838 1050 918 986 797 923 975 815 1020 906 901 1170 912 746 919 718 714 740`
    .split(/\s+/)
    .map(Number),
);
const shape: StructuralShape = { trend: false, period: 1, regressors: [], coefficients: [], slopeSd: 0 };
const published = { irregular: 15098.58, level: 1469.15 };

function model(variances: { irregular: number; level: number }) {
  const { irregular, level } = variances;
  return structuralModel(shape, {
    irregular: Math.sqrt(irregular),
    level: Math.sqrt(level),
    slope: 0,
    season: 0,
    damping: 0,
  });
}

test('the filter at the published variances gives the published level', () => {
  const { mean, covariance } = filterSeries(model(published), flow);
  expect(Math.abs(mean[0]! - 798.368)).toBeLessThan(0.0005);
  // The variances are printed to half a hundredth, and the filtered variance moves by 0.87 for each unit of the level's.
  expect(Math.abs(covariance[0]! - 4032.147)).toBeLessThan(0.87 * 0.005 + 0.0005);
});

test('maximum likelihood finds the published variances', () => {
  const fit = fitStructural(flow, shape);
  const irregular = fit.parameters.irregular ** 2;
  const level = fit.parameters.level ** 2;
  const theirs = filterSeries(model(published), flow).logLikelihood;
  // The likelihood is flat: at the published digits it lies 2.5e-10 below its maximum, where an optimiser stops.
  expect(fit.logLikelihood).toBeGreaterThanOrEqual(theirs);
  expect(fit.logLikelihood - theirs).toBeLessThan(1e-9);
  expect(Math.abs(irregular / published.irregular - 1)).toBeLessThan(1e-5);
  expect(Math.abs(level / published.level - 1)).toBeLessThan(5e-5);
  expect(Math.abs(fit.state.mean[0]! - 798.368)).toBeLessThan(0.002);
});

test('the diffuse likelihood is that of the differences from the first year', () => {
  // With nothing known of the level, the first year only finds it: the rest has the density of y(2..n) given y(1).
  const { irregular, level } = published;
  let mean = flow[0]!;
  let variance = irregular + level;
  let logLikelihood = -0.5 * Math.log(2 * Math.PI);
  for (let t = 1; t < flow.length; t++) {
    const F = variance + irregular;
    const error = flow[t]! - mean;
    logLikelihood -= 0.5 * (Math.log(2 * Math.PI * F) + (error * error) / F);
    mean += (variance / F) * error;
    variance = (variance * irregular) / F + level;
  }
  expect(filterSeries(model(published), flow).logLikelihood).toBeCloseTo(logLikelihood, 9);
});
