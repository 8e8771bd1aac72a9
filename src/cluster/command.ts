#!/usr/bin/env node
// The command `tourism-impact`.
import { terminalBar } from './command-bar.ts';
import { runCommand } from './command-line.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => stop.abort(new Error(`stopped by ${name}`)));
}
process.exitCode = await runCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  signal: stop.signal,
  startBar: await terminalBar(process.stderr),
});
