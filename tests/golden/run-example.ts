import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { filesBelow, root } from '../support/repository.ts';

/** Every numbered example, `examples/01-first-projection.ts` and so on. */
export function numberedExamples(): string[] {
  return filesBelow('examples', false).filter((path) => /^examples\/\d\d-[a-z0-9-]+\.ts$/.test(path));
}

/** `tests/golden/01-first-projection.txt`, where what an example prints is on record. */
export function recordOf(example: string): string {
  return example.replace('examples/', 'tests/golden/').replace(/\.ts$/, '.txt');
}

const program = `
const { pathToFileURL } = await import('node:url');
const round = (key, value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(12)) : String(value);
  return ArrayBuffer.isView(value) ? Array.from(value) : value;
};
const { results } = await import(pathToFileURL(process.argv[1]).href);
if (results !== undefined) console.log('\\nresults ' + JSON.stringify(results, round, 1));
`;

/**
 * What an example prints, and after it what it exports as `results` (plain data, such as projections), numbers at 12
 * digits: printed tables round, and would hide a number that moved.
 */
export async function runExample(example: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program, `${root}/${example}`],
    { cwd: root, env: { ...process.env, NO_COLOR: '1', TZ: 'UTC' }, maxBuffer: 64e6, timeout: 120_000 },
  );
  return stdout;
}
