import type { MonthWindow, Run } from '../../engine/types.ts';
import { renderIssue } from '../../errors.ts';
import { provenance } from '../../projections/provenance.ts';
import { resolveQuestion } from '../../projections/question.ts';
import type { Design } from '../../random/design.ts';
import { expectOptions } from '../../scenario/misuse.ts';
import type { Scenario } from '../../scenario/types.ts';
import { type RunRecord, runRecord } from '../../tables/run-record.ts';
import { chartTitle } from '../chart-title.ts';
import { japanTiles } from '../japan-tiles.ts';
import { type Threshold, windowText } from '../loss-chart.ts';
import { groupThousands } from '../number-text.ts';
import { toSvg } from '../to-svg.ts';
import { escapeHtml, inlineSvg } from './html.ts';
import { pageStyle } from './page-style.ts';
import { reportCharts } from './report-charts.ts';
import { type ReportFacts, reportFacts } from './report-facts.ts';
import { assumptionsTable, lossTable, monthsTable } from './report-tables.ts';
import type { Sentence } from './sentence.ts';
import { priceNote, sentencesOf } from './sentences.ts';

/** What a report is about. */
export interface ReportOptions {
  /** What `simulate` or `medianCase` returned. */
  readonly run: Run;
  /** Default: the title of the scenario. */
  readonly title?: string;
  /** The question in words. Default: what happens to arrivals and revenue in these months. */
  readonly question?: string;
  /** Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** Losses of revenue, gross, that the draws are held against. */
  readonly thresholds?: readonly Threshold[];
  /** What flows, regions and categories are called; the prefectures of Japan have names. */
  readonly names?: Readonly<Record<string, string>>;
  /** For the captions of the charts. */
  readonly source?: string;
  /** The scenario of the run as written: put into the file, so that the file repeats the run. */
  readonly scenario?: Scenario;
}

const optionNames = [
  'run',
  'title',
  'question',
  'months',
  'thresholds',
  'names',
  'source',
  'scenario',
] as const;

/**
 * A report as one HTML file that fetches nothing: the question, the answer in sentences, charts, tables, every
 * assumption with its source, and how to make it again. It prints on A4. Needs the packages `vega` and `vega-lite`.
 *
 * @returns the text of the file
 * @throws Error where a package is missing.
 * @throws TypeError, RangeError where an option is not what it should be.
 *
 * @example
 * ```ts no-run
 * import { writeFileSync } from 'node:fs';
 * import { simulate } from 'tourism-impact';
 * import { report } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18' });
 * writeFileSync('report.html', await report({ run, months: { from: '2025-11', count: 12 } }));
 * ```
 */
export async function report(options: ReportOptions): Promise<string> {
  const facts = factsOf(options, 'report', optionNames);
  const { run, source, scenario } = options;
  const record = scenario === undefined ? null : runRecord({ run, scenario });
  const names = namesOf(options);
  const title =
    options.title ?? (run.scenario.title === '' ? 'Tourism and travel advisories' : run.scenario.title);
  const question =
    options.question ??
    `What happens to arrivals and revenue, ${windowText(facts.months)}, and how sure can one be?`;
  const charts = [];
  for (const [index, chart] of reportCharts(facts, names, source).entries()) {
    const svg = inlineSvg(await toSvg(chart), `chart${index + 1}`);
    charts.push(`<figure aria-label="${escapeHtml(chartTitle(chart))}">\n${svg}\n</figure>`);
  }
  return page(title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${escapeHtml(question)}</p>`,
    '<h2>The answer</h2>',
    `<ul class="answer">\n${sentencesOf(facts, names).map(item).join('\n')}\n</ul>`,
    `<p class="note">${escapeHtml(reading(facts))}</p>`,
    '<h2>In pictures</h2>',
    ...charts,
    '<h2>In figures</h2>',
    monthsTable(facts),
    ...(facts.lostByFlow.rows.length < 2 ? [] : [lossTable(facts.lostByFlow, 'flow', names)]),
    ...(facts.lostByCategory === null ? [] : [lossTable(facts.lostByCategory, 'category', names)]),
    ...(facts.lostByRegion === null ? [] : [lossTable(facts.lostByRegion, 'region', names)]),
    '<h2>What it rests on</h2>',
    ...warnings(facts),
    assumptionsTable(facts),
    '<h2>How to make it again</h2>',
    ...howToRepeat(facts, record),
  ]);
}

/**
 * The sentences of the report by themselves, each with the figures in it.
 *
 * @throws TypeError, RangeError where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { reportSentences } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const [first] = reportSentences({ run, months: { from: '2025-12', count: 3 } });
 * console.log(first!.text);
 * // => From December 2025 to the end of February 2026, 1.65 million arrivals are expected (mean; 80% of the draws: 1.03 million to 2.27 million); without the advisories it would be 2.85 million.
 * ```
 */
export function reportSentences(
  options: Pick<ReportOptions, 'run' | 'months' | 'thresholds' | 'names'>,
): readonly Sentence[] {
  const facts = factsOf(options, 'reportSentences', ['run', 'months', 'thresholds', 'names']);
  return sentencesOf(facts, namesOf(options));
}

function factsOf(
  options: Pick<ReportOptions, 'run' | 'months' | 'thresholds'>,
  caller: string,
  allowed: readonly string[],
): ReportFacts {
  expectOptions(caller, options, allowed);
  const { run, months, thresholds = [] } = options;
  const question = { run, measure: 'arrivals', ...(months === undefined ? {} : { months }) } as const;
  return reportFacts({ run, months: resolveQuestion(question).months, thresholds });
}

function namesOf({ names = {} }: Pick<ReportOptions, 'names'>): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(japanTiles.map(({ region, name }) => [region, name])), ...names };
}

function item({ text }: Sentence): string {
  return `<li>${escapeHtml(text)}</li>`;
}

/** How the sentences are meant. */
function reading(facts: ReportFacts): string {
  const range =
    facts.run.sampling.kind === 'median'
      ? 'Every input stands at its median: one world, without ranges.'
      : 'A range holds the share of the draws that it names, with as many draws below it as above. It is as good as the inputs below.';
  return `Figures are rounded to three digits. ${range} ${priceNote(facts)}`;
}

function warnings({ run }: ReportFacts): readonly string[] {
  if (run.warnings.length === 0) return [];
  const items = run.warnings.map((issue) => `<li>${escapeHtml(renderIssue(issue))}</li>`);
  return [`<p>Accepted, but deserves a look:</p>\n<ul>\n${items.join('\n')}\n</ul>`];
}

/** What a call of `simulate`, of `tourism-impact/sampling` where it is one, says of it. */
function designOf(sampling: Design | 'median'): string {
  return sampling === 'random' ? '' : `, design: '${sampling}'`;
}

function howToRepeat({ run }: ReportFacts, record: RunRecord | null): readonly string[] {
  const made = provenance({ run });
  const call =
    made.sampling === 'median'
      ? 'medianCase({ scenario })'
      : `simulate({ scenario, seed: ${JSON.stringify(made.seed)}, draws: ${made.draws}${designOf(made.sampling)} })`;
  const steps =
    record === null
      ? [`// scenario: the one with the fingerprint ${made.fingerprint}`, `const run = ${call};`]
      : [
          "// This file holds the scenario and the digests of all draws, in the element 'provenance'.",
          "const record = JSON.parse(/id=\"provenance\">(.*?)<\\/script>/s.exec(readFileSync('report.html', 'utf8'))[1]);",
          'const { run, identical, differences } = fromProvenance(record); // of tourism-impact/tables',
        ];
  const draws = made.sampling === 'median' ? 'One world' : `${groupThousands(String(made.draws))} draws`;
  const same = `${draws} of tourism-impact ${made.version}. The same scenario, seed, draws and version give the same figures to the last bit, on every engine.`;
  return [
    `<p>${escapeHtml(same)}</p>`,
    `<pre>${escapeHtml([`npm install tourism-impact@${made.version}`, '', ...steps].join('\n'))}</pre>`,
    ...(record === null
      ? []
      : [
          `<script type="application/json" id="provenance">${JSON.stringify(record).replaceAll('<', '\\u003c')}</script>`,
        ]),
  ];
}

function page(title: string, parts: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
