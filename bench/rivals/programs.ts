import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

export const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

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
