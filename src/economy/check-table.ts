import type { IssueList } from '../scenario/issue-list.ts';
import { below } from '../scenario/paths.ts';
import { balanceOf } from './balance.ts';
import {
  coefficientsOf,
  impliedConsumptionShare,
  importCoefficients,
  sum,
  sumOfRows,
} from './coefficients.ts';
import { factorise } from './linear-algebra.ts';
import type { InputOutputTable } from './types.ts';

/** Gap between rows or columns and output that is called rounding. */
const ROUNDING = 0.005;
const LARGEST = 1e18;

/** Whether a well-shaped table can be worked with; what is wrong goes to the list. */
export function checkTable(table: InputOutputTable, path: string, found: IssueList): boolean {
  const before = found.issues.length;
  const sound = (): boolean => found.issues.length === before;
  checkSizes(table, path, found);
  if (!sound()) return false;
  checkNames(table, path, found);
  checkSigns(table, path, found);
  if (!sound()) return false;
  checkImports(table, path, found);
  checkHouseholds(table, path, found);
  checkProductive(table, path, found);
  if (sound()) warnOfGaps(table, path, found);
  return sound();
}

/** Every list that goes by sector, with its place. */
function vectors(table: InputOutputTable, path: string): [string, readonly number[]][] {
  const at = (key: string): string => below(path, key);
  const named = (
    key: string,
    lists: Readonly<Record<string, readonly number[]>> = {},
  ): [string, readonly number[]][] =>
    Object.entries(lists).map(([name, list]) => [below(at(key), name), list]);
  const { households, imports } = table;
  const all: [string, readonly number[] | undefined][] = [
    [at('output'), table.output],
    ...table.transactions.map((row, i): [string, readonly number[]] => [below(at('transactions'), i), row]),
    ...named('valueAdded', table.valueAdded),
    ...named('finalDemand', table.finalDemand),
    ...named('jobs', table.jobs),
    [`${at('households')}.consumption`, households?.consumption],
    ...(imports?.kind === 'competitive'
      ? ([
          [`${at('imports')}.amounts`, imports.amounts],
          [`${at('imports')}.exports`, imports.exports],
          [`${at('imports')}.taxes`, imports.taxes],
        ] as const)
      : ([
          [`${at('imports')}.inputs`, imports?.inputs],
          [`${at('imports')}.spending`, imports?.spending],
        ] as const)
    ).map(([place, list]): [string, readonly number[] | undefined] => [place, list]),
  ];
  return all.flatMap(([place, list]) => (list === undefined ? [] : [[place, list]]));
}

function checkSizes(table: InputOutputTable, path: string, found: IssueList): void {
  const size = table.sectors.length;
  if (table.transactions.length !== size) {
    const message = `has ${table.transactions.length} rows; there are ${size} sectors, and each has a row`;
    found.report('length', below(path, 'transactions'), message);
  }
  for (const [place, list] of vectors(table, path)) {
    if (list.length !== size) {
      found.report('length', place, `has ${list.length} entries; there are ${size} sectors`);
    }
    const huge = list.findIndex((value) => Math.abs(value) > LARGEST);
    if (huge >= 0) found.report('size', below(place, huge), `${list[huge]} is too large: at most ${LARGEST}`);
  }
}

function checkNames(table: InputOutputTable, path: string, found: IssueList): void {
  table.sectors.forEach((name, i) => {
    const first = table.sectors.indexOf(name);
    if (first < i) {
      const message = `${JSON.stringify(name)} is the name of sectors[${first}] already`;
      found.report('duplicate', below(below(path, 'sectors'), i), message);
    }
  });
  const rows = Object.keys(table.valueAdded ?? {});
  for (const key of ['income', 'tax'] as const) {
    table[key]?.forEach((name, i) => {
      if (rows.includes(name)) return;
      const message = `${JSON.stringify(name)} is no row of valueAdded${found.suggest(name, rows)}`;
      found.report('unknown-name', below(below(path, key), i), message);
    });
  }
  for (const name of Object.keys(table.labels ?? {})) {
    if (table.sectors.includes(name)) continue;
    const message = `${JSON.stringify(name)} is no sector${found.suggest(name, table.sectors)}`;
    found.report('unknown-name', below(below(path, 'labels'), name), message);
  }
}

function checkSigns(table: InputOutputTable, path: string, found: IssueList): void {
  table.output.forEach((value, j) => {
    if (value > 0) return;
    // A sector may be empty, but then it can buy nothing either.
    if (value === 0 && table.transactions.every((row) => row[j] === 0)) return;
    const message =
      value < 0
        ? `${value}: output must not be negative`
        : `is 0, yet ${JSON.stringify(table.sectors[j])} buys inputs: coefficients would be infinite`;
    found.report('domain', below(below(path, 'output'), j), message, { received: String(value) });
  });
  if (table.unit !== undefined && !(table.unit > 0)) {
    found.report('domain', below(path, 'unit'), `${table.unit}: it must be above 0`);
  }
  const notNegative: [string, readonly number[]][] = [
    ...Object.entries(table.jobs ?? {}).map(([concept, list]): [string, readonly number[]] => [
      below(below(path, 'jobs'), concept),
      list,
    ]),
  ];
  if (table.imports?.kind === 'competitive') {
    notNegative.push([`${below(path, 'imports')}.amounts`, table.imports.amounts]);
  }
  if (table.imports?.kind === 'separate') {
    notNegative.push([`${below(path, 'imports')}.inputs`, table.imports.inputs ?? []]);
  }
  for (const [place, list] of notNegative) {
    const index = list.findIndex((value) => value < 0);
    if (index < 0) continue;
    const hint = place.endsWith('.amounts') ? '; write imports as positive amounts' : '';
    found.report('domain', below(place, index), `${list[index]}: it must not be negative${hint}`);
  }
}

function checkImports(table: InputOutputTable, path: string, found: IssueList): void {
  const at = below(path, 'imports');
  importCoefficients(table).forEach((share, i) => {
    if (share >= 0 && share <= 1) return;
    const sector = JSON.stringify(table.sectors[i]);
    const place = table.imports?.kind === 'separate' ? below(`${at}.spending`, i) : below(`${at}.amounts`, i);
    const message =
      table.imports?.kind === 'separate'
        ? `${share}: it must be a share, 0 to 1`
        : `imports of ${sector} come to ${Number(share.toPrecision(4))} of domestic demand (output + imports - exports); it must be 0 to 1`;
    found.report('domain', place, message);
  });
}

function checkHouseholds(table: InputOutputTable, path: string, found: IssueList): void {
  const { households } = table;
  if (households === undefined) return;
  const at = below(path, 'households');
  const all = sum(households.consumption) + (households.ownServices ?? 0);
  if (!(all > 0)) found.report('sum', `${at}.consumption`, `comes to ${all}; it must be above 0`);
  if ((households.ownServices ?? 0) < 0) {
    found.report('domain', `${at}.ownServices`, `${households.ownServices}: it must not be negative`);
  }
  const share = impliedConsumptionShare(table);
  if (share !== null && !(households.income! > 0 && share <= 1)) {
    const message = `${households.income}: households spend ${all}, which must not exceed what they earn`;
    found.report('domain', `${at}.income`, message);
  }
}

/** No sector loses money unless its accounts say so, and whatever is demanded can be made. */
function checkProductive(table: InputOutputTable, path: string, found: IssueList): void {
  const { size, technical, inputs, imports, income } = coefficientsOf(table);
  const at = below(path, 'transactions');
  const stated = sumOfRows(table, Object.keys(table.valueAdded ?? {}));
  const named = (j: number): string =>
    `the inputs of ${JSON.stringify(table.sectors[j])} (column ${j}) come to ${Number(inputs[j]!.toPrecision(6))} of its output`;
  let wasteful = false;
  inputs.forEach((share, j) => {
    if (share <= 1 + ROUNDING || Math.abs(share + stated[j]! / table.output[j]! - 1) <= ROUNDING) return;
    wasteful = true;
    const message =
      `${named(j)}; they must not exceed 1 (rows sell, columns buy; ` +
      'a sector that loses money says so by negative rows of valueAdded)';
    found.report('sum', at, message);
  });
  if (wasteful) return;
  income.forEach((share, j) => {
    if (share >= 0 && share <= 1) return;
    const message = `income of ${JSON.stringify(table.sectors[j])} comes to ${Number(share.toPrecision(4))} of its output; it must be 0 to 1`;
    found.report('domain', below(path, 'income'), message);
  });
  const system = Float64Array.from(technical, (value, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    return (i === j ? 1 : 0) - (1 - imports[i]!) * value;
  });
  const solve = factorise(system, size);
  if (solve === null) {
    found.report('domain', at, 'I - A is singular: no output meets a given demand');
    return;
  }
  // With no negative inputs this is the condition of Hawkins and Simon: some output leaves something of every product.
  const [output] = solve([new Float64Array(size).fill(1)]);
  if (output!.every((value) => value > 0)) return;
  const dearest = inputs.indexOf(Math.max(...inputs));
  const message = `to make some product takes more of it than is made, so that demand cannot be met (Hawkins and Simon); ${named(dearest)}`;
  found.report('domain', at, message);
}

function warnOfGaps(table: InputOutputTable, path: string, found: IssueList): void {
  const { rows, columns } = balanceOf(table);
  const gap = (share: number): string => `${Number((share * 100).toPrecision(3))}%`;
  if (rows !== null && rows > ROUNDING) {
    const message = `sales of some sector (transactions, final demand, less imports) miss its output by ${gap(rows)}`;
    found.warn('sum', below(path, 'output'), message);
  }
  if (columns !== null && columns > ROUNDING) {
    const message = `inputs and value added of some sector miss its output by ${gap(columns)}: value added is taken as output less inputs`;
    found.warn('sum', below(path, 'valueAdded'), message);
  }
}
