import { behaviourRows } from './behaviour.generated.ts';
import { type Figure, readOn } from './figure.ts';
import { known } from './misuse.ts';

export interface BehaviourFigure extends Omit<Figure, 'period'> {
  readonly topic: string;
  /** An episode's id, a market, or `ALL`. */
  readonly subject: string;
  readonly statistic: string;
}

/**
 * How travellers took past advisories and shocks: how fast a fall is reached, what is cancelled, how long recovery
 * takes, what part travels in groups.
 *
 * @throws RangeError for a topic without figures
 */
export function behaviour(options: { readonly topic?: string } = {}): readonly BehaviourFigure[] {
  if (options.topic !== undefined) {
    known('topic', options.topic, [...new Set(behaviourRows.map((row) => row[0]))]);
  }
  return behaviourRows
    .filter(([topic]) => (options.topic ?? topic) === topic)
    .map(([topic, subject, statistic, value, unit, source, quality]) => ({
      topic,
      subject,
      statistic,
      value,
      unit,
      source,
      read: readOn,
      quality,
    }));
}
