import { parseArgs } from 'node:util';
import { ScenarioError } from '../errors.ts';
import { version } from '../version.ts';
import { type Command, type CommandWorld, UsageError } from './command-parts.ts';
import { merge, plan, project, shard } from './file-commands.ts';
import { simulate, worker } from './queue-commands.ts';

const commands: Readonly<Record<string, Command>> = { plan, shard, merge, project, worker, simulate };

const usage = `tourism-impact ${version}

${Object.entries(commands)
  .map(([name, command]) => `  tourism-impact ${name} ${command.usage}\n      ${command.summary}`)
  .join('\n')}
`;

/**
 * Runs a command of the command line, `['plan', '--scenario', ...]`, and answers with the exit code: 0, 1 where it
 * failed, 2 where it was not understood.
 */
export async function runCommand(words: readonly string[], world: CommandWorld): Promise<number> {
  const [name = 'help', ...args] = words;
  if (['help', '--help', '-h'].includes(name)) {
    world.print(usage);
    return 0;
  }
  if (['version', '--version', '-v'].includes(name)) {
    world.print(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`there is no command '${name}'`);
    await command.run(readOptions(command, args), world);
    return 0;
  } catch (error) {
    const misunderstood = error instanceof UsageError;
    const what = error instanceof ScenarioError ? 'the scenario cannot be run:\n' : '';
    world.complain(`${what}${error instanceof Error ? error.message : String(error)}\n`);
    if (misunderstood)
      world.complain(command === undefined ? usage : `usage: tourism-impact ${name} ${command.usage}\n`);
    return misunderstood ? 2 : 1;
  }
}

function readOptions(command: Command, args: readonly string[]): Readonly<Record<string, string>> {
  const options = Object.fromEntries(
    [...command.required, ...command.optional].map((name) => [name, { type: 'string' as const }]),
  );
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const missing = command.required.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new UsageError(`missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
