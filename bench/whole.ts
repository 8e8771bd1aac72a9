import type { ProjectOptions } from 'tourism-impact';
import { ours, runProgram } from './rivals/programs.ts';
import { data, library } from './shipped.ts';
import { measure, type Spread, spread } from './timing.ts';

export interface WholeCost {
  readonly scenario: string;
  /** Seconds of the first call in a process, the compiler cold. */
  readonly first: Spread;
  /** Seconds of later calls. */
  readonly warm: Spread;
}

const PROCESSES = 5;
const REPETITIONS = 30;
/** The compiler is done with the code by then. */
const WARM_UP = 15;

/** `simulate` from check to panels, in processes of its own. */
export function measureWhole(scenario: string, draws: number): WholeCost {
  const runs = Array.from({ length: PROCESSES }, (_, round) =>
    runProgram(ours(scenario), { draws, repetitions: REPETITIONS, seed: 100 * round }),
  );
  return {
    scenario,
    first: spread(runs.map(({ seconds }) => seconds[0]!)),
    warm: spread(runs.flatMap(({ seconds }) => seconds.slice(WARM_UP))),
  };
}

/** Bytes that a run keeps for each draw. */
export function keptPerDraw(): number {
  const draws = 1000;
  const { panels } = library.simulate({ scenario: data.chinaJapan2025(), seed: 'bench', draws });
  let bytes = 0;
  for (const panel of panels.values()) bytes += panel.byteLength;
  return bytes / draws;
}

/** Questions to a run: the first reads a panel that the run keeps, the others compute again what it does not. */
export const questions: Readonly<Record<string, Omit<ProjectOptions, 'run'>>> = {
  'arrivals by month': { measure: 'arrivals', by: 'month' },
  'cancellations by week': { measure: 'cancellations', by: 'week', dated: 'made' },
  'revenue lost by category': { measure: 'revenueLost', by: 'category' },
  'guest nights by region': { measure: 'guestNights', by: 'region' },
};

export interface QuestionCost {
  readonly question: string;
  readonly rows: number;
  readonly seconds: Spread;
}

export function measureQuestions(draws: number): QuestionCost[] {
  const run = library.simulate({ scenario: data.chinaJapan2025(), seed: 'bench', draws });
  return Object.entries(questions).map(([question, options]) => {
    let rows = 0;
    const seconds = measure(() => {
      const projection = library.project({ ...options, run });
      rows = projection.rows.length;
      return projection.rows[0]!.mean;
    }, 7);
    return { question, rows, seconds };
  });
}
