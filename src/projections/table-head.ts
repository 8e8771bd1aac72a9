import { type MeasureDefinition, measures } from '../engine/measures.ts';
import type { Question } from './question.ts';
import type { TableHead } from './types.ts';

/** What a table says about its rows, from the question they answer. */
export function tableHead({ run, measure, months, dated, where }: Question): TableHead {
  const { label, unit }: MeasureDefinition = measures[measure];
  return {
    measure,
    label,
    unit: unit === 'money' ? moneyUnit(run.scenario.prices) : unit,
    months,
    dated,
    where,
  };
}

/** `JPY at 2025 prices` */
function moneyUnit({ currency, year }: { readonly currency: string; readonly year: number }): string {
  return `${currency} at ${year} prices`;
}
