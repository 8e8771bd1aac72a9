import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entryPoints, filesBelow, root } from './repository.ts';

const age = (path: string): number => statSync(join(root, path)).mtimeMs;

/** Throws unless `dist/` is there and as young as `src/`: tests of the built package must not pass on an old build. */
export function requireFreshDist(): void {
  const built = Object.values(entryPoints()).map((path) =>
    path.replace('src/', 'dist/').replace(/\.ts$/, '.js'),
  );
  const missing = built.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} missing: npm run build`);
  const oldest = Math.min(...built.map(age));
  const newer = filesBelow('src').filter((path) => age(path) > oldest);
  if (newer.length > 0) throw new Error(`dist is older than ${newer.join(', ')}: npm run build`);
}
