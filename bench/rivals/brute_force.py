"""The model in NumPy, as its users write such things: a loop over days, each step on the vector of all draws.

    brute_force.py DRAWS FLOWS REPETITIONS SEED LENGTH,LENGTH,...      (lengths of the months in days)

One advisory for each flow, lead times of two geometric lags; the inputs are those of same-work.ts. Prints the
processor seconds of each repetition, then the 5%, 50% and 95% points of the loss in the last one.
"""

import sys
import time

import numpy as np

LAGS = ((0.6, 1 / 21), (0.4, 1 / 61))
DAILY_ARRIVALS = 7.4e6 / 365
ONSET = 14
STEP = 0.5 ** (1 / 3)


def lognormal(random, sigma, draws):
    """Mean 1, given the standard deviation of the logarithm."""
    return random.lognormal(-sigma * sigma / 2, sigma, draws)


def share_of_a_day(half_life):
    return 1 - np.exp2(-1 / half_life)


def carry_flow(random, draws, lengths, arrivals, cancellations):
    """One flow through its months; returns the loss by draw."""
    suppression = random.beta(8, 6, draws)
    cancellation = random.beta(4, 8, draws)
    duration = 300 * lognormal(random, np.sqrt(np.log1p(0.36)), draws)
    end = ONSET + np.floor(duration + 0.5)
    awareness = share_of_a_day(random.uniform(1, 7, draws))
    recovery = share_of_a_day(random.gamma(16 / 3, 11.25, draws))
    spend = 277000 * lognormal(random, 0.08, draws)

    level = np.zeros(draws)
    left = np.ones(draws)
    late = [np.zeros(draws) for _ in LAGS]
    outstanding = [1.0 for _ in LAGS]
    lost = np.zeros(draws)
    day = 0
    for month, length in enumerate(lengths):
        going = np.zeros(draws)
        cancelled = np.zeros(draws)
        for day in range(day, day + length):
            if day < ONSET:
                going += 1
                continue
            outstanding = [share * (1 - p) for share, (_, p) in zip(outstanding, LAGS)]
            early = sum(weight * share for share, (weight, _) in zip(outstanding, LAGS))
            in_force = day < end
            gap = suppression * in_force - level
            level += gap * np.where(gap > 0, awareness, recovery)
            left[in_force] *= STEP
            hit = early * cancellation * (1 - left)
            going += early - hit
            cancelled += hit
            for k, (weight, p) in enumerate(LAGS):
                late[k] += p * (1 - level - late[k])
                going += weight * late[k]
        day += 1
        daily = DAILY_ARRIVALS * lognormal(random, 0.05, draws)
        arrivals[month] = daily * going
        cancellations[month] = daily * cancelled
        lost += daily * length - arrivals[month]
    return lost * spend


def main():
    draws, flows, repetitions, seed = (int(word) for word in sys.argv[1:5])
    lengths = [int(word) for word in sys.argv[5].split(",")]
    arrivals = np.empty((flows, len(lengths), draws))
    cancellations = np.empty_like(arrivals)
    seconds = []
    for repetition in range(repetitions):
        begun = time.process_time()
        random = np.random.default_rng(seed + repetition)
        loss = sum(carry_flow(random, draws, lengths, arrivals[f], cancellations[f]) for f in range(flows))
        seconds.append(time.process_time() - begun)
    print(*seconds)
    print(*np.quantile(loss, [0.05, 0.5, 0.95]))


main()
