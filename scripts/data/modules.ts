/** Texts of the generated modules, from the files under `data/`. */
import { advisoryPrior } from '../../src/calibration/advisory-prior.ts';
import { effectParameters } from '../../src/calibration/effect-path.ts';
import { arrivalsOf, monthsBetween } from './arrivals.ts';
import { cell, numeric, optional, type Row, readRows } from './csv.ts';
import { groupShare, lastTwelve, nightsOf, spendOf, spendShares } from './preset.ts';
import { chanceOfStop, columns, type DerivedPrior, loadingsOf, mainlandPrior } from './priors.ts';

const banner = '// Generated from data/ by scripts/generate-data.ts. Do not edit.\n';
const first = '2010-01';

/** Path from the root of the repository, and text. */
export function generatedModules(): ReadonlyMap<string, string> {
  const modules: Record<string, string> = {
    arrivals: arrivals(),
    purposes: purposes(),
    spend: spend(),
    'guest-nights': guestNights(),
    holidays: holidays(),
    'exchange-rates': exchangeRates(),
    'lead-times': leadTimes(),
    behaviour: behaviour(),
    facts: facts(),
    estimates: estimates(),
    episodes: episodes(),
    preset: preset(),
  };
  return new Map(
    Object.entries(modules).map(([name, text]) => [`src/data/${name}.generated.ts`, `${banner}${text}`]),
  );
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

function declare(name: string, type: string, value: unknown): string {
  return `export const ${name}: ${type} = ${literal(value)};\n`;
}

/** One line for each row, so that a change is read as one. */
function table(name: string, type: string, rows: readonly unknown[]): string {
  return `export const ${name}: ${type} = [\n${rows.map((row) => `  ${literal(row)},\n`).join('')}];\n`;
}

function arrivals(): string {
  const rows = readRows('arrivals_monthly.csv');
  const codes = [...new Set(rows.map((row) => cell(row, 'market')))].sort();
  const provisional = rows.find((row) => row.status === 'provisional');
  const lines = codes.map((code) => {
    const series = [...arrivalsOf(code)].filter(([month]) => month >= first).sort();
    const start = series[0]?.[0] ?? '';
    const end = series.at(-1)?.[0] ?? '';
    if (series.length !== monthsBetween(start, end).length) throw new Error(`${code} has gaps`);
    return `  ${code}: { start: ${literal(start)}, values: ${literal(series.map(([, value]) => value))} },\n`;
  });
  return (
    "import type { MonthlySeries } from './series.ts';\n\n" +
    `/** First month whose figures are provisional. */\n${declare('provisionalFrom', 'string', provisional?.month)}` +
    `export const arrivalSeries: Readonly<Record<string, MonthlySeries>> = {\n${lines.join('')}};\n`
  );
}

function purposes(): string {
  const rows = readRows('arrivals_by_purpose_monthly.csv').filter((row) => cell(row, 'month') >= first);
  const codes = [...new Set(rows.map((row) => cell(row, 'market')))].sort();
  const lines = codes.map((code) => {
    const own = rows.filter((row) => row.market === code);
    const column = (name: string): string => literal(own.map((row) => numeric(row, name)));
    return `  ${code}: { tourist: ${column('tourist')}, business: ${column('business')}, others: ${column('others')}, shortExcursion: ${column('short_excursion')} },\n`;
  });
  return (
    "import type { PurposeSeries } from './series.ts';\n\n" +
    declare('purposeStart', 'string', first) +
    `export const purposeSeries: Readonly<Record<string, PurposeSeries>> = {\n${lines.join('')}};\n`
  );
}

/** Texts that repeat are stored once, as an index into a list. */
function interned(rows: readonly Row[], name: string): readonly string[] {
  return [...new Set(rows.map((row) => cell(row, name)))].sort();
}

function spend(): string {
  const rows = readRows('consumption.csv');
  const sources = interned(rows, 'source');
  const bases = interned(rows, 'basis');
  const releases = interned(rows, 'release');
  return (
    "import type { SpendRow } from './series.ts';\n\n" +
    declare('spendSources', 'readonly string[]', sources) +
    declare('spendBases', 'readonly string[]', bases) +
    declare('spendReleases', 'readonly string[]', releases) +
    '/** Period, market, metric, value, unit, basis, release, source, quality. */\n' +
    table(
      'spendRows',
      'readonly SpendRow[]',
      rows.map((row) => [
        cell(row, 'period'),
        cell(row, 'market'),
        cell(row, 'metric'),
        numeric(row, 'value'),
        cell(row, 'unit'),
        bases.indexOf(cell(row, 'basis')),
        releases.indexOf(cell(row, 'release')),
        sources.indexOf(cell(row, 'source')),
        cell(row, 'quality'),
      ]),
    )
  );
}

function guestNights(): string {
  const rows = readRows('guest_nights_by_prefecture.csv').filter((row) => row.area !== 'JP');
  const areas = [...new Map(rows.map((row) => [cell(row, 'area'), cell(row, 'area_name')]))].sort();
  const codes = [...new Set(rows.map((row) => cell(row, 'market')))].sort();
  const sums = Object.fromEntries(
    codes.map((code) => [
      code,
      areas.map(([area]) =>
        rows
          .filter((row) => row.market === code && row.area === area)
          .reduce((total, row) => total + numeric(row, 'foreign_guest_nights'), 0),
      ),
    ]),
  );
  return (
    declare('prefectures', 'readonly (readonly [code: string, name: string])[]', areas) +
    '/** Nights, November 2024 to October 2025, in the order of the prefectures. */\n' +
    declare('guestNights', 'Readonly<Record<string, readonly number[]>>', sums)
  );
}

function holidays(): string {
  return (
    "import type { HolidayRow } from './series.ts';\n\n" +
    table(
      'holidayRows',
      'readonly HolidayRow[]',
      readRows('holidays.csv').map((row) => [
        cell(row, 'holiday'),
        cell(row, 'date'),
        cell(row, 'break_start') || null,
        cell(row, 'break_end') || null,
      ]),
    )
  );
}

function exchangeRates(): string {
  const rows = readRows('fx_monthly.csv');
  const series = (name: string): unknown => ({
    start: rows[0]?.month,
    values: rows.map((row) => numeric(row, name)),
  });
  return (
    "import type { MonthlySeries } from './series.ts';\n\n" +
    declare('yenPerDollar', 'MonthlySeries', series('jpy_per_usd')) +
    declare('yuanPerDollar', 'MonthlySeries', series('cny_per_usd'))
  );
}

function leadTimes(): string {
  return (
    "import type { LeadTimeRow } from './series.ts';\n\n" +
    table(
      'leadTimeRows',
      'readonly LeadTimeRow[]',
      readRows('lead_times.csv').map((row) => [
        cell(row, 'market'),
        cell(row, 'scope'),
        cell(row, 'statistic'),
        numeric(row, 'value'),
        cell(row, 'unit'),
        cell(row, 'source'),
        cell(row, 'quality'),
      ]),
    )
  );
}

function behaviour(): string {
  return (
    "import type { BehaviourRow } from './series.ts';\n\n" +
    table(
      'behaviourRows',
      'readonly BehaviourRow[]',
      readRows('behaviour.csv').map((row) => [
        cell(row, 'topic'),
        cell(row, 'case'),
        cell(row, 'statistic'),
        numeric(row, 'value'),
        cell(row, 'unit'),
        cell(row, 'source'),
        cell(row, 'quality'),
      ]),
    )
  );
}

function facts(): string {
  const events = readRows('timeline.csv').map((row) => ({
    period: cell(row, 'date'),
    kind: cell(row, 'kind'),
    fact: cell(row, 'event'),
    value: null,
    unit: null,
    source: cell(row, 'source'),
    read: cell(row, 'read'),
    quality: cell(row, 'quality'),
  }));
  const counts = readRows('cancellations.csv').map((row) => ({
    period: cell(row, 'date'),
    kind: 'cancellations',
    fact: cell(row, 'fact'),
    value: numeric(row, 'value'),
    unit: cell(row, 'unit'),
    source: cell(row, 'source'),
    read: cell(row, 'read'),
    quality: cell(row, 'quality'),
  }));
  const all = [...events, ...counts].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  return `import type { AdvisoryFact } from './records.ts';\n\n${table('facts', 'readonly AdvisoryFact[]', all)}`;
}

function estimates(): string {
  const rows = readRows('published_estimates.csv').map((row) => ({
    publisher: cell(row, 'publisher'),
    date: cell(row, 'date'),
    scope: cell(row, 'scope'),
    what: cell(row, 'what'),
    value: numeric(row, 'value'),
    unit: cell(row, 'unit'),
    period: cell(row, 'horizon'),
    assumptions: cell(row, 'assumptions'),
    source: cell(row, 'source'),
    read: cell(row, 'read'),
    quality: cell(row, 'quality'),
  }));
  return `import type { PublishedEstimate } from './records.ts';\n\n${table('estimates', 'readonly PublishedEstimate[]', rows)}`;
}

function episodes(): string {
  const rows = readRows('episodes.csv').map((row) => ({
    id: cell(row, 'id'),
    origin: cell(row, 'origin'),
    destination: cell(row, 'destination'),
    trigger: cell(row, 'trigger'),
    instrument: cell(row, 'instrument'),
    class: cell(row, 'class'),
    onset: cell(row, 'onset'),
    easing: cell(row, 'easing') || null,
    peakChangeYearOnYear: percent(optional(row, 'peak_drop_yoy_pct')),
    fallOnCounterfactual: percent(optional(row, 'fall_vs_counterfactual_pct')),
    monthsTo90Percent: [optional(row, 'months_to_90pct_low'), optional(row, 'months_to_90pct_high')],
    halfLifeMonths: [optional(row, 'half_life_months_low'), optional(row, 'half_life_months_high')],
    source: cell(row, 'source'),
    quality: cell(row, 'quality'),
  }));
  return `import type { Episode } from './records.ts';\n\n${table('episodeRows', 'readonly Episode[]', rows)}`;
}

function percent(value: number | null): number | null {
  return value === null ? null : Number((value / 100).toFixed(4));
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function preset(): string {
  const market = (code: 'CHN' | 'HKG'): unknown => {
    const spend = spendOf(code);
    const shares = spendShares(code);
    const nights = nightsOf(code);
    const amount = (share: number): number => Math.round((spend.mean * share) / 100) * 100;
    return {
      lastTwelve: lastTwelve(code),
      spend: Object.fromEntries(Object.entries(shares).map(([k, share]) => [k, amount(share)])),
      spendSdLog: round(spend.sdLog, 2),
      nights: { mean: round(nights.mean, 3), sd: round(nights.sd, 2) },
    };
  };
  const moments = (prior: DerivedPrior): unknown =>
    Object.fromEntries(
      columns.map((name) => {
        const { mean, sd } = prior.moments[name];
        return [name, { mean: round(mean, 3), sd: round(sd, 3) }];
      }),
    );
  const either = mainlandPrior(chanceOfStop);
  const { suppression, cancellation, halfLives, correlations } = advisoryPrior({ class: 'S0' });
  const bare = ({ mean, sd }: { mean: number; sd: number }): unknown => ({ mean, sd });
  return (
    "import type { HongKongPrior, Loadings, MainlandPrior, MarketInputs } from './series.ts';\n\n" +
    declare('groupShare', 'number', groupShare) +
    declare('mainland', 'MarketInputs', market('CHN')) +
    declare('hongKong', 'MarketInputs', market('HKG')) +
    '/** For words alone (class S2), for a stop of tour sales (S3), and for either. */\n' +
    declare('mainlandPriors', "Readonly<Record<'words' | 'stop' | 'either', MainlandPrior>>", {
      words: moments(mainlandPrior(0)),
      stop: moments(mainlandPrior(1)),
      either: moments(either),
    }) +
    '/** Loadings on factors, of either. */\n' +
    declare(
      'mainlandLoadings',
      'Loadings<MainlandPrior>',
      loadingsOf(either.correlations, columns, [
        ...(['duration', 'recovery', 'awareness', 'cancelling', 'suppression', 'cancellation'] as const),
        ...(['groupSuppression', 'groupCancellation'] as const),
      ]),
    ) +
    declare('hongKongPrior', 'HongKongPrior', {
      suppression: bare(suppression),
      cancellation: bare(cancellation),
      awareness: bare(halfLives.awareness),
      cancelling: bare(halfLives.cancelling),
      recovery: bare(halfLives.recovery),
    }) +
    declare(
      'hongKongLoadings',
      "Loadings<HongKongPrior & Pick<MainlandPrior, 'duration'>>",
      loadingsOf(correlations, effectParameters, [
        ...(['duration', 'recovery', 'awareness', 'cancelling', 'suppression', 'cancellation'] as const),
      ]),
    )
  );
}
