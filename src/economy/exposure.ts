import { drawsOf, replicatesOf } from '../projections/answer.ts';
import { resolveLevels } from '../projections/levels.ts';
import { usualLevels } from '../projections/project.ts';
import { tableMeta } from '../projections/provenance.ts';
import { expectRun, resolveQuestion } from '../projections/question.ts';
import { summariseCertain, summariseRow } from '../projections/summarise-row.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { checkBook } from './check-book.ts';
import type {
  Concentration,
  Exposure,
  ExposureAxis,
  ExposureEntry,
  ExposureOptions,
  ExposureRow,
} from './exposure-types.ts';
import { ANY, fateOf, lossShares } from './loss-shares.ts';
import { renderPrices } from './money.ts';

/**
 * A book of revenue under a scenario: in each draw an entry loses the share of its revenue that the flows of its origin
 * (sector, month) lose of theirs. The mix is the book's own, the fate of each market that of the scenario. Revenue from
 * an origin without a flow keeps its revenue; a sector or a month that the scenario does not know is an error.
 *
 * @throws TypeError for an option of the wrong type
 * @throws RangeError for an empty book, negative revenue, entries in different prices, an unknown sector or month
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { exposure, money } from 'tourism-impact/economy';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const yen = (amount: number) => money({ amount, currency: 'JPY', year: 2025 });
 * const hotel = exposure({
 *   run,
 *   book: [
 *     { origin: 'CHN', revenue: yen(40e6) },
 *     { origin: 'HKG', revenue: yen(10e6) },
 *     { origin: 'USA', revenue: yen(50e6) },
 *   ],
 *   months: { from: '2025-11', count: 12 },
 * });
 * console.log(hotel.concentration.herfindahl.toFixed(2), hotel.untouched.join());
 * // => 0.42 USA
 * ```
 */
export function exposure(options: ExposureOptions): Exposure {
  expectOptions('exposure', options, ['run', 'book', 'by', 'loss', 'months', 'given', 'levels']);
  const run = expectRun('run', options.run);
  const book = checkBook(options.book, run);
  const loss = expectName('loss', "'gross' or 'net'", options.loss ?? 'gross', ['gross', 'net'] as const);
  const axes = resolveAxes(options.by);
  const certain = run.sampling.kind === 'median';
  const levels = resolveLevels(options.levels, usualLevels);
  const question = resolveQuestion({
    run,
    measure: 'revenueLost',
    ...(options.months === undefined ? {} : { months: options.months }),
    ...(options.given === undefined ? {} : { given: options.given }),
  });
  const { months, condition } = question;
  const draws = drawsOf(question);
  const replicates = replicatesOf(question);

  const origins = new Set(run.scenario.flows.map(({ origin }) => origin));
  const shares = lossShares(
    book.filter(({ origin }) => origins.has(origin)),
    run,
    loss,
    months,
  );
  const all = total(book);
  const groups = new Map<string, { readonly key: object; readonly entries: ExposureEntry[] }>();
  for (const entry of book) {
    const key = Object.fromEntries(axes.map((axis) => [axis, entry[axis] ?? ANY]));
    const text = JSON.stringify(key);
    const group = groups.get(text) ?? { key, entries: [] };
    group.entries.push(entry);
    groups.set(text, group);
  }
  const rows = Array.from(groups.values(), ({ key, entries }): ExposureRow => {
    const values = new Float64Array(draws);
    for (const entry of entries) {
      const lost = shares.get(fateOf(entry));
      if (lost === undefined) continue;
      for (let i = 0; i < draws; i++) {
        values[i] = values[i]! + entry.revenue.amount * lost[condition?.draws[i] ?? i]!;
      }
    }
    const revenue = total(entries);
    const summary = certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates);
    return {
      ...key,
      ...summary,
      revenue,
      revenueShare: all === 0 ? 0 : revenue / all,
      lossShare: revenue === 0 ? 0 : summary.mean / revenue,
    };
  });
  return {
    kind: 'exposure',
    measure: loss === 'gross' ? 'revenueAtRisk' : 'revenueAtRiskNet',
    label: `Revenue at risk, ${loss}`,
    unit: renderPrices(book[0]!.revenue),
    axes,
    where: {},
    levels: certain ? [] : levels,
    months,
    given: condition?.given ?? [],
    draws,
    rows,
    concentration: concentrationOf(book),
    untouched: [...new Set(book.map(({ origin }) => origin))].filter((origin) => !origins.has(origin)),
    meta: tableMeta(run),
  };
}

function concentrationOf(book: readonly ExposureEntry[]): Concentration {
  const byOrigin = new Map<string, number>();
  for (const { origin, revenue } of book) byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + revenue.amount);
  const all = total(book);
  let herfindahl = 0;
  let largest = { origin: '', share: -1 };
  for (const [origin, amount] of byOrigin) {
    const share = all === 0 ? 0 : amount / all;
    herfindahl += share * share;
    if (share > largest.share) largest = { origin, share };
  }
  return { herfindahl, effectiveOrigins: herfindahl === 0 ? 0 : 1 / herfindahl, largest };
}

function total(entries: readonly ExposureEntry[]): number {
  return entries.reduce((sum, { revenue }) => sum + revenue.amount, 0);
}

function resolveAxes(by: unknown): readonly ExposureAxis[] {
  const asked = by === undefined ? [] : typeof by === 'string' ? [by] : by;
  if (!Array.isArray(asked)) throw wrongType('by', 'an axis or a list of axes', by);
  if (new Set(asked).size < asked.length) throw outOfRange('by', 'each axis once', by);
  return asked.map((axis: unknown) =>
    expectName('by', 'one of the axes', axis, ['origin', 'sector', 'month'] as const),
  );
}
