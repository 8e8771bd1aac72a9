import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { renderIssue } from '../../../src/errors.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import { smallScenario } from '../../support/small-scenario.ts';

function issuesOf(value: unknown): string[] {
  const result = checkScenario(value);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} | ${renderIssue(issue)}`);
}

const flow = smallScenario.flows[0]!;
const withFlow = (changes: object): unknown => ({ ...smallScenario, flows: [{ ...flow, ...changes }] });

describe('values that are not JSON', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'type | expected a scenario, an object, received nothing'],
    ['null', null, 'type | expected a scenario, an object, received null'],
    ['a function', () => smallScenario, 'type | expected a scenario, an object, received a function'],
    ['a symbol', Symbol('x'), 'type | expected a scenario, an object, received a symbol'],
    ['a bigint', 1n, 'type | expected a scenario, an object, received a bigint'],
    ['a list', [smallScenario], 'type | expected a scenario, an object, received an array of 1'],
    [
      'a date',
      new Date(0),
      'type | is an instance of a class; a scenario is JSON data: plain objects and arrays',
    ],
    [
      'a map',
      withFlow({ regions: new Map([['Tokyo', 1]]) }),
      'type | flows[0].regions: is an instance of a class; a scenario is JSON data: plain objects and arrays',
    ],
    [
      'a typed array',
      withFlow({ lastYear: new Float64Array(3) }),
      'type | flows[0].lastYear: is an instance of a class; a scenario is JSON data: plain objects and arrays',
    ],
    [
      'a boxed number',
      withFlow({ nights: Object(3) }),
      'type | flows[0].nights: is an instance of a class; a scenario is JSON data: plain objects and arrays',
    ],
  ])('refuses %s', (_, value, line) => expect(issuesOf(value)).toEqual([line]));

  it('runs no getter', () => {
    let calls = 0;
    const value = { ...smallScenario };
    Object.defineProperty(value, 'title', {
      enumerable: true,
      get: () => {
        calls += 1;
        return 'title';
      },
    });
    expect(issuesOf(value)).toEqual(['type | title: is computed by a getter; a scenario is JSON data']);
    expect(calls).toBe(0);
  });

  it('takes undefined entries for absent, and no others', () => {
    const result = checkScenario({ ...(withFlow({ nights: undefined }) as object), gdp: undefined });
    expect(result).toEqual({ ok: true, scenario: smallScenario, warnings: [] });
    if (result.ok) expect(Object.keys(result.scenario)).not.toContain('gdp');
    expect(issuesOf(withFlow({ spend: undefined }))).toEqual(['missing | flows[0].spend: is missing']);
    expect(issuesOf(withFlow({ lastYear: [1, undefined, 2] }))).toEqual([
      'type | flows[0].lastYear[1]: expected a number, received nothing',
    ]);
  });

  it('refuses holes', () => {
    const sparse: unknown[] = [1, 2];
    sparse[3] = 3;
    sparse.splice(0, 1);
    expect(issuesOf(withFlow({ lastYear: sparse }))).toEqual([
      'type | flows[0].lastYear[1]: expected a number, received nothing',
    ]);
    expect(issuesOf(withFlow({ lastYear: new Array(4_000_000_000) }))).toEqual([
      'size | flows[0].lastYear: has 4000000000 entries; at most 10000 are allowed',
    ]);
  });

  it('refuses what contains itself', () => {
    const round: Record<string, unknown> = { kind: 'truncated', low: 0 };
    round.of = round;
    expect(issuesOf(withFlow({ nights: round }))).toEqual([
      'type | flows[0].nights.of: contains itself; a scenario is JSON data',
    ]);
  });

  it('accepts one object in several places', () => {
    expect(checkScenario({ ...smallScenario, flows: [flow, { ...flow, id: 'b' }] }).ok).toBe(true);
  });

  it('refuses depths without end', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = { kind: 'truncated', of: deep };
    expect(issuesOf(withFlow({ nights: deep }))).toEqual([
      expect.stringMatching(/^size \| flows\[0\]\.nights(\.of)+: is nested deeper than 40 levels$/),
    ]);
    expect(issuesOf(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))[0]).toMatch(/^size /);
  });

  it('refuses what multiplies without end', () => {
    let wide: unknown = 1;
    for (let level = 0; level < 8; level += 1) wide = Array.from({ length: 100 }, () => wide);
    expect(issuesOf(withFlow({ nights: wide }))).toEqual(['size | holds more than 2000000 values']);
  });

  it('survives proxies that throw', () => {
    const trap = (): never => {
      throw new Error('no');
    };
    const hostile = new Proxy({}, { ownKeys: trap, getPrototypeOf: trap, get: trap });
    expect(issuesOf(withFlow({ nights: hostile }))).toEqual([
      'type | cannot be read; a scenario is JSON data',
    ]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(issuesOf(proxy)).toEqual(['type | cannot be read; a scenario is JSON data']);
  });

  it('leaves prototypes alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const text = JSON.stringify(smallScenario).replace('{', '{"__proto__":{"polluted":1},');
    expect(issuesOf(JSON.parse(text))).toEqual([
      'unknown-key | __proto__: the name "__proto__" is not allowed',
    ]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('does not take inherited entries for written ones', () => {
    const heir = Object.create({ ...smallScenario });
    expect(issuesOf(heir)[0]).toMatch(/^type \| is an instance of a class/);
    expect(checkScenario(Object.assign(Object.create(null), smallScenario)).ok).toBe(true);
  });

  it('accepts plain objects of another realm', () => {
    const foreign: unknown = runInContext(`(${JSON.stringify(smallScenario)})`, createContext({}));
    expect(checkScenario(foreign)).toEqual({ ok: true, scenario: smallScenario, warnings: [] });
  });

  it('does not mind what is frozen, nor freezes', () => {
    const frozen = Object.freeze({ ...smallScenario, flows: Object.freeze([Object.freeze({ ...flow })]) });
    const result = checkScenario(frozen);
    expect(result.ok && Object.isFrozen(result.scenario.flows)).toBe(false);
    expect(result.ok).toBe(true);
  });

  it('writes -0 as 0, as JSON does', () => {
    const result = checkScenario(withFlow({ nights: -0 }));
    expect(result.ok && Object.is(result.scenario.flows[0]!.nights, 0)).toBe(true);
  });
});
