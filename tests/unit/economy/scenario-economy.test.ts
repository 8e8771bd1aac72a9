import { expect, test } from 'vitest';
import {
  checkEconomy,
  economyAssumptions,
  japan2015,
  projectImpact,
  readImpact,
} from '../../../src/economy/index.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { renderIssue, ScenarioError } from '../../../src/errors.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import type { Economy, InputOutputEconomy } from '../../../src/scenario/economy.ts';
import { parseScenario } from '../../../src/scenario/parse-scenario.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { read } from '../../support/repository.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const text = read('examples/18-whole-scenario.json');
const whole = parseScenario(JSON.parse(text), { economy: checkEconomy });
const economy: Economy = { kind: 'japan-2015', consumptionShare: 0.55 };

/** Issues of the file after some text in it is replaced. */
function issuesOf(right: string, wrong: string, options: Parameters<typeof checkScenario>[1]): string[] {
  expect(text.split(right)).toHaveLength(2);
  const checked = checkScenario(JSON.parse(text.replace(right, wrong)), options);
  return checked.ok ? [] : checked.issues.map(renderIssue);
}

test('a file with dispute and economy is accepted as it is, by both doors', () => {
  expect(whole).toEqual(JSON.parse(text));
  expect(checkScenario(JSON.parse(text))).toMatchObject({ ok: true, scenario: whole, warnings: [] });
});

// One slip for each part of the file, those of shape and those of meaning.
test.each([
  ['"EUR", "year": 2026', '"EUR", "year": 1026', 'prices.year: must be a year'],
  ['"2026-01-01"', '"2026-01-02"', 'calendar.start: 2026-01-02 is not the first of a month'],
  ['"tuition": 6000', '"tuition": -6000', 'flows[1].spend.tuition: -6000'],
  ['"retention": [0.9,', '"retention": [90,', 'flows[1].stay.retention[0]: 90'],
  ['"date": "2026-10-01"', '"date": "2026-14-01"', 'flows[1].baseline.events[1].date: '],
  ['"stage": "advice" },', '"stage": "advise" },', 'dispute.start.stage: no stage has the id "advise"'],
  ['"next": [{ "to": "easing", "weight": 1 }]', '"nxt": 1', 'dispute.stages[1].nxt: unknown key'],
  ['"from": "advice", "to": "stop"', '"from": "advice", "to": "s"', 'dispute.events[0].hazards[1].to: '],
  [
    '"kind": "input-output"',
    '"kind": "input"',
    'economy.kind: "input" is none of input-output, published, japan-2015',
  ],
  ['"output": [800', '"output": ["800"', 'economy.table.output[0]: expected a number, received "800"'],
  ['"jobs": {', '"job": {', 'economy.table.job: unknown key; did you mean "jobs"?'],
  ['"one-round"', '"half"', 'economy.closure: expected "none", "one-round" or "full"'],
  ['"low": 1.06', '"lwo": 1.06', 'economy.priceLevels[0].level.lwo: unknown key'],
])('%s for %s is named with its path by either check', (right, wrong, issue) => {
  for (const options of [{}, { economy: checkEconomy }]) {
    expect(issuesOf(right, wrong, options).join('\n')).toContain(issue);
  }
});

test.each([
  ['[90, 40, 150]', '[90, 40]', 'economy.table.transactions[1]: has 2 entries; there are 3 sectors'],
  [
    '[210, 160, 1400]',
    '[910, 160, 1400]',
    'economy.table.transactions: the inputs of "hospitality" (column 0)',
  ],
  [
    '"income": ["compensation"]',
    '"income": ["wages"]',
    'economy.table.income[0]: "wages" is no row of valueAdded',
  ],
  ['"income": 2480', '"income": 1480', 'economy.table.households.income: 1480'],
  ['"spending": [0, 0.05, 0.3]', '"spending": [0, 5, 0.3]', 'economy.table.imports.spending[1]: 5'],
  ['"low": 0.9,', '"low": -0.9,', 'economy.inputs: '],
  ['"low": 1.06', '"low": 1.26', 'economy.priceLevels[0].level'],
  ['"trade": 0.2 }', '"trades": 0.2 }', 'economy.spending.shopping.products.trades: "trades" is no sector'],
  [
    '"margins": { "trade": 0.3 }',
    '"margins": { "trade": 30 }',
    'economy.spending.shopping.margins.trade: 30',
  ],
])('%s for %s is named with its path by the check that is given', (right, wrong, issue) => {
  const issues = issuesOf(right, wrong, { economy: checkEconomy });
  expect(issues.join('\n')).toContain(issue);
  expect(issues.every((one) => one.startsWith('economy.'))).toBe(true);
});

test('errors of meaning that the check was not asked for come to light, with the same path, where the economy is used', () => {
  const scenario = parseScenario({ ...smallScenario, economy: { kind: 'japan-2015', consumptionShare: 60 } });
  const run = simulate({ scenario, seed: 1, draws: 2 });
  const message = 'economy.consumptionShare: 60 is outside [0, 1]: it must be a share; did you mean 0.6?';
  expect(() => projectImpact({ run })).toThrow(ScenarioError);
  expect(() => projectImpact({ run })).toThrow(message);
  expect(() => parseScenario(scenario, { economy: checkEconomy })).toThrow(message);
});

test('one round names errors in every part, an unsound table or not', () => {
  const spoilt = JSON.parse(text) as { economy: { table: { output: number[] }; spending: object } };
  spoilt.economy.table.output[1] = -1;
  Object.assign(spoilt.economy.spending, { golf: { products: { green: 1 } } });
  Object.assign(spoilt.economy, { jobsPerOutput: -2 });
  const checked = checkScenario({ ...spoilt, gdp: -5, dispute: {} }, { economy: checkEconomy });
  const paths = checked.ok ? [] : checked.issues.map(({ path }) => path);
  for (const path of [
    'gdp',
    'dispute.start',
    'economy.table.output[1]',
    'economy.spending.golf.products.green',
    'economy.jobsPerOutput',
  ]) {
    expect(paths).toContain(path);
  }
});

test('a category that has no profile is a warning', () => {
  const { lodging: _, ...spending } = (whole.economy as { spending: Record<string, object> }).spending;
  const checked = checkScenario(
    { ...whole, economy: { ...whole.economy, spending } },
    { economy: checkEconomy },
  );
  expect(checked.ok && checked.warnings).toEqual([
    {
      code: 'unknown-name',
      path: 'economy.spending',
      message: 'has no profile for "lodging", in which flows spend',
    },
  ]);
});

test.each([
  [{ priceLevels: [] }, 'economy.priceLevels: has no level of 2026, the year of the scenario’s prices'],
  [
    { table: { prices: { currency: 'USD', year: 2022 } } },
    'economy.exchange: has no rate of 2026 for one EUR, the scenario’s currency',
  ],
  [
    { priceLevels: [{ year: 2026, level: 109 }] },
    'economy.priceLevels[0].level: 109: prices of 2026 would be so many times those of 2022, whose level is 1; did you mean 1.09?',
  ],
])('prices that do not meet are a warning: %o', (changes, warning) => {
  const own = whole.economy as InputOutputEconomy;
  const table = { ...own.table, ...('table' in changes ? changes.table : {}) };
  const checked = checkScenario(
    { ...whole, economy: { ...own, ...changes, table } },
    { economy: checkEconomy },
  );
  expect(checked.ok && checked.warnings.map(renderIssue).join('\n')).toContain(warning.replace('’', "'"));
  // Jobs alone are counted at the prices of the table.
  const { jobs: _, ...without } = table;
  const money = checkScenario(
    { ...whole, economy: { ...own, table: without, priceLevels: [] } },
    { economy: checkEconomy },
  );
  expect(money.ok && money.warnings).toEqual([]);
});

test('what cannot be read is said once', () => {
  const hidden = Object.defineProperty({ kind: 'japan-2015' }, 'closure', {
    enumerable: true,
    get: () => 'none',
  });
  const checked = checkScenario({ ...smallScenario, economy: hidden }, { economy: checkEconomy });
  expect(checked.ok ? [] : checked.issues.map(({ path }) => path)).toEqual(['economy.closure']);
});

test('options that are none are refused', () => {
  const misuse = checkScenario as (value: unknown, options: unknown) => unknown;
  expect(() => misuse(smallScenario, 1)).toThrow(TypeError);
  expect(() => misuse(smallScenario, { economie: checkEconomy })).toThrow(/did you mean "economy"/);
  expect(() => misuse(smallScenario, { economy: true })).toThrow('economy: expected checkEconomy');
});

test('impact is of the scenario’s economy unless another is given', () => {
  const asked = { what: 'valueAdded', by: 'layer' } as const;
  const withOwn = simulate({ scenario: { ...smallScenario, economy }, seed: 7, draws: 64 });
  const without = simulate({ scenario: smallScenario, seed: 7, draws: 64 });
  const own = projectImpact({ ...asked, run: withOwn });
  expect(own.rows).toEqual(projectImpact({ ...asked, run: without, economy }).rows);
  const other = projectImpact({ ...asked, run: withOwn, economy: japan2015({ consumptionShare: 0.7 }) });
  expect(other.rows[2]!.mean).toBeGreaterThan(own.rows[2]!.mean);
  expect([...readImpact({ ...asked, run: withOwn })].map(({ key }) => key.layer)).toEqual([
    'direct',
    'indirect',
    'induced',
  ]);
  expect(() => projectImpact({ run: without })).toThrow(
    "economy: expected an economy, since the run's scenario has none",
  );
});

test('an economy moves no draw; the fingerprint stands for it as for the rest', () => {
  const scenario: Scenario = { ...smallScenario, economy };
  const bare = simulate({ scenario: smallScenario, seed: 7, draws: 32 });
  const one = simulate({ scenario, seed: 7, draws: 32 });
  const other = simulate({ scenario: { ...scenario, economy: { kind: 'japan-2015' } }, seed: 7, draws: 32 });
  expect(one.panels).toEqual(bare.panels);
  expect(other.panels).toEqual(bare.panels);
  expect(new Set([bare, one, other].map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(economyAssumptions({ economy }).map(({ path }) => path)).toContain('economy.consumptionShare');
});
