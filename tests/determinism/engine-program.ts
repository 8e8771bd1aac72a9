// Runs on any engine, bundled into one file, and needs nothing of its host but a way to print.
import { runBattery, runPlantedFault } from './battery.ts';

const host = globalThis as {
  readonly document?: unknown;
  readonly print?: (text: string) => void;
  readonly console?: { log(text: string): void };
  answer?: string;
};
const answer = JSON.stringify({ sections: runBattery(), planted: runPlantedFault() });
host.answer = answer;
// Pages have a `print` too: it opens a dialogue.
if (host.print !== undefined && host.document === undefined) host.print(answer);
else host.console?.log(answer);
