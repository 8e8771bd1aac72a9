import { medianInputs, sampleInputs } from '../engine/sample-inputs.ts';
import type { Run } from '../engine/types.ts';
import { tableMeta } from '../projections/provenance.ts';
import { expectRun } from '../projections/question.ts';
import { listQuantities } from '../scenario/list-quantities.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { type DataColumn, type DataTable, dataTable } from './data-table.ts';
import { tableMetadata } from './table-metadata.ts';

/**
 * The value of every uncertain input in every draw: one row a draw, with the column `draw` (from 0) and one column for
 * each input under its name, such as `flow/hong-kong/nights`. Row i is the world whose outcome is draw i of
 * `drawsTable`: joined, they say what drives the outcome.
 *
 * @throws TypeError where `run` is not a run.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { inputsTable } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const suppression = 'advisory/china-mfa/effect/group/suppression';
 * console.log(inputsTable({ run }).columns.find(({ name }) => name === suppression)?.values.length);
 * // => 100
 * ```
 */
export function inputsTable(options: { readonly run: Run }): DataTable {
  expectOptions('inputsTable', options, ['run']);
  const run = expectRun('run', options.run);
  const { inputs, key } = run.plan;
  const units = new Map(listQuantities(run.scenario).map(({ name, unit }) => [name, unit]));
  const uncertain = inputs.filter(({ distribution }) => distribution !== null);
  const sampler = run.sampling.kind === 'median' ? medianInputs(uncertain) : sampleInputs(uncertain, key);
  const values = new Float64Array(uncertain.length * run.draws);
  sampler(0, run.draws, values, run.draws);
  const columns = uncertain.map(
    ({ name }, i): DataColumn => ({
      name,
      kind: 'number',
      unit: units.get(name) ?? '',
      values: values.subarray(i * run.draws, (i + 1) * run.draws),
    }),
  );
  const draw = Int32Array.from({ length: run.draws }, (_, d) => d);
  return dataTable([{ name: 'draw', kind: 'number', unit: '', values: draw }, ...columns], {
    table: 'inputs',
    ...tableMetadata(tableMeta(run)),
  });
}
