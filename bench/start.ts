import { execFileSync } from 'node:child_process';
import { dataPath, entryPath } from './shipped.ts';
import { type Spread, spread } from './timing.ts';

export interface Start {
  /** Seconds that a fresh process takes longer for importing the root. */
  readonly root: Spread;
  /** For importing root and data, and simulating 10,000 draws of `chinaJapan2025` and projecting its loss. */
  readonly answer: Spread;
}

/** By the clock, for loading waits for files; each process is set against an empty one just before it. */
export function measureStart(): Start {
  const root = `import ${JSON.stringify(entryPath)};`;
  const answer = `
    import { project, simulate } from ${JSON.stringify(entryPath)};
    import { chinaJapan2025 } from ${JSON.stringify(dataPath)};
    const run = simulate({ scenario: chinaJapan2025(), seed: 'bench', draws: 10_000 });
    if (!Number.isFinite(project({ run, measure: 'revenueLost' }).rows[0].mean)) throw new Error('no answer');`;
  return { root: slowerBy(root, 15), answer: slowerBy(answer, 9) };
}

function slowerBy(code: string, pairs: number): Spread {
  start(code);
  return spread(
    Array.from({ length: pairs }, () => {
      const empty = start('');
      return start(code) - empty;
    }),
  );
}

function start(code: string): number {
  const begun = performance.now();
  execFileSync(process.execPath, ['--input-type=module', '--eval', code]);
  return (performance.now() - begun) / 1000;
}
