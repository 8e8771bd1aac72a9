import { medianCase } from '../engine/simulate.ts';
import type { Run } from '../engine/types.ts';
import { provenance } from '../projections/provenance.ts';
import { expectRun } from '../projections/question.ts';
import type { Provenance } from '../projections/types.ts';
import { digestBytes, toHex } from '../random/digest.ts';
import { simulate } from '../sampling/simulate.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';

/** Everything that it takes to repeat a run and to see whether it came out the same: plain data for JSON. */
export interface RunRecord extends Provenance {
  /** As written. */
  readonly scenario: Scenario;
  /** SHA-256 of the draws that the run keeps, by measure, dating and axis: `revenueLost/travel/month`. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The outcome of {@link fromProvenance}. */
export interface RepeatedRun {
  readonly run: Run;
  /** Whether every bit of every draw came out as recorded. */
  readonly identical: boolean;
  /** What is not as recorded, in words; empty where nothing is. */
  readonly differences: readonly string[];
}

/**
 * The record of a run: the scenario, the seed, the number of draws, the version, and digests of the outcome. It repeats
 * the run with {@link fromProvenance}.
 *
 * @throws TypeError where `run` is not a run.
 * @throws RangeError where `scenario` is not that of the run.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { fromProvenance, runRecord } from 'tourism-impact/tables';
 *
 * const scenario = chinaJapan2025();
 * const run = simulate({ scenario, seed: 'a seed', draws: 100 });
 * const file = JSON.stringify(runRecord({ run, scenario }));
 * const { identical, differences } = fromProvenance(JSON.parse(file));
 * console.log(identical, differences);
 * // => true []
 * ```
 */
export function runRecord(options: { readonly run: Run; readonly scenario: Scenario }): RunRecord {
  expectOptions('runRecord', options, ['run', 'scenario']);
  const run = expectRun('run', options.run);
  const { scenario } = options;
  if (run.summary !== null) {
    throw outOfRange('run', 'a run that keeps its draws, of which digests can be taken', 'a summary');
  }
  if (fingerprint(scenario) !== run.fingerprint) {
    throw outOfRange('scenario', `the scenario of the run, ${run.fingerprint}`, fingerprint(scenario));
  }
  return { ...provenance({ run }), scenario, digests: digestsOf(run) };
}

/**
 * Runs a recorded run again, with this version of the package, and says whether a bit differs.
 *
 * @throws TypeError where `record` is not what {@link runRecord} made.
 * @throws RangeError where the scenario of the record is not the one it names.
 * @throws ScenarioError where this version does not accept the scenario.
 */
export function fromProvenance(record: RunRecord): RepeatedRun {
  const { scenario, seed, draws, sampling, digests } = expectRecord(record);
  if (fingerprint(scenario) !== record.fingerprint) {
    throw outOfRange(
      'record',
      `a scenario with the fingerprint ${record.fingerprint}`,
      fingerprint(scenario),
    );
  }
  const run =
    sampling === 'median' || seed === null
      ? medianCase({ scenario })
      : simulate({ scenario, seed, draws, design: sampling });
  const repeated = digestsOf(run);
  const names = [...new Set([...Object.keys(digests), ...Object.keys(repeated)])].sort();
  const differences = names.filter((name) => digests[name] !== repeated[name]);
  const between =
    record.version === version ? '' : ` (recorded by ${record.version}, repeated by ${version})`;
  return {
    run,
    identical: differences.length === 0,
    differences: differences.map((name) => `${name} differs${between}`),
  };
}

function expectRecord(record: RunRecord): RunRecord {
  const parts: readonly (keyof RunRecord)[] = [
    'scenario',
    'seed',
    'draws',
    'sampling',
    'digests',
    'fingerprint',
  ];
  if (typeof record !== 'object' || record === null || !parts.every((part) => part in record)) {
    throw wrongType('fromProvenance', 'what runRecord returns', record);
  }
  return record;
}

function digestsOf({ panels }: Run): Readonly<Record<string, string>> {
  const names = [...panels.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, toHex(digestBytes(bytesOf(panels.get(name)!)))]));
}

/** The bits of each number, low byte first, whatever the machine's own order. */
function bytesOf(values: Float64Array): Uint8Array {
  const one = new Uint8Array(new Uint16Array([1]).buffer);
  if (one[0] === 1) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, index) => {
    view.setFloat64(8 * index, value, true);
  });
  return new Uint8Array(view.buffer);
}
