import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requireFreshDist } from '../support/dist.ts';
import { manifest, root, scratch } from '../support/repository.ts';

/** The package as a user gets it: packed, and unpacked into the `node_modules` of an empty project. */
export interface Packed {
  readonly tarball: string;
  /** Paths inside the tarball. */
  readonly files: readonly string[];
  /** A project that has the package and its dependencies installed, and nothing else. */
  readonly project: string;
}

export function packPackage(): Packed {
  requireFreshDist();
  const project = scratch('package');
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = join(project, readdirSync(project).find((name) => name.endsWith('.tgz'))!);
  const home = join(project, 'node_modules', manifest.name);
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'dir');
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const list = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
  return {
    tarball,
    files: list
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''))
      .sort(),
    project,
  };
}

/** The output of a program run in the project by this Node. */
export function runInProject({ project }: Packed, file: string, text: string): string {
  writeFileSync(join(project, file), text);
  return execFileSync(process.execPath, [file], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The package as an installed module sees it. */
export function readInstalled({ project }: Packed, path: string): string {
  return readFileSync(join(project, 'node_modules', manifest.name, path), 'utf8');
}
