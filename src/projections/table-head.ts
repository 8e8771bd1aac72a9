import { type MeasureDefinition, measures } from '../engine/measures.ts';
import { drawsOf } from './answer.ts';
import type { Question } from './question.ts';
import type { TableHead } from './types.ts';

/** What a table says about its rows, from the question they answer. */
export function tableHead(question: Question): TableHead {
  const { run, measure, months, dated, where, condition } = question;
  const { label, unit }: MeasureDefinition = measures[measure];
  return {
    measure,
    label,
    unit: unit === 'money' ? moneyUnit(run.scenario.prices) : unit,
    months,
    dated,
    where,
    given: condition?.given ?? [],
    draws: drawsOf(question),
  };
}

/** `JPY at 2025 prices` */
function moneyUnit({ currency, year }: { readonly currency: string; readonly year: number }): string {
  return `${currency} at ${year} prices`;
}
