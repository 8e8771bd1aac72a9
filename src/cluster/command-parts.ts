import { readFile } from 'node:fs/promises';
import type { StopSignal } from '../workers/host.ts';
import type { Progress } from '../workers/progress.ts';

/** Where a command says what it has to say, and hears that it must stop. */
export interface CommandWorld {
  readonly print: (text: string) => void;
  /** Progress and errors. */
  readonly complain: (text: string) => void;
  readonly signal: StopSignal;
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

/** A line for each tenth of the way. */
export function reportTenths(name: string, world: CommandWorld): (progress: Progress) => void {
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
