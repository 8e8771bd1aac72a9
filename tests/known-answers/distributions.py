"""Makes distributions.tsv: quantiles, means and variances in 30 digits.

    /usr/bin/python3 tests/known-answers/distributions.py > tests/known-answers/distributions.tsv

Written against mpmath 1.2.1. Quantiles are roots of the distribution function in 40 digits, sought in the smaller tail; moments of
truncated distributions are integrals of the density. Parameters and probabilities are binary numbers, taken as they are.
Columns: distribution (JSON), what (a probability, mean or variance), value.
"""
import json
from mpmath import (mp, mpf, beta, exp, erfc, expm1, findroot, gamma, gammainc, hyp2f1, inf, isinf, log, loggamma, log1p, nstr,
                    pi, quad, sqrt)

mp.dps = 40
HALF = mpf(1) / 2
EDGE = 2.0**-53
PROBABILITIES = [EDGE, 1e-10, 1e-5, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-5, 1 - 1e-10, 1 - EDGE]


class Law:
    """lower(x), upper(x), density(x), low, high, mean, variance"""

    def quantile(self, p):
        p = mpf(p)
        upper = p > HALF
        target = 1 - p if upper else p
        low, high, x = self.low, self.high, mpf(self.mean)
        if not low < x < high:
            x = (low + high) / 2
        for i in range(500):
            tail = self.upper(x) if upper else self.lower(x)
            if tail == target:
                return x
            if (tail < target) == upper:
                high = x
            else:
                low = x
            step = -tail * log(tail / target) / self.density(x) if tail > 0 else inf
            if upper:
                step = -step
            new = x + step
            if not low < new < high:
                if isinf(low):
                    new = x - 2 * abs(x) - 1
                elif isinf(high):
                    new = x + 2 * abs(x) + 1
                elif low == self.low and high - low < abs(self.mean) + 1:
                    new = low + (high - low) / mpf(10) ** (3 + i)
                elif high == self.high:
                    new = high - (high - low) / mpf(10) ** (3 + i)
                else:
                    new = (low + high) / 2
            if abs(new - x) < mpf(10) ** -28 * abs(x):
                return new
            x = new
        raise ArithmeticError('no root')


class Normal(Law):
    low, high = -inf, inf

    def __init__(self, d):
        self.mean, self.sd = mpf(d['mean']), mpf(d['sd'])
        self.variance = self.sd**2

    def lower(self, x):
        return erfc((self.mean - x) / self.sd / sqrt(2)) / 2

    def upper(self, x):
        return erfc((x - self.mean) / self.sd / sqrt(2)) / 2

    def density(self, x):
        return exp(-((x - self.mean) / self.sd) ** 2 / 2) / self.sd / sqrt(2 * pi)


class Lognormal(Law):
    low, high = mpf(0), inf

    def __init__(self, d):
        self.mean = mpf(d['mean'])
        self.variance = mpf(d['sd']) ** 2
        s2 = log1p(self.variance / self.mean**2)
        self.normal = Normal({'mean': log(self.mean) - s2 / 2, 'sd': sqrt(s2)})

    def quantile(self, p):
        return exp(self.normal.quantile(p))

    def lower(self, x):
        return self.normal.lower(log(x))

    def upper(self, x):
        return self.normal.upper(log(x))

    def density(self, x):
        return self.normal.density(log(x)) / x


def lower_gamma(a, x):
    """The power series, for shapes at which gammainc gives up; in 70 digits, so that 1 minus it has 40 down to 1e-30."""
    with mp.workdps(70):
        term = total = exp(a * log(x) - x - loggamma(a + 1))
        n = 0
        while term > total * mpf(10) ** -68:
            n += 1
            term *= x / (a + n)
            total += term
        return total


class Gamma(Law):
    low, high = mpf(0), inf

    def __init__(self, d):
        self.mean = mpf(d['mean'])
        self.variance = mpf(d['sd']) ** 2
        self.shape = self.mean**2 / self.variance
        self.scale = self.variance / self.mean

    def lower(self, x):
        if self.shape > 1000:
            return lower_gamma(self.shape, x / self.scale)
        return gammainc(self.shape, 0, x / self.scale, regularized=True)

    def upper(self, x):
        if self.shape > 1000:
            return 1 - lower_gamma(self.shape, x / self.scale)
        return gammainc(self.shape, x / self.scale, inf, regularized=True)

    def density(self, x):
        y = x / self.scale
        return exp((self.shape - 1) * log(y) - y - loggamma(self.shape)) / self.scale


def incomplete_beta(a, b, x):
    return exp(a * log(x) + b * log(1 - x) - loggamma(a) - loggamma(b) + loggamma(a + b)) / a * hyp2f1(a + b, 1, a + 1, x)


class Beta(Law):
    def __init__(self, d):
        self.low, self.high = mpf(d.get('low', 0)), mpf(d.get('high', 1))
        width = self.high - self.low
        if d['kind'] == 'pert':
            self.a = 1 + 4 * (mpf(d['mode']) - self.low) / width
            self.b = 1 + 4 * (self.high - mpf(d['mode'])) / width
            self.mean = (self.low + 4 * mpf(d['mode']) + self.high) / 6
            self.variance = width**2 * self.a * self.b / (self.a + self.b) ** 2 / (self.a + self.b + 1)
        else:
            self.mean, self.variance = mpf(d['mean']), mpf(d['sd']) ** 2
            m = (self.mean - self.low) / width
            n = m * (1 - m) * width**2 / self.variance - 1
            self.a, self.b = m * n, (1 - m) * n
        self.width = width

    def lower(self, x):
        return incomplete_beta(self.a, self.b, (x - self.low) / self.width)

    def upper(self, x):
        return incomplete_beta(self.b, self.a, (self.high - x) / self.width)

    def density(self, x):
        y = (x - self.low) / self.width
        a, b = self.a, self.b
        return exp((a - 1) * log(y) + (b - 1) * log(1 - y) - loggamma(a) - loggamma(b) + loggamma(a + b)) / self.width


class StudentT(Law):
    low, high = -inf, inf

    def __init__(self, d):
        self.df, self.mean = mpf(d['df']), mpf(d['mean'])
        self.variance = mpf(d['sd']) ** 2
        self.scale = mpf(d['sd']) * sqrt((self.df - 2) / self.df)

    def upper(self, x):
        t = (x - self.mean) / self.scale
        if t < 0:
            return 1 - self.lower(x)
        return incomplete_beta(self.df / 2, HALF, self.df / (self.df + t * t)) / 2 if t > 0 else HALF

    def lower(self, x):
        t = (self.mean - x) / self.scale
        if t < 0:
            return 1 - self.upper(x)
        return incomplete_beta(self.df / 2, HALF, self.df / (self.df + t * t)) / 2 if t > 0 else HALF

    def density(self, x):
        t = (x - self.mean) / self.scale
        return exp(-(self.df + 1) / 2 * log1p(t * t / self.df)) / sqrt(self.df) / beta(HALF, self.df / 2) / self.scale


class Weibull(Law):
    low, high = mpf(0), inf

    def __init__(self, d):
        self.mean = mpf(d['mean'])
        self.variance = mpf(d['sd']) ** 2
        cv = mpf(d['sd']) / self.mean
        wanted = log1p(cv**2)
        start = cv if cv < 1 else log(1 + cv)
        self.u = findroot(lambda u: loggamma(1 + 2 * u) - 2 * loggamma(1 + u) - wanted, (start * 0.7, start * 1.2), solver='secant', tol=mpf(10) ** -70)
        self.scale = self.mean / gamma(1 + self.u)

    def quantile(self, p):
        return self.scale * (-log1p(-mpf(p))) ** self.u

    def lower(self, x):
        return -expm1(-((x / self.scale) ** (1 / self.u)))

    def upper(self, x):
        return exp(-((x / self.scale) ** (1 / self.u)))

    def density(self, x):
        y = (x / self.scale) ** (1 / self.u)
        return y / x / self.u * exp(-y)


class Triangular(Law):
    def __init__(self, d):
        self.low, self.mode, self.high = mpf(d['low']), mpf(d['mode']), mpf(d['high'])
        self.mean = (self.low + self.mode + self.high) / 3
        a, c, b = self.low, self.mode, self.high
        self.variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18

    def quantile(self, p):
        w, p = self.high - self.low, mpf(p)
        if p * w <= self.mode - self.low:
            return self.low + sqrt(p * w * (self.mode - self.low))
        return self.high - sqrt((1 - p) * w * (self.high - self.mode))

    def lower(self, x):
        w = self.high - self.low
        if x <= self.mode:
            return (x - self.low) ** 2 / w / (self.mode - self.low)
        return 1 - (self.high - x) ** 2 / w / (self.high - self.mode)

    def upper(self, x):
        return 1 - self.lower(x)

    def density(self, x):
        w = self.high - self.low
        return 2 / w * ((x - self.low) / (self.mode - self.low) if x <= self.mode else (self.high - x) / (self.high - self.mode))


class Truncated(Law):
    def __init__(self, d):
        self.of = law(d['of'])
        self.low = max(mpf(d.get('low', -inf)), self.of.low)
        self.high = min(mpf(d.get('high', inf)), self.of.high)
        self.below = self.of.lower(self.low) if self.low > self.of.low else mpf(0)
        self.above = self.of.upper(self.high) if self.high < self.of.high else mpf(0)
        # In 40 digits the difference is good for every bound used here but those far out, which go by the upper tail.
        self.is_upper = self.below > HALF
        self.mass = self.of.upper(self.low) - self.above if self.is_upper else 1 - self.below - self.above
        cuts = [self.low, *[self.quantile(p) for p in (1e-4, 0.05, 0.3, 0.7, 0.95)], *[self.quantile(1 - mpf(10) ** -k) for k in (3, 6, 10, 15, 22, 30)], self.high]
        if isinstance(self.of, Triangular):
            cuts = sorted([self.low, self.of.mode, self.high])
        if isinf(self.low):
            cuts[0] = self.quantile(mpf(10) ** -37)
        if isinf(self.high):
            cuts[-1] = self.quantile(1 - mpf(10) ** -37)
        f = lambda x: self.of.density(x) / self.mass
        self.mean = quad(lambda x: x * f(x), cuts)
        self.variance = quad(lambda x: (x - self.mean) ** 2 * f(x), cuts)

    def quantile(self, p):
        p = mpf(p)
        if self.is_upper:
            return self.inverse_upper(self.above + (1 - p) * self.mass)
        return self.of.quantile(self.below + p * self.mass)

    def inverse_upper(self, q):
        low, high = self.low, min(self.high, self.low + 100 * sqrt(self.of.variance))
        return findroot(lambda x: log(self.of.upper(x) / q), (low, high), solver='anderson', tol=mpf(10) ** -60)


class Mixture(Law):
    def __init__(self, d):
        total = sum(mpf(part['weight']) for part in d['of'])
        self.parts = [(mpf(part['weight']) / total, law(part['distribution'])) for part in d['of']]
        self.low = min(part.low for _, part in self.parts)
        self.high = max(part.high for _, part in self.parts)
        self.mean = sum(w * part.mean for w, part in self.parts)
        self.variance = sum(w * (part.variance + (part.mean - self.mean) ** 2) for w, part in self.parts)

    def total(self, f, x):
        return sum(w * f(part, x) for w, part in self.parts)

    def lower(self, x):
        return self.total(lambda part, x: part.lower(x) if x > part.low else mpf(0), x)

    def upper(self, x):
        return self.total(lambda part, x: part.upper(x) if x > part.low else mpf(1), x)

    def density(self, x):
        return self.total(lambda part, x: part.density(x) if x > part.low else mpf(0), x)


def law(d):
    return {'normal': Normal, 'lognormal': Lognormal, 'gamma': Gamma, 'beta': Beta, 'pert': Beta, 'student-t': StudentT, 'weibull': Weibull,
            'triangular': Triangular, 'truncated': Truncated, 'mixture': Mixture}[d['kind']](d)


def two(kind, *pairs, **more):
    return [{'kind': kind, 'mean': mean, 'sd': sd, **more} for mean, sd in pairs]


NORMAL = {'kind': 'normal', 'mean': 0, 'sd': 1}
DISTRIBUTIONS = [
    *two('normal', (0, 1), (100, 0.5)),
    *two('lognormal', (10, 6), (1e12, 1e9), (1, 20), (5, 1e-4)),
    *two('gamma', (4.5, 2.598076211353316), (1, 1), (1, 2), (2, 20), (1, 0.1), (100, 1), (10, 0.04)),
    *two('beta', (0.5714285714285714, 0.127775312999988), (0.5, 0.4), (0.5, 0.499), (0.02, 0.05), (0.9999, 0.001), (0.001, 0.001),
         (0.35, 0.05), (0.35, 0.01), (0.9, 0.002), (0.97, 0.1), (0.0028, 0.045)),
    *two('beta', (0.4, 0.6), low=-1, high=3),
    *two('weibull', (3, 1), (2, 2), (1, 5), (10, 0.01), (100, 40)),
    *[{'kind': 'student-t', 'mean': 1, 'sd': 2, 'df': df} for df in (2.05, 3, 5.5, 30, 1000, 100000)],
    *[{'kind': 'triangular', 'low': low, 'mode': mode, 'high': high} for low, mode, high in ((0, 0.3, 1), (0, 0, 1), (-2, 5, 5), (10, 11, 40))],
    *[{'kind': 'pert', 'low': low, 'mode': mode, 'high': high} for low, mode, high in ((0, 0.3, 1), (0, 0, 1), (-2, 5, 5), (10, 11, 40))],
    {'kind': 'truncated', 'of': NORMAL, 'low': -1, 'high': 2},
    {'kind': 'truncated', 'of': NORMAL, 'low': 9},
    {'kind': 'truncated', 'of': {'kind': 'normal', 'mean': 0.4, 'sd': 0.3}, 'low': 0, 'high': 1},
    {'kind': 'truncated', 'of': NORMAL, 'high': -4, 'low': -4.001},
    {'kind': 'truncated', 'of': {'kind': 'gamma', 'mean': 2, 'sd': 3}, 'low': 1, 'high': 10},
    {'kind': 'truncated', 'of': {'kind': 'gamma', 'mean': 2, 'sd': 1}, 'low': 12},
    {'kind': 'truncated', 'of': {'kind': 'beta', 'mean': 0.5, 'sd': 0.2}, 'low': 0.2, 'high': 0.9},
    {'kind': 'truncated', 'of': {'kind': 'beta', 'mean': 0.0028, 'sd': 0.045}, 'low': 1e-6, 'high': 0.5},
    {'kind': 'truncated', 'of': {'kind': 'lognormal', 'mean': 10, 'sd': 6}, 'high': 30},
    {'kind': 'truncated', 'of': {'kind': 'weibull', 'mean': 3, 'sd': 1}, 'low': 2, 'high': 5},
    {'kind': 'truncated', 'of': {'kind': 'student-t', 'mean': 0, 'sd': 1, 'df': 4}, 'low': -2, 'high': 3},
    {'kind': 'truncated', 'of': {'kind': 'triangular', 'low': 0, 'mode': 0.3, 'high': 1}, 'low': 0.1, 'high': 0.7},
    {'kind': 'mixture', 'of': [{'weight': 1, 'distribution': NORMAL}, {'weight': 2, 'distribution': {'kind': 'gamma', 'mean': 4, 'sd': 2}}]},
    {'kind': 'mixture', 'of': [{'weight': 0.75, 'distribution': {'kind': 'beta', 'mean': 0.3, 'sd': 0.1}},
                               {'weight': 0.25, 'distribution': {'kind': 'beta', 'mean': 0.8, 'sd': 0.1}}]},
]

if __name__ == '__main__':
    for d in DISTRIBUTIONS:
        of = law(d)
        name = json.dumps(d)
        for p in PROBABILITIES:
            print(f'{name}\t{p!r}\t{nstr(of.quantile(p), 20)}', flush=True)
        print(f'{name}\tmean\t{nstr(of.mean, 20)}')
        print(f'{name}\tvariance\t{nstr(of.variance, 20)}')
