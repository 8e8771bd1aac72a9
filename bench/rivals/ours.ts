// Our program of the same work, called as the rivals are: ours.ts SCENARIO DRAWS REPETITIONS SEED
//
// SCENARIO is one of those below; after `planted-` it spends 2% more, which is other work.
// Prints the processor seconds of each repetition, the 5%, 50% and 95% points of the loss in the last one, and their standard
// errors.
import type { Run, Scenario } from 'tourism-impact';
import { data, library } from '../shipped.ts';
import { processorSeconds } from '../timing.ts';
import { oneStop, sameWork } from './same-work.ts';

const [name = '', draws, repetitions, seed] = process.argv.slice(2);

const scenarios: Readonly<Record<string, (spendFactor: number) => Scenario>> = {
  chinaJapan2025: () => data.chinaJapan2025(),
  'same-work-1': (spendFactor) => sameWork(1, spendFactor),
  'same-work-3': (spendFactor) => sameWork(3, spendFactor),
  'one-stop': oneStop,
};

const [, planted, wanted = ''] = /^(planted-)?(.*)$/.exec(name) ?? [];
const make = scenarios[wanted];
if (make === undefined) throw new Error(`no such scenario: ${wanted}`);
const scenario = make(planted === undefined ? 1 : 1.02);
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
