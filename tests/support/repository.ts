import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** A fresh directory inside the repository (`tmp/`, ignored by git), so that packages resolve from it. */
export function scratch(name: string): string {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  return mkdtempSync(join(root, 'tmp', `${name}-`));
}

/** Every file below a directory (or just in it), as sorted paths from the root with forward slashes. */
export function filesBelow(directory: string, recursive = true): string[] {
  const start = join(root, directory);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What the tooling needs to know of `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

export const manifest: Manifest = JSON.parse(read('package.json'));

/** The source of every code entry point: `{ '.': 'src/index.ts', './data': 'src/data/index.ts' }`. */
export function entryPoints(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue;
    found[subpath] = target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
  }
  return found;
}
