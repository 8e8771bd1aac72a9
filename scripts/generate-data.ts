/** Writes `src/data/*.generated.ts` from `data/`: `npx tsx scripts/generate-data.ts`. */
import { writeFileSync } from 'node:fs';
import { generatedModules } from './data/modules.ts';

for (const [path, text] of generatedModules()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
