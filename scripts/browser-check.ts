// Runs `tourism-impact/web` in a page of headless Chromium, as bundlers deliver it, and compares the bits with those of
// this Node: npm run browser. Fetches playwright-core and Vite into .browser/ and, as root, chromium by apt-get. The
// exit code is 1 where a check fails, and where there is no browser.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Run } from '../src/engine/types.ts';
import type { simulateParallel } from '../src/node/index.ts';
import { designs } from '../src/random/design.ts';
import type { simulate } from '../src/sampling/index.ts';
import { root } from '../tests/support/repository.ts';
import { richScenario } from '../tests/support/rich-scenario.ts';
import { installedPackage } from './installed-package.ts';

const home = join(root, '.browser');
const library = installedPackage(home, { 'playwright-core': '1.65.1', vite: '8.3.8' });
const chromium = '/usr/bin/chromium';
const flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const question = { scenario: richScenario(), seed: 'in a page', draws: 3000 };

/** What a page does: it puts functions where the script can call them. */
const page = `
import { simulateParallel } from 'tourism-impact/web';
const question = ${JSON.stringify(question)};
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const digest = async ({ panels }) => {
  const all = new Blob([...panels].flatMap(([key, panel]) => [key, panel]));
  return hex(await crypto.subtle.digest('SHA-256', await all.arrayBuffer()));
};
globalThis.run = async (options) => {
  const fractions = [];
  let workers = -1;
  let frames = 0;
  let over = false;
  const frame = () => { frames += 1; if (!over) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  const onProgress = (progress) => { fractions.push(progress.fraction); workers = Math.max(workers, progress.workers); };
  const run = await simulateParallel({ ...question, ...options, onProgress });
  over = true;
  return { digest: await digest(run), fractions, workers, frames };
};
globalThis.abort = async (options) => {
  const stop = new AbortController();
  let aborted = 0;
  const onProgress = () => { aborted ||= performance.now(); stop.abort(new Error('enough')); };
  try {
    await simulateParallel({ ...question, draws: 200000, ...options, signal: stop.signal, onProgress });
    return { reason: 'it ended' };
  } catch (error) {
    return { reason: error.message, took: performance.now() - aborted };
  }
};
globalThis.fail = (options) => simulateParallel({ ...question, ...options }).then(() => 'nothing', (error) => error.name + ': ' + error.message);
globalThis.ready = true;
`;

interface Ran {
  readonly digest: string;
  readonly fractions: readonly number[];
  readonly workers: number;
  readonly frames: number;
}

/** What is used of playwright-core. */
interface Page {
  goto(url: string): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  evaluate<Answer>(expression: string): Promise<Answer>;
  workers(): readonly unknown[];
  on(event: 'pageerror', listener: (error: Error) => void): void;
  close(): Promise<void>;
}
interface Browser {
  newPage(): Promise<Page>;
  version(): string;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
  };
}
interface Vite {
  build(options: unknown): Promise<unknown>;
}

let passed = 0;
let failed = 0;
function check(what: string, holds: boolean, shown = ''): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}${shown === '' ? '' : ` (${shown})`}`);
}

function digestOf({ panels }: Run): string {
  const hash = createHash('sha256');
  for (const [key, panel] of panels) hash.update(key).update(Buffer.from(panel.buffer));
  return hash.digest('hex');
}

function installChromium(): boolean {
  if (existsSync(chromium)) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  } catch {
    // Said below.
  }
  return existsSync(chromium);
}

/** The page bundled in several ways, each in a directory of its own below `sites`. */
async function bundleSites(sites: string): Promise<void> {
  rmSync(sites, { recursive: true, force: true });
  const write = (site: string, script: string): void => {
    mkdirSync(join(sites, site), { recursive: true });
    const html = `<!doctype html><title>${site}</title><script type="module" src="${script}"></script>`;
    writeFileSync(join(sites, site, 'index.html'), html);
  };
  const source = join(home, 'page.js');
  writeFileSync(source, page);
  const shared = { bundle: true, format: 'esm', platform: 'browser', tsconfigRaw: {} } as const;
  const worker = library.path('dist/web/worker.js');
  // esbuild: the worker file as an entry beside the page's.
  write('esbuild', './page.js');
  await build({ ...shared, entryPoints: { page: source, worker }, outdir: join(sites, 'esbuild') });
  // The worker file somewhere else, named by `workerUrl`; and, without the option, missing.
  write('elsewhere', './page.js');
  await build({ ...shared, entryPoints: { page: source }, outdir: join(sites, 'elsewhere') });
  await build({ ...shared, entryPoints: { 'deep/the-worker': worker }, outdir: join(sites, 'elsewhere') });
  const { build: viteBuild } = await library.importBeside<Vite>('vite');
  const viteRoot = join(home, 'vite');
  mkdirSync(viteRoot, { recursive: true });
  writeFileSync(join(viteRoot, 'page.js'), page);
  writeFileSync(
    join(viteRoot, 'index.html'),
    '<!doctype html><title>vite</title><script type="module" src="./page.js"></script>',
  );
  await viteBuild({
    root: viteRoot,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(sites, 'vite'), emptyOutDir: true },
  });
}

function serve(directory: string): Promise<{ readonly server: Server; readonly url: string }> {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer(({ url = '/' }, response) => {
    const path = join(directory, new URL(url, 'http://page').pathname.replace(/\/$/, '/index.html'));
    const type = types[extname(path)];
    if (type === undefined || !existsSync(path)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(readFileSync(path));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ server, url: `http://127.0.0.1:${port}` });
    });
  });
}

/** How long workers outlive their run, in ms; Chromium lets the chunk under way end. More than a second: they stay. */
async function outliving(page: Page): Promise<number> {
  const start = performance.now();
  while (page.workers().length > 0 && performance.now() - start < 1000) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - start;
}

function checkProgress({ fractions }: Ran): void {
  const rises = fractions.every((fraction, i) => i === 0 || fraction > fractions[i - 1]!);
  check('  progress rises and ends at 1', rises && fractions.at(-1) === 1, `${fractions.length} reports`);
}

async function checkPages(browser: Browser, url: string): Promise<void> {
  const { simulate: simulateHere } = await library.importFrom<{ simulate: typeof simulate }>(
    'sampling/index.js',
  );
  const node = await library.importFrom<{ simulateParallel: typeof simulateParallel }>('node/index.js');
  const expected = digestOf(simulateHere(question));
  const threads = digestOf(await node.simulateParallel({ ...question, workers: 2 }));
  check('Node, two threads: the bits of one thread', threads === expected);

  const errors: string[] = [];
  const open = async (site: string): Promise<Page> => {
    const opened = await browser.newPage();
    opened.on('pageerror', (error) => errors.push(error.message));
    await opened.goto(`${url}/${site}/`);
    await opened.waitForFunction('globalThis.ready === true');
    return opened;
  };
  const run = (at: Page, options: unknown): Promise<Ran> => at.evaluate(`run(${JSON.stringify(options)})`);

  const esbuild = await open('esbuild');
  for (const workers of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const ran = await run(esbuild, { workers });
    check(`page, ${workers} workers: the bits of Node`, ran.digest === expected && ran.workers === workers);
    check('  and no worker is left', (await outliving(esbuild)) < 1000);
    checkProgress(ran);
  }
  for (const design of designs) {
    for (const draws of [3000, { precision: { measure: 'revenueLost', relative: 0.01 } }] as const) {
      const ran = await run(esbuild, { workers: 2, design, draws });
      const same = ran.digest === digestOf(simulateHere({ ...question, design, draws }));
      const which = draws === 3000 ? design : `${design} to a precision`;
      check(`page, ${which}: the bits of Node`, same && ran.workers === 2);
      checkProgress(ran);
    }
  }
  const alone = await run(esbuild, { workers: 0 });
  check('page, its own thread: the bits of Node', alone.digest === expected && alone.workers === 0);
  check('  and the page is drawn meanwhile', alone.frames > 2, `${alone.frames} frames`);
  const seedless = await esbuild.evaluate<string>(`fail({ seed: '' })`);
  check('a wrong option is a RangeError', seedless.startsWith('RangeError: seed'), seedless);
  const flowless = await esbuild.evaluate<string>(`fail({ scenario: {} })`);
  check('a scenario that cannot be run is a ScenarioError', flowless.startsWith('ScenarioError: '));
  for (const workers of [0, 2]) {
    const { reason, took } = await esbuild.evaluate<{ reason: string; took: number }>(
      `abort({ workers: ${workers} })`,
    );
    check(`abort, ${workers} workers: rejects with its reason`, reason === 'enough', reason);
    check('  within 100 ms', took < 100, `${took.toFixed(1)} ms`);
    const outlived = await outliving(esbuild);
    check('  and no worker is left', outlived < 1000, `after ${outlived.toFixed(0)} ms more`);
  }
  await esbuild.close();

  const vite = await open('vite');
  const built = await run(vite, { workers: 2 });
  check(
    'Vite finds the worker by itself: the bits of Node',
    built.digest === expected && built.workers === 2,
  );
  await vite.close();

  const elsewhere = await open('elsewhere');
  const named = await run(elsewhere, { workers: 2, workerUrl: `${url}/elsewhere/deep/the-worker.js` });
  check('workerUrl: the bits of Node', named.digest === expected && named.workers === 2);
  const missing = await run(elsewhere, { workers: 2 });
  check('a worker file that is missing: this thread', missing.digest === expected && missing.workers === 0);
  await elsewhere.close();
  check('no page saw an error', errors.length === 0, errors.join('; '));
}

if (!installChromium()) {
  console.log('Chromium is not there and cannot be installed: apt-get install chromium');
  failed += 1;
} else {
  try {
    library.install();
    const sites = join(home, 'sites');
    await bundleSites(sites);
    const { server, url } = await serve(sites);
    const { default: playwright } = await library.importBeside<{ default: Playwright }>('playwright-core');
    const browser = await playwright.chromium.launch({ executablePath: chromium, args: flags });
    try {
      console.log(`Chromium ${browser.version()}, Node ${process.version}`);
      await checkPages(browser, url);
    } finally {
      await browser.close();
      server.close();
    }
  } catch (error) {
    failed += 1;
    console.log(error);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
