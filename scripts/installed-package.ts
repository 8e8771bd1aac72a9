// The package as a user installs it: packed from the build, in a directory of its own, with other packages beside it.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifest, root } from '../tests/support/repository.ts';

export interface InstalledPackage {
  readonly install: () => void;
  /** The path of a file of the package. */
  readonly path: (file: string) => string;
  /** A module of the package, by its path in `dist/`. */
  readonly importFrom: <Exports>(module: string) => Promise<Exports>;
  /** A package beside it. */
  readonly importBeside: <Exports>(name: string) => Promise<Exports>;
}

/** @param beside other packages with their versions, fetched once */
export function installedPackage(home: string, beside: Readonly<Record<string, string>>): InstalledPackage {
  const path = (file: string): string => join(home, 'node_modules', manifest.name, file);
  return {
    path,
    importFrom: (module) => import(pathToFileURL(path(join('dist', module))).href),
    importBeside: (name) => {
      const entry = createRequire(join(home, 'package.json')).resolve(name);
      return import(pathToFileURL(entry).href);
    },
    install: () => {
      fetchPackages(home, beside);
      unpackBuild(path(''));
      for (const name of Object.keys(manifest.dependencies)) {
        const link = join(home, 'node_modules', name);
        mkdirSync(dirname(link), { recursive: true });
        rmSync(link, { recursive: true, force: true });
        symlinkSync(join(root, 'node_modules', name), link, 'dir');
      }
    },
  };
}

/** Fetches packages of these versions into `home`, unless they are there. */
export function fetchPackages(home: string, packages: Readonly<Record<string, string>>): void {
  mkdirSync(home, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: packages });
  const file = join(home, 'package.json');
  const known = existsSync(file) && readFileSync(file, 'utf8') === wanted;
  if (known && Object.keys(packages).every((name) => existsSync(join(home, 'node_modules', name)))) return;
  writeFileSync(file, wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function unpackBuild(target: string): void {
  const pack = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', pack], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const tarball = readdirSync(pack).find((name) => name.endsWith('.tgz'))!;
    execFileSync('tar', ['-xzf', join(pack, tarball), '--strip-components=1', '-C', target]);
  } finally {
    rmSync(pack, { recursive: true });
  }
}
