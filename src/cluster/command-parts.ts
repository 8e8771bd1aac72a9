import { readFile } from 'node:fs/promises';
import type { StopSignal } from '../workers/host.ts';
import type { Progress } from '../workers/progress.ts';
import type { CommandBar } from './command-bar.ts';

/** Where a command says what it has to say, and hears that it must stop. */
export interface CommandWorld {
  readonly print: (text: string) => void;
  /** Progress and errors. */
  readonly complain: (text: string) => void;
  readonly signal: StopSignal;
  /** Draws a bar in place of lines of progress; null where there is no terminal for it. */
  readonly startBar: ((name: string) => CommandBar) | null;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly run: (options: Readonly<Record<string, string>>, world: CommandWorld) => Promise<void>;
}

/** The words of a command were not understood. */
export class UsageError extends Error {}

/** The number that an option holds; `undefined` where it is not given. */
export function readNumber(options: Readonly<Record<string, string>>, name: string): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw new UsageError(`--${name}: expected a number, received '${text}'`);
  return value;
}

/** The value in a JSON file. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Carries work out with a bar that shows how far it is, or else with a line for each tenth of the way. */
export async function withProgress<Result>(
  name: string,
  world: CommandWorld,
  work: (onProgress: (progress: Progress) => void) => Promise<Result>,
): Promise<Result> {
  const bar = world.startBar?.(name);
  try {
    return await work(bar?.show ?? reportTenths(name, world));
  } finally {
    bar?.stop();
  }
}

function reportTenths(name: string, world: CommandWorld): (progress: Progress) => void {
  let told = 0;
  return ({ fraction, drawsPerSecond, secondsLeft }) => {
    const tenths = Math.floor(fraction * 10);
    if (tenths <= told) return;
    told = tenths;
    world.complain(
      `${name}: ${tenths * 10}%, ${Math.round(drawsPerSecond)} draws a second, ${Math.ceil(secondsLeft)} s left\n`,
    );
  };
}
