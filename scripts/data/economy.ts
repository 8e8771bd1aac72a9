/** Text of the generated module of the economy room, from the files under `data/io/`. */
import { cell, numeric, type Row, readRows } from './csv.ts';

const banner = '// Generated from data/io/ by scripts/generate-economy.ts. Do not edit.\n';

/** Path from the root of the repository, and text. */
export function economyModules(): ReadonlyMap<string, string> {
  return new Map([['src/economy/japan-2015.generated.ts', `${banner}${japan()}`]]);
}

/** The project's own names of spending categories, by those of the concordance. */
const categories: Readonly<Record<string, string>> = {
  accommodation: 'accommodation',
  food_drink: 'food',
  transport: 'transport',
  entertainment_other: 'entertainment',
  shopping: 'shopping',
};

/** Six decimals of a billion yen, as the table has them: sums must not carry binary dust into the module. */
const clean = (value: number): number => Number(value.toFixed(6));

function declare(name: string, type: string, value: unknown): string {
  return `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
}

function matrix(name: string, rows: readonly (readonly number[])[]): string {
  const lines = rows.map((row) => `  ${JSON.stringify(row)},\n`).join('');
  return `export const ${name}: readonly (readonly number[])[] = [\n${lines}];\n`;
}

function record(name: string, type: string, entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(entries).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}};\n`;
}

function japan(): string {
  const table = readRows('io/table_2015.csv');
  const names = readRows('io/sectors.csv');
  const sectors = names.map((row) => cell(row, 'sector'));
  const rowOf = (name: string): Row => {
    const found = table.find((row) => row.sector === name);
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  };
  const across = (name: string): number[] => sectors.map((sector) => numeric(rowOf(name), sector));
  const down = (name: string): number[] => sectors.map((sector) => numeric(rowOf(sector), name));
  const output = across('output');
  const outside = names.map((row, j) => clean(numeric(row, 'consumption_outside_hh_coeff') * output[j]!));
  const vector = 'readonly number[]';
  const minus = (name: string): number[] => down(name).map((value) => clean(-value));
  const duties = minus('imta').map((value, i) => clean(value + minus('imtx')[i]!));
  return [
    declare('sectors', 'readonly string[]', sectors),
    record('names', 'string', Object.fromEntries(names.map((row) => [row.sector, row.name_en]))),
    matrix('transactions', sectors.map(across)),
    declare('output', vector, output),
    record('valueAdded', vector, {
      compensation: across('compensation_epin').map((value, j) => clean(value - outside[j]!)),
      'employers social contributions': across('employer_social_ssce'),
      'consumption outside households': outside,
      'operating surplus': across('operating_surplus_opse'),
      depreciation: across('depreciation_depr'),
      'indirect tax': across('indirect_tax_idtx'),
      subsidies: across('subsidies_subs'),
    }),
    declare('householdConsumption', vector, down('hhco')),
    record('finalDemand', vector, {
      government: down('gvci').map((value, i) => clean(value + down('gvcc')[i]!)),
      investment: down('invp').map((value, i) => clean(value + down('invg')[i]!)),
      stocks: down('stck'),
    }),
    declare('exported', vector, down('expo')),
    declare('importTaxes', vector, duties),
    declare(
      'imported',
      vector,
      minus('impo').map((value, i) => clean(value + duties[i]!)),
    ),
    record('jobs', vector, {
      'ripple-effect': rippleJobs(sectors, output),
      'labour-force-survey': surveyJobs(sectors, output),
    }),
    record('spending', profileType, spending(sectors)),
    record('yenPer', 'Readonly<Record<string, number>>', yearlyRates()),
  ].join('\n');
}

const profileType =
  '{ readonly products: Readonly<Record<string, number>>; readonly margins?: Readonly<Record<string, number>> }';

/** Shares of a category's products sum to 1 of what margins leave. */
function spending(sectors: readonly string[]): Record<string, unknown> {
  const rows = readRows('io/concordance.csv');
  return Object.fromEntries(
    Object.entries(categories).map(([theirs, ours]) => {
      const of = (kind: string): [string, number][] =>
        rows
          .filter((row) => row.category === theirs && row.kind === kind)
          .map((row) => [cell(row, 'sector'), numeric(row, 'share_of_spend')]);
      for (const [sector] of [...of('product'), ...of('margin')]) {
        if (!sectors.includes(sector)) throw new Error(`${theirs}: no sector ${sector}`);
      }
      const all = of('product').reduce((sum, [, share]) => sum + share, 0);
      const products = Object.fromEntries(
        of('product').map(([sector, share]) => [sector, clean(share / all)]),
      );
      const margins = Object.fromEntries(of('margin'));
      return [ours, Object.keys(margins).length === 0 ? { products } : { products, margins }];
    }),
  );
}

/** Jobs induced per output induced in the Japan Tourism Agency's study of 2012; elsewhere what its total leaves. */
function rippleJobs(sectors: readonly string[], output: readonly number[]): number[] {
  const rows = readRows('io/employment.csv').filter((row) => cell(row, 'source').startsWith('JTA TSA'));
  const sectorsOf: Readonly<Record<string, readonly string[]>> = {
    transport: ['rai', 'rpt', 'air', 'oth_tr'],
    accommodation: ['acc'],
    'food products': ['foo'],
    restaurants: ['fds'],
    retail: ['ret'],
    'travel and other services': ['ent', 'pso'],
    'agriculture, forestry, fishery': ['agr'],
  };
  const all = rows.find((row) => row.industry === 'all industries induced')!;
  const named = rows.filter((row) => row !== all);
  const rest =
    (numeric(all, 'persons') - named.reduce((sum, row) => sum + numeric(row, 'persons'), 0)) /
    (numeric(all, 'output_jpy_bn') - named.reduce((sum, row) => sum + numeric(row, 'output_jpy_bn'), 0));
  return sectors.map((sector, j) => {
    const row = named.find((candidate) => sectorsOf[cell(candidate, 'industry')]?.includes(sector));
    const ratio = row === undefined ? rest : numeric(row, 'persons') / numeric(row, 'output_jpy_bn');
    return Math.round(ratio * output[j]!);
  });
}

/** Persons of the survey by industry, spread over the sectors of each by output; what is left over goes to the others. */
function surveyJobs(sectors: readonly string[], output: readonly number[]): number[] {
  const rows = readRows('io/employment.csv').filter((row) =>
    cell(row, 'source').startsWith('Labour Force Survey, January 2015'),
  );
  const sectorsOf: Readonly<Record<string, readonly string[]>> = {
    'agriculture and forestry': ['agr'],
    construction: ['con'],
    manufacturing: ['foo', 'txt', 'chm', 'mat', 'mac', 'oma'],
    'information and communications': ['inf'],
    'transport and postal': ['rai', 'rpt', 'air', 'oth_tr'],
    'wholesale and retail': ['whs', 'ret'],
    'accommodation, food and drink services': ['acc', 'fds'],
    'personal services and amusement': ['ent', 'pso'],
  };
  const persons = (industry: string): number =>
    numeric(rows.find((row) => row.industry === industry)!, 'persons');
  const sum = (of: readonly string[]): number =>
    of.reduce((total, sector) => total + output[sectors.indexOf(sector)]!, 0);
  const spread = Object.values(sectorsOf).flat();
  // Medicine and welfare are a part of the sector of public services, the rest of which has the residual ratio.
  const medical = rows.find((row) => row.industry === 'medical and welfare')!;
  const left =
    persons('all industries') -
    numeric(medical, 'persons') -
    Object.keys(sectorsOf).reduce((total, industry) => total + persons(industry), 0);
  const others = sectors.filter((sector) => !spread.includes(sector));
  const ratio = left / (sum(others) - numeric(medical, 'output_jpy_bn'));
  return sectors.map((sector, j) => {
    const industry = Object.keys(sectorsOf).find((name) => sectorsOf[name]!.includes(sector));
    if (industry !== undefined) {
      return Math.round((persons(industry) * output[j]!) / sum(sectorsOf[industry]!));
    }
    if (sector !== 'pub') return Math.round(ratio * output[j]!);
    const rest = output[j]! - numeric(medical, 'output_jpy_bn');
    return Math.round(numeric(medical, 'persons') + ratio * rest);
  });
}

/** Means of the months of each year; the last year as far as it goes. */
function yearlyRates(): Record<string, Record<string, number>> {
  const rows = readRows('fx_monthly.csv');
  const columns = { USD: 'jpy_per_usd', CNY: 'jpy_per_cny' };
  return Object.fromEntries(
    Object.entries(columns).map(([currency, column]) => {
      const years = new Map<string, number[]>();
      for (const row of rows) {
        const year = cell(row, 'month').slice(0, 4);
        years.set(year, [...(years.get(year) ?? []), numeric(row, column)]);
      }
      const means = [...years].map(([year, values]) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return [year, Number(mean.toFixed(4))] as const;
      });
      return [currency, Object.fromEntries(means)];
    }),
  );
}
