import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module of the package as it ships, in `dist/`. */
const shipped = (module: string): URL => new URL(`../dist/${module}`, import.meta.url);

if (!existsSync(shipped('index.js'))) throw new Error('dist/ is missing: npm run build');

export const entryPath: string = fileURLToPath(shipped('index.js'));
export const dataPath: string = fileURLToPath(shipped('data/index.js'));

// Typed by their sources.
export const library: typeof import('tourism-impact') = await import(shipped('index.js').href);
export const data: typeof import('tourism-impact/data') = await import(shipped('data/index.js').href);
export const sampling: typeof import('tourism-impact/sampling') = await import(
  shipped('sampling/index.js').href
);
export const parallel: typeof import('tourism-impact/node') = await import(shipped('node/index.js').href);
