import type { ChartSpec } from './chart-spec.ts';

/** The title of a chart as one line. */
export function chartTitle({ title }: ChartSpec): string {
  if (typeof title !== 'object' || title === null || !('text' in title)) return '';
  return Array.isArray(title.text) ? title.text.join(' ') : String(title.text);
}
