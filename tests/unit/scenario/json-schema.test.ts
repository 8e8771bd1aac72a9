import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSchema, scenarioJsonSchema, schemaFile } from '../../../scripts/generate-schema.ts';
import type { IssueCode } from '../../../src/errors.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import { codesBeyondJsonSchema } from '../../../src/scenario/json-schema-limits.ts';
import { validScenario } from '../../support/scenario-arbitrary.ts';
import { mutatedScenario } from '../../support/scenario-mutations.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const accepts = new Ajv2020({ strict: true, strictRequired: false }).compile(scenarioJsonSchema());
const flow = smallScenario.flows[0]!;
const advisory = smallScenario.advisories[0]!;
const effect = advisory.effects[0]!;
const withFlow = (changes: object): unknown => ({ ...smallScenario, flows: [{ ...flow, ...changes }] });
const withEffects = (effects: readonly object[]): unknown => ({
  ...smallScenario,
  advisories: [{ ...advisory, effects }],
});

describe('schema.json', () => {
  it('is up to date: npx tsx scripts/generate-schema.ts', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(renderSchema());
  });

  it('accepts every valid scenario', () => {
    fc.assert(
      fc.property(validScenario(), (scenario) => {
        if (!accepts(scenario)) throw new Error(JSON.stringify(accepts.errors?.slice(0, 5)));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('refuses nothing that the check accepts, and all that is wrong in type, by an unknown key or a missing one', () => {
    const expressed = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(mutatedScenario({ maxFlows: 1, maxAdvisories: 1, maxMonths: 2 }), (value) => {
        // JSON has neither undefined nor NaN: what is written is what an editor would see.
        const document: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
        const result = checkScenario(document);
        const accepted = accepts(document);
        if (result.ok) {
          expressed.accepted += 1;
          if (!accepted) throw new Error(JSON.stringify(accepts.errors?.slice(0, 5)));
        } else if (result.issues.some(({ code }) => !codesBeyondJsonSchema.includes(code))) {
          expressed.refused += 1;
          if (accepted) throw new Error(JSON.stringify(result.issues.slice(0, 5)));
        }
      }),
      { numRuns: 3000, seed: 2 },
    );
    expect(Math.min(expressed.accepted, expressed.refused)).toBeGreaterThan(200);
  });

  const beyond: Readonly<Partial<Record<IssueCode, unknown>>> = {
    domain: withFlow({ nights: { kind: 'normal', mean: 6, sd: 1 } }),
    format: { ...smallScenario, advisories: [{ ...advisory, onset: { date: '2025-02-30' } }] },
    duplicate: { ...smallScenario, flows: [flow, flow], advisories: [] },
    'unknown-name': withEffects([{ ...effect, on: { origin: 'KOR' } }]),
    sum: withFlow({ regions: { Tokyo: 0.5 } }),
    length: withFlow({ lastYear: [1] }),
    parameters: withFlow({ nights: { kind: 'uniform', low: 2, high: 1 } }),
    conflict: withEffects([effect, { ...effect, id: 'two' }]),
    size: withFlow({ nights: { kind: 'gamma', mean: 1e12, sd: 1e10 } }),
  };

  it.each([...codesBeyondJsonSchema])('cannot express all of %s', (code) => {
    const value = beyond[code];
    expect(accepts(value)).toBe(true);
    const result = checkScenario(value);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });
});
