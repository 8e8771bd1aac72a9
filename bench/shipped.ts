import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package as it ships: `dist/`, typed by its sources. */
const entry: URL = new URL('../dist/index.js', import.meta.url);
const dataEntry: URL = new URL('../dist/data/index.js', import.meta.url);

if (!existsSync(entry)) throw new Error('dist/ is missing: npm run build');

export const entryPath: string = fileURLToPath(entry);
export const library: typeof import('tourism-impact') = await import(entry.href);
export const data: typeof import('tourism-impact/data') = await import(dataEntry.href);
