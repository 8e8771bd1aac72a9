// Our program of the same work, called as the rivals are: ours.ts SCENARIO DRAWS REPETITIONS SEED
//
// SCENARIO is chinaJapan2025, or same-work-FLOWS, or planted-FLOWS, which differs from the same work by 2% of spend.
// Prints the processor seconds of each repetition, the 5%, 50% and 95% points of the loss in the last one, and their standard
// errors.
import type { Run, Scenario } from 'tourism-impact';
import { data, library } from '../shipped.ts';
import { processorSeconds } from '../timing.ts';
import { sameWork } from './same-work.ts';

const [name = '', draws, repetitions, seed] = process.argv.slice(2);

function scenarioOf(wanted: string): Scenario {
  const [, kind, flows] = /^(same-work|planted)-(\d+)$/.exec(wanted) ?? [];
  if (kind !== undefined) return sameWork(Number(flows), kind === 'planted' ? 1.02 : 1);
  if (wanted === 'chinaJapan2025') return data.chinaJapan2025();
  throw new Error(`no such scenario: ${wanted}`);
}

const scenario = scenarioOf(name);
const seconds: number[] = [];
let last: Run | undefined;
for (let repetition = 0; repetition < Number(repetitions); repetition++) {
  const begun = processorSeconds();
  last = library.simulate({ scenario, seed: Number(seed) + repetition, draws: Number(draws) });
  seconds.push(processorSeconds() - begun);
}
const { median, medianStandardError, intervals } = library.project({
  run: last!,
  measure: 'revenueLost',
  levels: [0.9],
}).rows[0]!;
const { lower, upper, lowerStandardError, upperStandardError } = intervals[0]!;
console.log(seconds.join(' '));
console.log([lower, median, upper].join(' '));
console.log([lowerStandardError, medianStandardError, upperStandardError].join(' '));
