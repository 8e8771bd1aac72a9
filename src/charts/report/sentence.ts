import { numberText } from '../number-text.ts';

/** A number in a sentence: what it is, and how it is written. */
export interface Figure {
  /** As in the rows of the projection it comes from, with every digit. */
  readonly value: number;
  readonly unit: string;
  /** Rounded to three significant digits. */
  readonly text: string;
}

/** A sentence of the report, and the figures in it in order. */
export interface Sentence {
  /** What it speaks of: `'arrivals'`, `'cancellations'` ... */
  readonly about: string;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** Puts sentences together from words and figures: ``say('arrivals')`${arrivals} come.` `` */
export type Say = (words: TemplateStringsArray, ...parts: readonly (Figure | Phrase | string)[]) => Sentence;

/** Words with figures in them, a part of a sentence. */
export interface Phrase {
  readonly words: readonly (Figure | string)[];
}

export function say(about: string): Say {
  return (words, ...parts) => {
    const all = [words[0]!, ...parts.flatMap((part, index) => [...flat(part), words[index + 1]!])];
    return {
      about,
      text: textOf({ words: all }),
      figures: all.filter((word) => typeof word !== 'string'),
    };
  };
}

/** A part of a sentence: ``phrase`from ${low} to ${high}` `` */
export function phrase(words: TemplateStringsArray, ...parts: readonly (Figure | Phrase | string)[]): Phrase {
  return { words: [words[0]!, ...parts.flatMap((part, index) => [...flat(part), words[index + 1]!])] };
}

/** How a part of a sentence reads. */
export function textOf(part: Figure | Phrase): string {
  return flat(part)
    .map((word) => (typeof word === 'string' ? word : word.text))
    .join('');
}

/** A figure of a unit. */
export function figure(value: number, unit: string): Figure {
  return { value, unit, text: numberText(value, unit) };
}

/** The figure without its sign, for words that say the direction. */
export function size(value: number, unit: string): Figure {
  return { value, unit, text: numberText(Math.abs(value), unit) };
}

function flat(part: Figure | Phrase | string): readonly (Figure | string)[] {
  return typeof part === 'object' && 'words' in part ? part.words : [part];
}
