import { describe, expect, test } from 'vitest';
import type { DisputePath } from '../../src/engine/dispute-path.ts';
import { walkDraws } from '../../src/engine/given.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Run } from '../../src/engine/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { disputeScenario, exponential } from '../support/dispute-scenario.ts';

/** Sampled disputes against their closed forms. A check is a score in standard errors; each is shown to see a fault. */
const DRAWS = 4000;
/** About one in 16,000 either way. */
const TOO_FAR = 4;

const run = (scenario: Scenario, draws = DRAWS): Run => simulate({ scenario, seed: 'closed forms', draws });

/** Share of the draws in which the dispute is in a stage at the middle of a day: visits begin on the nearest day. */
function shareIn(made: Run, stage: string, day: number): number {
  const place = made.plan.dispute!.stages.findIndex(({ id }) => id === stage);
  let count = 0;
  walkDraws(made, (path) => {
    if (stageOn(path, day) === place) count += 1;
  });
  return count / made.draws;
}

function stageOn(path: DisputePath, day: number): number {
  let stage = -1;
  for (let v = 0; v < path.count && path.day[v]! <= day; v++) stage = path.stage[v]!;
  return stage;
}

/** Days in a stage, on average, with the standard error. */
function daysIn(made: Run, stage: string): { mean: number; error: number } {
  const place = made.plan.dispute!.stages.findIndex(({ id }) => id === stage);
  const days: number[] = [];
  walkDraws(made, (path) => {
    let sum = 0;
    for (let v = 0; v < path.count; v++) {
      if (path.stage[v] === place) sum += path.day[v + 1]! - path.day[v]!;
    }
    days.push(sum);
  });
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  const variance = days.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (days.length - 1);
  return { mean, error: Math.sqrt(variance / days.length) };
}

/** Distance of a share of the draws from its probability, in standard errors. */
function score(share: number, probability: number): number {
  return Math.abs(share - probability) / Math.sqrt((probability * (1 - probability)) / DRAWS);
}

describe('a chain of exponential stays', () => {
  const [a, b] = [1 / 40, 1 / 25];
  const made = run(
    disputeScenario([
      { id: 'first', sojourn: exponential(40), next: [{ to: 'second', weight: 1 }] },
      { id: 'second', sojourn: exponential(25), next: [{ to: 'last', weight: 1 }] },
      { id: 'last' },
    ]),
  );
  const probabilities = (t: number, rate = a): readonly [number, number, number] => {
    const first = Math.exp(-rate * t);
    const second = (rate / (b - rate)) * (Math.exp(-rate * t) - Math.exp(-b * t));
    return [first, second, 1 - first - second];
  };

  test.each([5, 20, 60, 120, 250])('is in each stage as often as it should be on day %i', (day) => {
    const expected = probabilities(day + 0.5);
    for (const [place, stage] of ['first', 'second', 'last'].entries()) {
      expect(score(shareIn(made, stage, day), expected[place]!), stage).toBeLessThan(TOO_FAR);
    }
  });

  test('which a stay an eighth longer would not be', () => {
    expect(score(shareIn(made, 'first', 60), probabilities(60.5, 1 / 45)[0])).toBeGreaterThan(TOO_FAR);
  });

  test('is absorbed after 65 days on average', () => {
    const [first, second] = [daysIn(made, 'first'), daysIn(made, 'second')];
    // What lies past the horizon of 365 days is cut off: the closed form of the mean up to T.
    const T = 365;
    const expectedFirst = 40 * (1 - Math.exp(-a * T));
    const expectedSecond = (a / (b - a)) * ((1 - Math.exp(-a * T)) / a - (1 - Math.exp(-b * T)) / b);
    expect(Math.abs(first.mean - expectedFirst) / first.error).toBeLessThan(TOO_FAR);
    expect(Math.abs(second.mean - expectedSecond) / second.error).toBeLessThan(TOO_FAR);
    expect(expectedFirst + expectedSecond).toBeCloseTo(65, 1);
    expect(Math.abs(first.mean - 45) / first.error).toBeGreaterThan(TOO_FAR);
  });
});

describe('a ring of two exponential stays', () => {
  const [a, b] = [1 / 60, 1 / 90];
  const made = run(
    disputeScenario([
      { id: 'in', sojourn: exponential(60), next: [{ to: 'out', weight: 1 }] },
      { id: 'out', sojourn: exponential(90), next: [{ to: 'in', weight: 1 }] },
    ]),
  );
  const probability = (t: number): number => (b + a * Math.exp(-(a + b) * t)) / (a + b);

  test.each([10, 45, 100, 300])('on day %i', (day) => {
    expect(score(shareIn(made, 'in', day), probability(day + 0.5))).toBeLessThan(TOO_FAR);
  });

  test('which one stay alone would not be', () => {
    expect(score(shareIn(made, 'in', 100), Math.exp(-a * 100.5))).toBeGreaterThan(TOO_FAR);
  });
});

test('visits again and again: the geometric number of them times the mean stay', () => {
  const made = run(
    disputeScenario(
      [
        {
          id: 'tension',
          sojourn: { kind: 'lognormal', mean: 20, sd: 15 },
          next: [{ to: 'talks', weight: 1 }],
        },
        {
          id: 'talks',
          sojourn: 10,
          next: [
            { to: 'tension', weight: 0.4 },
            { to: 'peace', weight: 0.6 },
          ],
        },
        { id: 'peace' },
      ],
      { months: 36 },
    ),
  );
  const { mean, error } = daysIn(made, 'tension');
  // 1 / 0.6 visits; at 36 months next to nothing is cut off.
  expect(Math.abs(mean - 20 / 0.6) / error).toBeLessThan(TOO_FAR);
  expect(Math.abs(mean - 20 / 0.7) / error).toBeGreaterThan(TOO_FAR);
});

describe('events as factors on hazards', () => {
  // Erlang of shape 2 and mean 60: S(t) = (1 + t / 30) e^(-t / 30).
  const erlang = { kind: 'gamma', mean: 60, sd: 60 / Math.SQRT2 } as const;
  const alive = (t: number): number => (1 + t / 30) * Math.exp(-t / 30);
  const stages = [
    {
      id: 'dispute',
      sojourn: erlang,
      next: [
        { to: 'easing', weight: 1 },
        { to: 'escalation', weight: 1 },
      ],
    },
    { id: 'easing' },
    { id: 'escalation' },
  ];
  const hasten = { id: 'talks', date: '2026-01-31', hazards: [{ to: 'easing', factor: 3 }] };
  /** Easing three times, so leaving twice as likely on any day from day 30 on. */
  const survival = (t: number): number => (t <= 30 ? alive(t) : (alive(t) / alive(30)) ** 2 * alive(30));

  test.each([15, 40, 80, 130])('who is still there on day %i', (day) => {
    const made = run(disputeScenario(stages, { events: [hasten] }));
    expect(score(shareIn(made, 'dispute', day), survival(day + 0.5))).toBeLessThan(TOO_FAR);
  });

  test('who went where', () => {
    const made = run(disputeScenario(stages, { events: [hasten] }));
    const leftBefore = 1 - alive(30);
    const easing = (leftBefore * 1) / 2 + ((1 - leftBefore) * 3) / 4;
    // On the last day of a year hardly anybody is left in the dispute.
    expect(survival(364.5)).toBeLessThan(1e-5);
    expect(score(shareIn(made, 'easing', 364), easing)).toBeLessThan(TOO_FAR);
    expect(score(shareIn(made, 'easing', 364), 1 / 2)).toBeGreaterThan(TOO_FAR);
    expect(score(shareIn(made, 'dispute', 80), alive(80.5))).toBeGreaterThan(TOO_FAR);
  });

  test('for a time, and perhaps', () => {
    const event = { ...hasten, duration: 20, probability: { kind: 'beta', mean: 0.5, sd: 0.2 } as const };
    const made = run(disputeScenario(stages, { events: [event] }));
    const hastened = (t: number): number => (alive(50) / alive(30)) ** 2 * alive(30) * (alive(t) / alive(50));
    const expected = (alive(80.5) + hastened(80.5)) / 2;
    expect(score(shareIn(made, 'dispute', 80), expected)).toBeLessThan(TOO_FAR);
    expect(score(shareIn(made, 'dispute', 80), hastened(80.5))).toBeGreaterThan(TOO_FAR);
  });
});
