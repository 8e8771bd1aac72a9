import type { Projection, ProjectionRow, RowSummary } from '../../projections/types.ts';
import { shownLevel } from '../bar-chart.ts';
import { windowText } from '../loss-chart.ts';
import { currencyOf, levelText } from '../number-text.ts';
import type { ReportFacts } from './report-facts.ts';
import { type Figure, figure, type Phrase, phrase, type Sentence, say, size, textOf } from './sentence.ts';

/** A share that is smaller is called none: less than a hundredth of a per cent. */
const SMALL = 5e-5;
/** Of the largest figure that it can be compared with: rounding. */
const ROUNDING = 1e-9;

/**
 * The answer in words. Each sentence is true of the figures it holds, and those are figures of projections: of falls and
 * rises, of losses and gains, where nothing changes, and for one flow. What cannot be said is left out.
 */
export function sentencesOf(
  facts: ReportFacts,
  names: Readonly<Record<string, string>>,
): readonly Sentence[] {
  return [
    ...arrivalsSentences(facts),
    ...deepestMonth(facts),
    ...cancellationsSentence(facts),
    ...lossSentence(facts),
    ...netSentence(facts),
    ...gdpSentence(facts),
    ...thresholdSentences(facts),
    ...hardestHit('flow', facts.lostByFlow, facts, names),
    ...hardestHit('region', facts.lostByRegion, facts, names),
    ...precision(facts),
  ];
}

function arrivalsSentences({ arrivals, baseline, change, months }: ReportFacts): readonly Sentence[] {
  const [come, otherwise] = [arrivals.rows[0]!, baseline.rows[0]!];
  const total = figure(come.mean, arrivals.unit);
  const first = say(
    'arrivals',
  )`From ${windowText(months).replace(' to ', ' to the end of ')}, ${total} arrivals are expected${aside(arrivals)}; without the advisories it would be ${figure(otherwise.mean, baseline.unit)}.`;
  const [row] = change.rows;
  if (row === undefined) return [first];
  const span = spanOf(change, fallOrRise);
  return [first, say('change')`That is ${fallOrRise(row.mean)}${onAverage(change)}${span}.`];
}

function deepestMonth({ changeByMonth }: ReportFacts): readonly Sentence[] {
  if (changeByMonth.rows.length < 2) return [];
  const deepest = changeByMonth.rows.reduce((a, b) => (b.mean < a.mean ? b : a));
  if (deepest.mean > -SMALL) return [];
  const month = windowText({ from: deepest.month!, count: 1 });
  return [
    say(
      'deepest month',
    )`No month falls further than ${month}: ${fallOrRise(deepest.mean)}${onAverage(changeByMonth)}${spanOf(changeByMonth, fallOrRise, deepest)}.`,
  ];
}

function cancellationsSentence({
  cancellations,
  cancellationsByWeek,
  baseline,
}: ReportFacts): readonly Sentence[] {
  const [total] = cancellations.rows;
  const { unit } = cancellations;
  if (!(total!.mean > ROUNDING * baseline.rows[0]!.mean)) {
    return [say('cancellations')`No bookings are cancelled on account of the advisories.`];
  }
  const count = phrase`${figure(total!.mean, unit)} bookings are cancelled on account of the advisories${aside(cancellations)}`;
  const most = cancellationsByWeek.rows.reduce((a, b) => (b.mean > a.mean ? b : a));
  return cancellationsByWeek.rows.length < 2
    ? [say('cancellations')`${count}.`]
    : [say('cancellations')`${count}; no week has more than ${most.week!}, with ${figure(most.mean, unit)}.`];
}

function lossSentence({ lost, lostShare }: ReportFacts): readonly Sentence[] {
  const [row] = lost.rows;
  const [share] = lostShare.rows;
  if (share === undefined) return [];
  if (share.mean < ROUNDING) return [say('loss')`No revenue is lost.`];
  return [
    say(
      'loss',
    )`Revenue of ${figure(row!.mean, lost.unit)} is lost, gross of substitutes and returns${aside(lost)}: ${figure(share.mean, 'share')} of the revenue without the advisories${onAverage(lost)}.`,
  ];
}

function netSentence({ lost, lostNet, lostShare }: ReportFacts): readonly Sentence[] {
  const [gross, net] = [lost.rows[0]!, lostNet.rows[0]!];
  const differs = Math.abs(gross.mean - net.mean) > ROUNDING * Math.abs(gross.mean);
  if (!differs || lostShare.rows[0] === undefined) return [];
  const words = lossOrGain(lostNet.unit, ROUNDING * Math.abs(gross.mean));
  return [
    say(
      'net loss',
    )`With visitors who take the place of those lost and trips that come later, ${words(net.mean)} remains${onAverage(lostNet)}${spanOf(lostNet, words)}.`,
  ];
}

function gdpSentence(facts: ReportFacts): readonly Sentence[] {
  const { lostOfGdp } = facts;
  const row = lostOfGdp?.rows[0];
  if (row === undefined || lostOfGdp === null || !isLoss(facts)) return [];
  return [
    say(
      'gdp',
    )`The gross loss is ${figure(row.mean, 'share')} of the gross domestic product of these months${aside(lostOfGdp)}.`,
  ];
}

function thresholdSentences({ thresholds, lost }: ReportFacts): readonly Sentence[] {
  return thresholds.map(({ value, label, chance }) => {
    const line =
      label === undefined
        ? phrase`${figure(value, lost.unit)}`
        : phrase`${figure(value, lost.unit)} (${label})`;
    if (chance.value === 0) return say('threshold')`In none of the draws is the gross loss above ${line}.`;
    if (chance.value === 1) return say('threshold')`In every draw the gross loss is above ${line}.`;
    return say(
      'threshold',
    )`The gross loss is above ${line} in ${figure(chance.value, 'share')} of the draws.`;
  });
}

/** The row that loses most, where there are several and one is ahead. */
function hardestHit(
  axis: 'flow' | 'region',
  losses: Projection | null,
  facts: ReportFacts,
  names: Readonly<Record<string, string>>,
): readonly Sentence[] {
  if (losses === null || losses.rows.length < 2 || !isLoss(facts)) return [];
  const [first, second] = [...losses.rows].sort((a, b) => b.mean - a.mean);
  const total = facts.lost.rows[0]!.mean;
  if (!(first!.mean > second!.mean * (1 + ROUNDING))) return [];
  const name = first![axis]!;
  return [
    say(
      axis,
    )`The ${axis} that loses most is ${names[name] ?? name}: ${figure(first!.mean, losses.unit)}${onAverage(losses)}, ${figure(first!.mean / total, 'share')} of the total.`,
  ];
}

function precision(facts: ReportFacts): readonly Sentence[] {
  const { lost, run } = facts;
  const { standardError, mean } = lost.rows[0]!;
  if (run.sampling.kind === 'median' || !isLoss(facts) || !(standardError > ROUNDING * mean)) return [];
  return [
    say(
      'precision',
    )`Chance in the drawing itself (Monte Carlo) moves the mean loss by some ${figure(standardError, lost.unit)}, its standard error; the ranges come from what is uncertain in the inputs.`,
  ];
}

/** Whether revenue is lost at all, and not by rounding. */
export function isLoss({ lostShare }: ReportFacts): boolean {
  return (lostShare.rows[0]?.mean ?? 0) >= ROUNDING;
}

/** ` on average`, where there are draws to take it over. */
function onAverage({ meta }: Projection): string {
  return meta.sampling === 'median' ? '' : ' on average';
}

/** ` (mean; 80% of the draws: 1.2 million to 2.3 million)`; nothing for a median case. */
function aside(projection: Projection): Phrase {
  const interval = shownInterval(projection, projection.rows[0]!);
  if (interval === null) return projection.meta.sampling === 'median' ? phrase`` : phrase` (mean)`;
  const { level, lower, upper } = interval;
  const part = phrase`${levelText(level)} of the draws`;
  const [mean, low, high] = [projection.rows[0]!.mean, lower, upper].map((value) =>
    figure(value, projection.unit),
  );
  return alike(mean!, low!, high!)
    ? phrase` (mean; the same in ${part})`
    : phrase` (mean; ${part}: ${low!} to ${high!})`;
}

/** `, in 80% of the draws between a fall of 3.2% and a rise of 1.3%`; nothing where there are no intervals. */
function spanOf(
  projection: Projection,
  words: (value: number) => Phrase,
  row: ProjectionRow = projection.rows[0]!,
): Phrase {
  const interval = shownInterval(projection, row);
  if (interval === null) return phrase``;
  const { level, lower, upper } = interval;
  const part = phrase`${levelText(level)} of the draws`;
  return alike(words(row.mean), words(lower), words(upper))
    ? phrase`, the same in ${part}`
    : phrase`, in ${part} between ${words(lower)} and ${words(upper)}`;
}

/** Whether all read the same: a range from a figure to itself is none. */
function alike(...parts: readonly (Figure | Phrase)[]): boolean {
  return new Set(parts.map(textOf)).size === 1;
}

function shownInterval(projection: Projection, row: RowSummary): RowSummary['intervals'][number] | null {
  const level = shownLevel(projection);
  return row.intervals.find((interval) => interval.level === level) ?? null;
}

/** Of a change on the baseline: `a fall of 3.20%`. */
function fallOrRise(change: number): Phrase {
  if (Math.abs(change) < SMALL) return phrase`no change to speak of`;
  return change < 0 ? phrase`a fall of ${size(change, 'share')}` : phrase`a rise of ${size(change, 'share')}`;
}

/** Of a loss, which may be negative: `a loss of 1.20 billion JPY`. */
function lossOrGain(unit: string, rounding: number): (loss: number) => Phrase {
  return (loss) => {
    if (Math.abs(loss) <= rounding) return phrase`no loss`;
    return loss > 0 ? phrase`a loss of ${size(loss, unit)}` : phrase`a gain of ${size(loss, unit)}`;
  };
}

/** `JPY at 2025 prices`, for a note; the unit itself where it is no money. */
export function priceNote({ lost }: ReportFacts): string {
  return currencyOf(lost.unit) === '' ? '' : `Money is in ${lost.unit}.`;
}
