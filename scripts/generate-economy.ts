/** Writes `src/economy/japan-2015.generated.ts` from `data/io/`: `npx tsx scripts/generate-economy.ts`. */
import { writeFileSync } from 'node:fs';
import { economyModules } from './data/economy.ts';

for (const [path, text] of economyModules()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
