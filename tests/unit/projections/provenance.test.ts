import { expect, it } from 'vitest';
import { measures } from '../../../src/engine/measures.ts';
import { listMeasures } from '../../../src/projections/list-measures.ts';
import { provenance } from '../../../src/projections/provenance.ts';
import { medianOf, runOf, scenarioOf } from './runs.ts';

it('provenance names what makes a run again', () => {
  const run = runOf();
  expect(provenance({ run })).toEqual({
    version: run.version,
    sampling: 'random',
    seed: 'projections',
    draws: 64,
    fingerprint: run.fingerprint,
  });
  expect(provenance({ run: medianOf() })).toMatchObject({ sampling: 'median', seed: null, draws: 1 });
});

it('fingerprints tell scenarios apart, and seeds do not enter them', () => {
  const { fingerprint } = provenance({ run: runOf() });
  expect(provenance({ run: runOf(scenarioOf(), 'another') }).fingerprint).toBe(fingerprint);
  expect(provenance({ run: runOf(scenarioOf({ advisories: [] })) }).fingerprint).not.toBe(fingerprint);
});

it('listMeasures lists every measure by name', () => {
  const listed = listMeasures();
  expect(listed.map(({ name }) => name)).toEqual(Object.keys(measures));
  expect(listed.find(({ name }) => name === 'waiting')).toEqual({ name: 'waiting', ...measures.waiting });
});
