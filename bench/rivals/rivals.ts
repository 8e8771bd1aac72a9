import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fetchPackages } from '../../scripts/installed-package.ts';
import { type Job, type Program, path } from './programs.ts';
import { lengths } from './same-work.ts';

/** The words that the rivals understand. */
function wordsOf(flows: number, { draws, repetitions, seed }: Job): string[] {
  return [draws, flows, repetitions, seed, lengths.join(',')].map(String);
}

/** What is raced over, by the name that it has in `ours.ts`. */
export type Work = 'same-work-1' | 'same-work-3' | 'one-stop';

/** A rival, with its program of some work or null where it has none; or why it is left out. */
export type Rival =
  | { readonly name: string; readonly versions: string; readonly of: (work: Work) => Program | null }
  | { readonly name: string; readonly missing: string };

/** For programs that have the same work built in, over however many flows. */
function forFlows(program: (flows: number) => Program): (work: Work) => Program | null {
  return (work) => (work === 'one-stop' ? null : program(work === 'same-work-1' ? 1 : 3));
}

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
    of: forFlows((flows) => ({ name, command: binary, words: (job) => wordsOf(flows, job) })),
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
      of: forFlows((flows) => ({
        name,
        command: python,
        words: (job) => [path('brute_force.py'), ...wordsOf(flows, job)],
      })),
    };
  }
  return { name, missing: 'no python3 here has numpy' };
}

const SQUIGGLE = '0.10.0';
const squiggleHome = path('../../.engines/squiggle');

/** Squiggle, fetched when it is first wanted: it brings 60 packages, too many to ask of all who work on this one. */
export function squiggleRival(): Rival {
  const name = 'Squiggle';
  try {
    fetchPackages(squiggleHome, { '@quri/squiggle-lang': SQUIGGLE });
  } catch {
    return { name, missing: `npm cannot fetch @quri/squiggle-lang ${SQUIGGLE}` };
  }
  const program: Program = {
    name,
    command: process.execPath,
    words: ({ draws, repetitions, seed }) => [
      '--import',
      'tsx',
      path('squiggle.ts'),
      ...[squiggleHome, draws, repetitions, seed].map(String),
    ],
  };
  return {
    name,
    versions: `@quri/squiggle-lang ${SQUIGGLE} on Node ${process.versions.node}`,
    of: (work) => (work === 'one-stop' ? program : null),
  };
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
    versions: `timed by its own clock, ${isSource ? flags.join(' ') : `by ${python}`}`,
    of: forFlows((flows) => ({
      name,
      command: command!,
      words: ({ draws, repetitions }) => [...first, ...[draws, flows, 24, repetitions].map(String)],
      read: (output) => {
        const [, , , seconds = NaN, , ...loss] = output.trim().split(/\s+/).map(Number);
        if (!Number.isFinite(seconds)) throw new Error(`${name} answered: ${output}`);
        return { seconds: [seconds], loss, standardErrors: [] };
      },
    })),
  };
}
