import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEconomy } from '../../src/economy/check-economy.ts';
import { readImpact } from '../../src/economy/read-impact.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Run } from '../../src/engine/types.ts';
import { renderIssue } from '../../src/errors.ts';
import { checkScenario } from '../../src/scenario/check-scenario.ts';
import { fingerprint } from '../../src/scenario/fingerprint.ts';
import { listQuantities } from '../../src/scenario/list-quantities.ts';
import { categoriesOf } from '../../src/scenario/order.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { validScenario } from '../support/scenario-arbitrary.ts';
import { anyValue, mutatedScenario } from '../support/scenario-mutations.ts';

/** Throws with what is wrong. */
function accepted(value: unknown): Scenario {
  const result = checkScenario(value);
  if (!result.ok) throw new Error(result.issues.map(renderIssue).join('\n'));
  return result.scenario;
}

/** Any value gets issues that can be read, or is a scenario that simulates to finite numbers, is plain JSON and stays accepted. */
function checkAnswer(value: unknown, thorough: boolean): boolean {
  const result = checkScenario(value);
  const hasEconomy = typeof value === 'object' && value !== null && 'economy' in value;
  const deep = hasEconomy ? checkScenario(value, { economy: checkEconomy }) : result;
  if (deep.ok && !result.ok) throw new Error('the check of the economy takes issues away');
  for (const checked of new Set([result, deep])) {
    if (checked.ok) continue;
    if (checked.issues.length === 0) throw new Error('refused without an issue');
    for (const { code, path, message } of checked.issues) {
      if (code === 'no-effect' || code === 'nearest-correlation') throw new Error(`${code} is a warning`);
      if (message === '' || message.includes('Invalid')) throw new Error(`no message at ${path}: ${message}`);
    }
  }
  if (!result.ok) return false;
  const run = simulate({ scenario: result.scenario, seed: 'fuzz', draws: 2 });
  for (const [name, panel] of run.panels) {
    if (!panel.every(Number.isFinite)) throw new Error(`${name} is not finite`);
  }
  if (deep.ok && result.scenario.economy !== undefined) checkImpact(run);
  if (!thorough) return true;
  const text = JSON.stringify(result.scenario);
  if (JSON.stringify(accepted(JSON.parse(text))) !== text) throw new Error('no round trip');
  const names = listQuantities(resolveScenario(result.scenario)).map(({ name }) => name);
  if (names.length === 0) throw new Error('no quantities');
  return true;
}

/** An economy that is accepted gives finite impact, whatever its categories. */
function checkImpact(run: Run): void {
  const { economy, flows } = run.scenario;
  if (economy === null || economy.kind === 'published') return;
  const profile = economy.kind === 'japan-2015' ? 'all' : { products: { [economy.table.sectors[0]!]: 1 } };
  const categories = flows.flatMap(categoriesOf);
  const spending = Object.fromEntries(categories.map((category) => [category, profile]));
  for (const { key, values } of readImpact({ run, by: 'layer', spending })) {
    if (!values.every(Number.isFinite)) throw new Error(`impact of ${key.layer} is not finite`);
  }
}

describe('checkScenario', () => {
  it('accepts every valid scenario, unchanged', () => {
    fc.assert(
      fc.property(validScenario(), (scenario) => {
        expect(accepted(scenario)).toEqual(scenario);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('answers 70,000 arbitrary values', () => {
    fc.assert(
      fc.property(anyValue(), (value) => {
        expect(checkAnswer(value, true)).toBe(false);
      }),
      { numRuns: 70_000, seed: 4 },
    );
  });

  it.each([
    { runs: 6_000, numbersOnly: true },
    { runs: 3_000, numbersOnly: false },
  ])('answers $runs spoilt scenarios (numbers only: $numbersOnly)', ({ runs, numbersOnly }) => {
    const answers = { accepted: 0, refused: 0 };
    const spoilt = mutatedScenario({ numbersOnly, maxFlows: 2, maxAdvisories: 1, maxMonths: 2 });
    fc.assert(
      fc.property(spoilt, (value) => {
        if (checkAnswer(value, answers.accepted % 10 === 0)) answers.accepted += 1;
        else answers.refused += 1;
      }),
      { numRuns: runs, seed: 5 },
    );
    // The generator is of use only where both happen often.
    expect(Math.min(answers.accepted, answers.refused)).toBeGreaterThan(runs / 5);
  });
});

describe('resolveScenario', () => {
  it('gives every quantity one name, whatever the scenario', () => {
    fc.assert(
      fc.property(validScenario(), (scenario) => {
        const quantities = listQuantities(resolveScenario(scenario));
        const byName = new Map(quantities.map((quantity) => [quantity.name, quantity]));
        expect(byName.size).toBe(quantities.length);
        // One place has one name, but for what is drawn anew for each month or visit.
        const places = quantities.filter(({ path }) => !/\.(noise|leadTime|sojourn|next)$/.test(path));
        expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('does not change names or quantities when flows and advisories change places', () => {
    const byName = (scenario: Scenario) =>
      new Map(
        listQuantities(resolveScenario(scenario)).map(({ name, quantity, unit }) => [
          name,
          { quantity, unit },
        ]),
      );
    fc.assert(
      fc.property(validScenario(), (scenario) => {
        const turned = {
          ...scenario,
          flows: [...scenario.flows].reverse(),
          advisories: [...scenario.advisories].reverse(),
        };
        expect(byName(turned)).toEqual(byName(scenario));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('leaves nothing out: no entry is undefined', () => {
    const holes = (value: unknown): boolean =>
      value === undefined ||
      (typeof value === 'object' && value !== null && Object.values(value).some(holes));
    fc.assert(
      fc.property(validScenario(), (scenario) => !holes(resolveScenario(scenario))),
      { numRuns: 300, seed: 8 },
    );
  });
});

describe('fingerprint', () => {
  it('is the same after a round trip through JSON', () => {
    fc.assert(
      fc.property(
        validScenario(),
        (scenario) => fingerprint(JSON.parse(JSON.stringify(scenario))) === fingerprint(scenario),
      ),
      { numRuns: 200, seed: 9 },
    );
  });
});
