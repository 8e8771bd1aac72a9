// Squiggle's program of one-stop, called as the rivals are: squiggle.ts HOME DRAWS REPETITIONS SEED
//
// HOME has @quri/squiggle-lang in its node_modules. Prints the processor seconds of each repetition, and the 5%, 50% and
// 95% points of the loss in the last one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { processorSeconds } from '../timing.ts';

/** What is used of Squiggle. */
interface Squiggle {
  readonly run: (code: string, options: { readonly environment: Environment }) => Promise<Output>;
}

interface Environment {
  readonly sampleCount: number;
  readonly xyPointLength: number;
  readonly seed: string;
}

interface Output {
  readonly result:
    | { readonly ok: true; readonly value: { readonly result: { readonly asJS: () => unknown } } }
    | { readonly ok: false; readonly value: object };
}

const [home = '', draws, repetitions, seed] = process.argv.slice(2);
const entry = join(home, 'node_modules/@quri/squiggle-lang/dist/index.js');
const { run }: Squiggle = await import(pathToFileURL(entry).href);
const code = readFileSync(new URL('one-stop.squiggle', import.meta.url), 'utf8');

const seconds: number[] = [];
let loss: unknown;
for (let repetition = 0; repetition < Number(repetitions); repetition++) {
  // Points of a density are not asked for; their number is Squiggle's default.
  const environment = {
    sampleCount: Number(draws),
    xyPointLength: 1000,
    seed: `${Number(seed) + repetition}`,
  };
  const begun = processorSeconds();
  const { result } = await run(code, { environment });
  seconds.push(processorSeconds() - begun);
  if (!result.ok) throw new Error(String(result.value));
  loss = result.value.result.asJS();
}
if (!Array.isArray(loss)) throw new Error(`Squiggle answered: ${String(loss)}`);
console.log(seconds.join(' '));
console.log(loss.join(' '));
