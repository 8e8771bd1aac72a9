import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprint } from '../../../src/scenario/fingerprint.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const flow = smallScenario.flows[0]!;

describe('fingerprint', () => {
  it('is the first half of the SHA-256 of the canonical JSON', () => {
    const titled = { ...smallScenario, title: 'Reise – 旅 😀' };
    const digest = createHash('sha256').update(canonicalJson(titled)).digest('hex');
    expect(fingerprint(titled)).toBe(digest.slice(0, 32));
  });

  it('does not depend on the order of keys nor on entries that are undefined', () => {
    const reversed = Object.fromEntries(Object.entries(smallScenario).reverse()) as typeof smallScenario;
    expect(fingerprint(reversed)).toBe(fingerprint(smallScenario));
    const withHole = Object.assign({}, smallScenario, { gdp: undefined });
    expect(fingerprint(withHole)).toBe(fingerprint(smallScenario));
    expect(fingerprint(JSON.parse(JSON.stringify(smallScenario)))).toBe(fingerprint(smallScenario));
  });

  it('changes with a value and with the order of flows', () => {
    const two = { ...smallScenario, flows: [flow, { ...flow, id: 'b' }] };
    const prints = [
      smallScenario,
      { ...smallScenario, title: '' },
      { ...smallScenario, calendar: { ...smallScenario.calendar, months: 4 } },
      two,
      { ...two, flows: [...two.flows].reverse() },
    ].map(fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('canonicalJson', () => {
  it('sorts keys and writes numbers as JSON does', () => {
    expect(canonicalJson({ b: [1e21, -0, 0.1, null], a: { z: 'ä"', y: true }, c: undefined })).toBe(
      '{"a":{"y":true,"z":"ä\\""},"b":[1e+21,0,0.1,null]}',
    );
  });
});
