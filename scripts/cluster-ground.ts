// What the scripts of the cluster stand on: the packed package with BullMQ and ioredis beside it, as a user installs
// them, in `.cluster/`; and a Redis of our own on a free port of the loopback.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../tests/support/repository.ts';
import { installedPackage } from './installed-package.ts';

const home = join(root, '.cluster');
const library = installedPackage(home, { bullmq: '6.7.0', ioredis: '5.11.0' });

/** Packs the build and installs it with the packages of the queue. */
export const installCluster: () => void = library.install;
/** A module of the installed package. */
export const importInstalled: <Exports>(subpath: string) => Promise<Exports> = library.importFrom;
/** A package of the queue, as the installed package sees it. */
export const importBeside: <Exports>(name: string) => Promise<Exports> = library.importBeside;

/** Installs redis-server where it is missing and the machine lets us. False: it cannot be had. */
export function installRedis(): boolean {
  if (existsSync('/usr/bin/redis-server')) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], quiet);
  } catch {
    // Said by the caller.
  }
  return existsSync('/usr/bin/redis-server');
}

export interface Redis {
  readonly url: string;
  readonly process: ChildProcess;
}

/** A Redis that keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('/usr/bin/redis-server', options, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await saying(child, 'Ready to accept connections');
  return { url: `redis://127.0.0.1:${port}`, process: child };
}

/** A worker of the cluster in a process of its own, ready. */
export async function startWorkerProcess(
  url: string,
  onLine: (line: string) => void = () => {},
  nodeOptions: readonly string[] = [],
): Promise<ChildProcess> {
  const command = [library.path('dist/cluster/command.js'), 'worker', '--redis', url, '--lock-seconds', '2'];
  const child = spawn(process.execPath, [...nodeOptions, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await saying(child, 'ready');
  createInterface({ input: child.stdout! }).on('line', onLine);
  return child;
}

/** Ends a process and waits until it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function saying(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(words)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
