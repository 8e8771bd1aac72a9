import { cpus } from 'node:os';
import { library } from '../shipped.ts';
import type { Spread } from '../timing.ts';
import { digits, ms, show } from './format.ts';

export function renderMachine(probe: Spread, load: number): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `# Performance

Written by \`npm run bench -- --write\`. Times are of the processor unless a section says that they are by the clock, as
medians with quartiles in brackets. They are what one machine took on one day, and no test holds anything to them; shares
and ratios travel better than seconds.

tourism-impact ${library.version} on Node ${process.versions.node}, ${processor}, ${cpus().length} cores; load ${digits(load)} at the start. The
yardstick of \`bench/timing.ts\`, twenty million dependent multiplications and additions, takes ${show(probe, ms)} ms: divide
by it to hold times from another machine against these.`;
}
