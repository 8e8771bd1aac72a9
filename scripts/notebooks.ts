// Runs the notebooks of examples/notebooks from top to bottom: npm run notebooks. With -- --write, keeps the outputs.
//
// Needs Jupyter (Debian's packages, called as /usr/bin/jupyter) and Deno, whose kernel runs TypeScript. Deno is fetched
// into .engines/, outside the dependencies; as root, or with CI set, Jupyter is installed by apt-get where it is
// missing. Where they cannot be had, it says so; with CI set that is a failure. A cell that throws is a failure, and so
// are outputs whose text is not what the notebook has on record (pictures may differ by the fonts of the machine). Last,
// the first notebook is built as a page with Observable's Notebook Kit, offline, into tmp/notebook-page/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBar } from '../examples/support/progress-bar.ts';
import { notebookPaths, readNotebook, textOfOutputs } from '../tests/support/notebook.ts';
import { root, scratch } from '../tests/support/repository.ts';
import { buildPage } from './notebook-page.ts';

const python = '/usr/bin/python3';
const home = join(root, '.engines');
const debian = [
  'jupyter-core',
  'jupyter-client',
  'python3-nbformat',
  'python3-ipykernel',
  'fonts-dejavu-core',
];

function succeeds(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}

function prepareJupyter(): void {
  const there = (): boolean => succeeds(python, '-c', 'import jupyter_client, nbformat');
  if (there()) return;
  if (process.getuid?.() === 0 || process.env['CI'] !== undefined) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debian], { stdio: 'ignore' });
  }
  if (!there()) throw new Error(`Jupyter is missing: apt-get install ${debian.join(' ')}`);
}

/** The path of Deno's binary. */
function prepareDeno(): string {
  const places = [home, join(home, 'deno')].map((place) =>
    join(place, 'node_modules/@deno/linux-x64-glibc/deno'),
  );
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  mkdirSync(join(home, 'deno'), { recursive: true });
  writeFileSync(join(home, 'deno/package.json'), '{ "private": true }\n');
  spawnSync('npm', ['install', '--silent', '@deno/linux-x64-glibc@2.9.6'], { cwd: join(home, 'deno') });
  if (!existsSync(places[1]!)) throw new Error('Deno is missing: @deno/linux-x64-glibc cannot be installed');
  return places[1]!;
}

/** Where Jupyter finds the kernel: nothing is installed for the user. */
function writeKernel(deno: string): string {
  const directory = join(home, 'jupyter/kernels/deno');
  mkdirSync(directory, { recursive: true });
  const argv = [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'];
  const kernel = { argv, display_name: 'Deno', language: 'typescript' };
  writeFileSync(join(directory, 'kernel.json'), `${JSON.stringify(kernel)}\n`);
  return join(home, 'jupyter');
}

const notebooks = notebookPaths();
const write = process.argv.includes('--write');
let passed = 0;
let failed = 0;

const bar = startBar({ total: notebooks.length + 2, unit: 'steps' });

function report(name: string, problem: string | null): void {
  if (problem === null) passed += 1;
  else failed += 1;
  bar.show(passed + failed);
  bar.print(`${problem === null ? 'ok  ' : 'FAIL'} ${name}${problem === null ? '' : `: ${problem}`}`);
}

try {
  prepareJupyter();
  const kernels = writeKernel(prepareDeno());
  const results = scratch('notebooks');
  const directory = join(root, 'examples/notebooks');
  const run = (source: string, target: string): string | null => {
    const { status, stderr } = spawnSync(python, [join(root, 'scripts/run-notebook.py'), source, target], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, JUPYTER_PATH: kernels, NO_COLOR: '1' },
      timeout: 600_000,
    });
    return status === 0 ? null : stderr.trim();
  };
  for (const path of notebooks) {
    const source = join(root, path);
    const target = write ? source : join(results, path.split('/').pop()!);
    const recorded = textOfOutputs(readNotebook(source));
    let problem = run(source, target);
    if (problem === null && !write && textOfOutputs(readNotebook(target)) !== recorded) {
      problem = 'outputs differ from those on record: npm run notebooks -- --write';
    }
    report(path, problem);
  }
  // A broken cell must be seen.
  const broken = readNotebook(join(root, notebooks[0]!));
  const cells = [
    { ...broken.cells.find(({ cell_type }) => cell_type === 'code')!, source: "throw new Error('planted')" },
  ];
  const planted = join(results, 'planted.ipynb');
  writeFileSync(planted, JSON.stringify({ ...broken, cells }));
  const seen = run(planted, join(results, 'planted-out.ipynb'))?.includes('planted') === true;
  report('a broken cell fails', seen ? null : 'it did not');
  rmSync(results, { recursive: true });
  report('examples/notebooks/first-projection.html', await buildPage());
} catch (error) {
  bar.print(`notebooks cannot be run here: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env['CI'] !== undefined) failed += 1;
}
bar.stop();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
