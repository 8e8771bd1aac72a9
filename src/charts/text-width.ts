/** Letters of the same width, in thousandths of the font's height: DejaVu Sans, wider than Helvetica and Arial. */
const widths: readonly (readonly [string, number])[] = [
  ["iljI.,:;|'!‘’", 300],
  [' tfr()[]/-"', 400],
  ['mwMW%@', 900],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&', 690],
];

const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** Width of a line in pixels, for layout where no canvas is at hand to measure it. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widthOf.get(letter) ?? (letter > '\u2e7f' ? 1000 : 610);
  return (thousandths * fontSize) / 1000;
}
