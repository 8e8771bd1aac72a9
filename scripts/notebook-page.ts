import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from '../tests/support/repository.ts';

const kit = '@observablehq/notebook-kit@2.1.8';
const home = join(root, '.engines/notebook-kit');
const chromium = '/usr/bin/chromium';

/** Where the page is built. */
export const pageDirectory: string = join(root, 'tmp/notebook-page');

/**
 * Builds `examples/notebooks/first-projection.html` with Observable's Notebook Kit, without anything from elsewhere, and
 * opens it in Chromium where that is there. Gives what is wrong, or null.
 */
export async function buildPage(): Promise<string | null> {
  const command = join(home, 'node_modules/.bin/notebooks');
  if (!existsSync(command)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    spawnSync('npm', ['install', '--silent', kit], { cwd: home });
    if (!existsSync(command)) return `${kit} cannot be installed`;
  }
  const source = join(home, 'page');
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  copyFileSync(join(root, 'examples/notebooks/first-projection.html'), join(source, 'index.html'));
  await build({
    entryPoints: [join(root, 'examples/notebooks/page.js')],
    outfile: join(source, 'page.bundle.js'),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const out = join(source, 'built');
  const made = spawnSync(
    command,
    ['build', '--root', source, '--out', out, '--', join(source, 'index.html')],
    {
      cwd: home,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) return made.stderr.trim();
  rmSync(pageDirectory, { recursive: true, force: true });
  spawnSync('cp', ['-r', out, pageDirectory]);
  const page = join(pageDirectory, 'index.html');
  // The kit links a style sheet for inputs, which the page does not have.
  const text = readFileSync(page, 'utf8').replace(
    /<link[^>]*cdn\.jsdelivr\.net[^>]*>|@import url\([^)]*cdn\.jsdelivr\.net[^)]*\);?/g,
    '',
  );
  writeFileSync(page, text);
  const outside = /(?:src|href)="https?:[^"]*"|url\(["']?https?:[^)]*\)/.exec(text);
  if (outside !== null) return `the page fetches ${outside[0]}`;
  return existsSync(chromium) ? seenInChromium() : null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What is wrong with the page as Chromium shows it, served from this machine; null where nothing is. */
async function seenInChromium(): Promise<string | null> {
  const server = createServer(({ url }, response) => {
    const path = join(pageDirectory, url === '/' ? 'index.html' : String(url));
    if (!path.startsWith(pageDirectory) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--virtual-time-budget=30000',
  ];
  try {
    const run = promisify(execFile);
    const { stdout } = await run(chromium, [...flags, '--dump-dom', `http://127.0.0.1:${port}/`], {
      maxBuffer: 64e6,
      timeout: 120_000,
    });
    const missing = ['Arrivals by month', 'Cancellations by the week', 'arrivals are expected'].find(
      (text) => !stdout.includes(`>${text}`) && !new RegExp(`<li>[^<]*${text}`).test(stdout),
    );
    return missing === undefined ? null : `the page does not show ‘${missing}’`;
  } finally {
    server.close();
  }
}
