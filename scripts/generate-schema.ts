import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { advisory, correlation, distribution, flow, scenario } from '../src/scenario/schema.ts';
import { dispute } from '../src/scenario/schema-dispute.ts';
import { economy } from '../src/scenario/schema-economy.ts';
import { effects } from '../src/scenario/schema-effects.ts';

/** The JSON Schema (draft 2020-12) of a scenario, for editors and other languages. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = toJsonSchema(scenario, {
    target: 'draft-2020-12',
    definitions: { distribution, effects, flow, advisory, dispute, correlation, economy },
  });
  return {
    $schema,
    $id: 'urn:tourism-impact:scenario',
    title: 'Scenario',
    description: 'Tourist flows under travel advisories, to be simulated by tourism-impact',
    ...rest,
  };
}

/** As it stands in the file. */
export function renderSchema(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

export const schemaFile: string = fileURLToPath(new URL('../schema.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, renderSchema());
