import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { requireFreshDist } from '../support/dist.ts';
import { manifest, root, scratch } from '../support/repository.ts';
import { type Block, blocksOf, outputBlockOf, type Program, placeOf } from './documents.ts';
import { type Instrumented, instrument } from './expectations.ts';

/** What is said to be printed at a place, and what was. */
export interface Comparison {
  readonly place: string;
  readonly expected: string;
  readonly printed: string;
  /** Puts what was printed in the place of what was expected: new texts by line index of the document. */
  readonly corrected: { readonly from: number; readonly to: number; readonly lines: readonly string[] };
}

export interface Outcome {
  readonly program: Program;
  readonly failure: string | null;
  readonly comparisons: readonly Comparison[];
}

interface Answers {
  readonly printed: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const trimmed = (text: string): string => text.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');

function compareRemarks(block: Block, id: string, { remarks }: Instrumented, answers: Answers): Comparison[] {
  return remarks.map(({ from, to, before, expected }, index) => {
    const printed = trimmed(answers.printed[`${id}/${index}`] ?? '');
    const lines = before === '' ? printed.split('\n') : [onOneLine(printed)];
    return {
      place: placeOf(block, from),
      expected: onOneLine(expected),
      printed: onOneLine(printed),
      corrected: {
        from: block.open + 1 + from,
        to: block.open + 1 + to,
        lines: lines.map((line) => `${before}// => ${line}`.trimEnd()),
      },
    };
  });
}

function compareOutput(block: Block, id: string, answers: Answers): Comparison[] {
  const output = outputBlockOf(block, blocksOf(block.document));
  if (output === null) return [];
  const printed = trimmed(answers.printed[id] ?? '');
  const corrected = { from: output.open + 1, to: output.close, lines: printed.split('\n') };
  return [{ place: placeOf(output), expected: trimmed(output.code.join('\n')), printed, corrected }];
}

/** Runs programs against the built package, in one process, one after the other. */
export async function runPrograms(programs: readonly Program[]): Promise<Outcome[]> {
  const usesPackage = programs.some(({ blocks }) =>
    blocks.some(({ code }) => code.join('\n').includes(`'${manifest.name}`)),
  );
  if (usesPackage) requireFreshDist();
  const directory = scratch('docs');
  try {
    const parts = programs.map(({ blocks }, p) => blocks.map((block, b) => instrument(block, `${p}.${b}`)));
    const list: { id: string; file: string }[] = [];
    const broken = new Map<number, string>();
    for (const [p, { blocks }] of programs.entries()) {
      const astray = parts[p]!.flatMap((part, b) => part.astray.map((line) => placeOf(blocks[b]!, line)));
      if (astray.length > 0)
        broken.set(p, `${astray.join(', ')}: "// =>" belongs after a statement of the block`);
      if (blocks[0]!.flags.includes('no-run')) continue;
      const file = join(directory, `${p}.mjs`);
      try {
        const source = parts[p]!.map((part) => part.code).join('\n');
        writeFileSync(
          file,
          (await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' })).code,
        );
        list.push({ id: String(p), file });
      } catch (error) {
        broken.set(p, String(error));
      }
    }
    writeFileSync(join(directory, 'list.json'), JSON.stringify(list));
    const runner = join(root, 'tests/docs/runner.mjs');
    execFileSync(process.execPath, [runner, 'list.json', 'answers.json'], {
      cwd: directory,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 240_000,
    });
    const answers: Answers = JSON.parse(readFileSync(join(directory, 'answers.json'), 'utf8'));
    return programs.map((program, p) => {
      const failure = broken.get(p) ?? answers.failures[String(p)] ?? null;
      if (failure !== null || program.blocks[0]!.flags.includes('no-run'))
        return { program, failure, comparisons: [] };
      const comparisons = program.blocks.flatMap((block, b) => {
        const id = `${p}.${b}`;
        return [...compareRemarks(block, id, parts[p]![b]!, answers), ...compareOutput(block, id, answers)];
      });
      return { program, failure, comparisons };
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
