import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/engine/replay.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import type { DisputeStage, Scenario } from '../../../src/scenario/types.ts';
import { bite, disputeScenario, exponential } from '../../support/dispute-scenario.ts';

const stagesOf = (scenario: Scenario, draw = 0): string[] =>
  replay({ scenario, seed: 'path', draw }).dispute!.stages.map(
    ({ stage, from, to }) => `${stage} ${from} ${to}`,
  );
const panels = (scenario: Scenario): number[][] =>
  [...simulate({ scenario, seed: 'path', draws: 40 }).panels.values()].map((panel) => [...panel]);

const held: DisputeStage = { id: 'held', effects: [bite], sojourn: 60, next: [{ to: 'over', weight: 1 }] };
const over: DisputeStage = { id: 'over' };

describe('the path of a dispute', () => {
  test('a stage that begins and ends is an advisory of that length', () => {
    const { dispute: _, ...scenario } = disputeScenario([held, over]);
    const duration = { kind: 'lognormal', mean: 60, sd: 40 } as const;
    const staged = disputeScenario([{ ...held, sojourn: { ...duration, sharedAs: 'length' } }, over], {
      start: { date: '2026-02-10', stage: 'held' },
    });
    const advised: Scenario = {
      ...scenario,
      advisories: [
        {
          id: 'held',
          onset: { date: '2026-02-10' },
          duration: { ...duration, sharedAs: 'length' },
          effects: [bite],
        },
      ],
    };
    // Stages are carried day by day, the advisory by its closed form.
    const [byDay, closed] = [panels(staged), panels(advised)];
    expect(byDay).toHaveLength(closed.length);
    byDay.forEach((panel, p) => {
      const largest = Math.max(...closed[p]!);
      panel.forEach((value, i) => {
        expect(Math.abs(value - closed[p]![i]!)).toBeLessThanOrEqual(1e-12 * largest);
      });
    });
  });

  test('stages follow one another without a gap, to the end of the horizon', () => {
    expect(stagesOf(disputeScenario([{ ...held, sojourn: 59.5 }, over]))).toEqual([
      'held 2026-01-01 2026-03-02',
      'over 2026-03-02 2027-01-01',
    ]);
  });

  test('a stay of less than half a day may have no day of its own, and cancels nothing', () => {
    const short = disputeScenario([{ ...held, sojourn: 0.4 }, over]);
    expect(stagesOf(short)).toEqual(['held 2026-01-01 2026-01-01', 'over 2026-01-01 2027-01-01']);
    const { dispute: _, ...calm } = short;
    expect(panels(short)).toEqual(panels(calm));
  });

  test('a dispute that begins after the horizon is none; one from before it has begun', () => {
    const later = disputeScenario([held, over], { start: { date: '2027-03-01', stage: 'held' } });
    expect(stagesOf(later)).toEqual([]);
    const before = disputeScenario([held, over], { start: { date: '2025-12-12', stage: 'held' } });
    expect(stagesOf(before)[0]).toBe('held 2025-12-12 2026-02-10');
  });

  test('a ring of stays of no length ends after a hundred visits', () => {
    const ring = disputeScenario([
      { id: 'a', sojourn: 0, next: [{ to: 'b', weight: 1 }] },
      { id: 'b', sojourn: 0, next: [{ to: 'a', weight: 1 }] },
    ]);
    const path = stagesOf(ring);
    expect(path).toHaveLength(100);
    expect(path[99]).toBe('b 2026-01-01 2027-01-01');
  });

  test('each visit has a draw of its own, the ninth that of the first', () => {
    const ring = disputeScenario(
      [
        { id: 'a', sojourn: exponential(20), next: [{ to: 'b', weight: 1 }] },
        { id: 'b', sojourn: 1, next: [{ to: 'a', weight: 1 }] },
      ],
      { months: 36 },
    );
    const { inputs, dispute } = replay({ scenario: ring, seed: 'path', draw: 3 });
    const visits = dispute!.stages.filter(({ stage }) => stage === 'a');
    const days = visits.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000);
    expect(visits.length).toBeGreaterThan(10);
    for (let visit = 0; visit < 10; visit++) {
      const drawn = inputs[`dispute/sojourn/a/${(visit % 8) + 1}`]!;
      expect(Math.abs(days[visit]! - drawn)).toBeLessThanOrEqual(1);
    }
    expect(new Set(days.slice(0, 8)).size).toBeGreaterThan(5);
  });

  test('where nothing leads back there is one draw for each stage', () => {
    const { inputs } = replay({ scenario: disputeScenario([held, over]), seed: 1, draw: 0 });
    expect(Object.keys(inputs).filter((name) => name.startsWith('dispute/'))).toEqual([
      'dispute/sojourn/held/1',
      'dispute/weight/held/over',
      ...['suppression', 'cancellation', 'awareness', 'cancelling', 'recovery', 'seat-cut'].map(
        (part) => `dispute/stage/held/effect/all/${part}`,
      ),
    ]);
  });
});

describe('events', () => {
  const other: DisputeStage = { id: 'other' };
  const events = [
    { id: 'turn', date: '2026-02-01', moves: { to: 'other' } },
    { id: 'too-late', date: '2026-03-01', moves: { from: 'held', to: 'over' } },
  ];

  test('move the dispute at once, from where they may', () => {
    const scenario = disputeScenario([held, over, other], { events });
    expect(stagesOf(scenario)).toEqual(['held 2026-01-01 2026-02-01', 'other 2026-02-01 2027-01-01']);
    expect(replay({ scenario, seed: 1, draw: 0 }).dispute!.events).toEqual([
      { id: 'turn', date: '2026-02-01' },
      { id: 'too-late', date: '2026-03-01' },
    ]);
  });

  test('of moves on one day all are made, in order of id', () => {
    const both = [
      { id: 'b', date: '2026-02-01', moves: { to: 'over' } },
      { id: 'a', date: '2026-02-01', moves: { to: 'other' } },
    ];
    expect(stagesOf(disputeScenario([held, over, other], { events: both }))).toEqual([
      'held 2026-01-01 2026-02-01',
      'other 2026-02-01 2026-02-01',
      'over 2026-02-01 2027-01-01',
    ]);
  });

  test('do not happen where their probability is 0, nor after the horizon', () => {
    const none = events.map((event) => ({ ...event, probability: 0 }));
    expect(stagesOf(disputeScenario([held, over, other], { events: none }))[0]).toBe(
      'held 2026-01-01 2026-03-02',
    );
    const late = disputeScenario([held, over], { events: [{ ...events[1]!, date: '2027-05-01' }] });
    expect(replay({ scenario: late, seed: 1, draw: 0 }).dispute!.events).toEqual([]);
  });

  test('a factor of 0 keeps the dispute where it is, for as long as it holds', () => {
    const hold = { id: 'hold', date: '2026-01-15', duration: 90, hazards: [{ from: 'held', factor: 0 }] };
    expect(stagesOf(disputeScenario([held, over], { events: [hold] }))).toEqual([
      'held 2026-01-01 2026-04-15',
      'over 2026-04-15 2027-01-01',
    ]);
  });
});

test('in the median case every stay has its median length, and chance turns out even', () => {
  const scenario = disputeScenario([{ ...held, sojourn: { kind: 'uniform', low: 20, high: 80 } }, over]);
  const run = medianCase({ scenario });
  expect(replay({ run, draw: 0 }).dispute!.stages[1]).toEqual({
    stage: 'over',
    from: '2026-02-20',
    to: '2027-01-01',
  });
});
