import type { Given } from '../engine/types.ts';
import type { TableMeta } from '../projections/types.ts';
import { outOfRange, wrongType } from '../scenario/misuse.ts';
import type { ChartOptions, ChartSpec, Part } from './chart-spec.ts';
import { groupThousands } from './number-text.ts';
import { palette } from './palette.ts';

/** What stands around a chart. */
interface Frame {
  readonly options: ChartOptions;
  readonly title: string;
  /** How to read the marks. */
  readonly subtitle: string;
  /** Seeds, draws and the like. */
  readonly caption: string;
  /** Width that text may take, in pixels. */
  readonly width: number;
}

const font = 'Helvetica, Arial, "DejaVu Sans", sans-serif';

/** A chart under its title and above its caption. */
export function frame({ options, title, subtitle, caption, width }: Frame, chart: Part): ChartSpec {
  const notes = [caption, ...(options.source === undefined ? [] : [`Source: ${options.source}`])];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: wrap(options.title ?? title, width, 15), subtitle: wrap(subtitle, width, 11) },
    vconcat: [
      chart,
      notesBelow(notes.filter((note) => note !== '').flatMap((note) => wrap(note, width, 10))),
    ],
    spacing: 12,
    config,
  };
}

/** Text in a row of its own, since Vega-Lite knows no captions. */
function notesBelow(lines: readonly string[]): Part {
  return {
    width: 10,
    height: 13 * lines.length,
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      fontSize: 10,
      lineHeight: 13,
      color: palette.faint,
    },
    encoding: { x: { value: 0 }, y: { value: 0 }, text: { value: lines } },
    view: { stroke: null },
  };
}

const config: Part = {
  font,
  background: '#ffffff',
  padding: 12,
  title: {
    anchor: 'start',
    frame: 'group',
    fontSize: 15,
    fontWeight: 'bold',
    color: palette.ink,
    subtitleFontSize: 11,
    subtitleColor: palette.faint,
    subtitleLineHeight: 15,
    lineHeight: 19,
    subtitlePadding: 5,
    offset: 14,
  },
  view: { stroke: null },
  axis: {
    labelFontSize: 11,
    labelColor: palette.ink,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    titleColor: palette.faint,
    gridColor: palette.grid,
    domainColor: palette.before,
    tickColor: palette.before,
  },
  legend: {
    orient: 'top',
    title: null,
    labelFontSize: 11,
    labelColor: palette.ink,
    labelLimit: 320,
    symbolType: 'square',
    symbolSize: 110,
    columnPadding: 14,
    offset: 4,
  },
};

/** What the draws of a table were chosen by, and how many they are. */
interface Chosen {
  readonly given: readonly Given[];
  readonly draws: number;
}

/** Draws, seed and version, and what is given; a median case has no seed. */
export function madeBy(meta: TableMeta, chosen: Chosen = { given: [], draws: meta.draws }): string {
  const { sampling, seed, version, fingerprint } = meta;
  const all = `${groupThousands(String(meta.draws))} ${meta.draws === 1 ? 'draw' : 'draws'}`;
  const draws =
    chosen.given.length === 0
      ? all
      : `${groupThousands(String(chosen.draws))} of ${all}, those with ${chosen.given.map(givenText).join(' and ')}`;
  const how =
    sampling === 'median'
      ? 'Every input at its median'
      : `${draws}${sampling === 'random' ? '' : ` of the design ‘${sampling}’`}, seed ‘${seed}’`;
  return `${how}; tourism-impact ${version}, scenario ${fingerprint}`;
}

/** `event ‘summit’`, `stage ‘settled’ not reached by 2026-05-01` */
function givenText(given: Given): string {
  if ('event' in given) return `${given.happened === false ? 'no ' : ''}event ‘${given.event}’`;
  const reached = given.reached === false ? 'not reached' : 'reached';
  return `stage ‘${given.stage}’ ${reached}${given.by === undefined ? '' : ` by ${given.by}`}`;
}

/** Lines that fit, of a font whose letters are 0.55 of their height wide on average. */
function wrap(text: string, width: number, fontSize: number): readonly string[] {
  const most = Math.max(20, Math.floor(width / (0.55 * fontSize)));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `Arrivals by month`; `Revenue lost, gross, by month`. */
export function splitBy(label: string, axis: string): string {
  return `${label}${label.includes(',') ? ',' : ''} by ${axis}`;
}

/** A size in pixels: as asked for, or the usual one. */
export function sizeOf(options: ChartOptions, side: 'width' | 'height', usual: number): number {
  const asked: unknown = options[side];
  if (asked === undefined) return usual;
  const least = side === 'width' ? 200 : 50;
  if (typeof asked !== 'number') throw wrongType(side, 'a number of pixels', asked);
  if (!(asked >= least && asked <= 2000)) throw outOfRange(side, `${least} to 2000 pixels`, asked);
  return asked;
}
