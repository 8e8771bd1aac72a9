import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lengths } from './same-work.ts';

/** A program that carries draws through the model, and tells how long it took. */
export interface Program {
  readonly name: string;
  readonly command: string;
  /** Arguments for a job. */
  readonly words: (job: Job) => readonly string[];
  /** Reads what it prints, where that is not as `ours.ts` prints it. */
  readonly read?: (output: string) => Outcome;
}

export interface Job {
  readonly draws: number;
  readonly repetitions: number;
  readonly seed: number;
}

export interface Outcome {
  /** Processor seconds of each repetition. */
  readonly seconds: readonly number[];
  /** The 5%, 50% and 95% points of the loss in the last repetition. */
  readonly loss: readonly number[];
  /** Of those points; empty where the program does not tell. */
  readonly standardErrors: readonly number[];
}

export function runProgram({ name, command, words, read }: Program, job: Job): Outcome {
  const output = execFileSync(command, words(job), { encoding: 'utf8', timeout: 300_000 });
  if (read !== undefined) return read(output);
  const [seconds = [], loss = [], standardErrors = []] = output
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  if (
    seconds.length !== job.repetitions ||
    loss.length !== 3 ||
    ![...seconds, ...loss].every(Number.isFinite)
  ) {
    throw new Error(`${name} answered: ${output}`);
  }
  return { seconds, loss, standardErrors };
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** This package. */
export function ours(scenario: string): Program {
  return {
    name: 'tourism-impact',
    command: process.execPath,
    words: ({ draws, repetitions, seed }) => [
      '--import',
      'tsx',
      path('ours.ts'),
      ...[scenario, draws, repetitions, seed].map(String),
    ],
  };
}

/** The words that the rivals understand. */
function wordsOf(flows: number, { draws, repetitions, seed }: Job): string[] {
  return [draws, flows, repetitions, seed, lengths.join(',')].map(String);
}

/** A rival, and how to have it for so many flows; or why it is left out. */
export type Rival =
  | { readonly name: string; readonly versions: string; readonly of: (flows: number) => Program }
  | { readonly name: string; readonly missing: string };

const flags: readonly string[] = ['-O3', '-march=native', '-ffast-math'];

/** C++, compiled here; the compiler is `CXX`, or g++. */
export function cppRival(): Rival {
  const name = 'C++';
  const compiler = process.env.CXX ?? 'g++';
  const version = answerOf(compiler, '--version');
  if (version === null) return { name, missing: `there is no ${compiler}` };
  const binary = path('../../tmp/bench/brute-force');
  mkdirSync(path('../../tmp/bench'), { recursive: true });
  if (answerOf(compiler, ...flags, path('brute-force.cpp'), '-o', binary) === null) {
    return { name, missing: `${compiler} does not compile it with ${flags.join(' ')}` };
  }
  const compiled = `${version.split('\n', 1)[0]}, ${flags.join(' ')}`;
  return {
    name,
    versions: compiled,
    of: (flows) => ({ name, command: binary, words: (job) => wordsOf(flows, job) }),
  };
}

const pythons: readonly string[] = ['python3', '/usr/bin/python3'];

/** NumPy, under the first Python that has it: the one on the path, or the system's own. */
export function numpyRival(): Rival {
  const name = 'NumPy';
  const asked = 'import sys, numpy; print(numpy.__version__, "on Python", sys.version.split()[0])';
  for (const python of pythons) {
    const version = answerOf(python, '-c', asked);
    if (version === null) continue;
    return {
      name,
      versions: `NumPy ${version}`,
      of: (flows) => ({
        name,
        command: python,
        words: (job) => [path('brute_force.py'), ...wordsOf(flows, job)],
      }),
    };
  }
  return { name, missing: 'no python3 here has numpy' };
}

function answerOf(command: string, ...words: string[]): string | null {
  try {
    return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/**
 * A program from elsewhere that does the same work over 24 months of 30 days: it is called with DRAWS FLOWS MONTHS
 * REPETITIONS and prints these, the median of its seconds, a rate, and three points of the loss. C++ sources are
 * compiled here.
 */
export function referee(file: string): Rival {
  const name = file.split('/').pop()!;
  const isSource = file.endsWith('.cpp');
  const binary = path(`../../tmp/bench/${name}.out`);
  mkdirSync(path('../../tmp/bench'), { recursive: true });
  if (isSource && answerOf(process.env.CXX ?? 'g++', ...flags, file, '-o', binary) === null) {
    return { name, missing: `it does not compile with ${flags.join(' ')}` };
  }
  const python = pythons.find((one) => answerOf(one, '-c', 'import numpy') !== null);
  if (!isSource && python === undefined) return { name, missing: 'no python3 here has numpy' };
  const [command, ...first] = isSource ? [binary] : [python, file];
  return {
    name,
    versions: isSource ? flags.join(' ') : `by ${python}`,
    of: (flows) => ({
      name,
      command: command!,
      words: ({ draws, repetitions }) => [...first, ...[draws, flows, 24, repetitions].map(String)],
      read: (output) => {
        const [, , , seconds = NaN, , ...loss] = output.trim().split(/\s+/).map(Number);
        if (!Number.isFinite(seconds)) throw new Error(`${name} answered: ${output}`);
        return { seconds: [seconds], loss, standardErrors: [] };
      },
    }),
  };
}
