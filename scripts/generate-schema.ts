import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { advisory, correlation, distribution, flow, scenario } from '../src/scenario/schema.ts';
import { dispute } from '../src/scenario/schema-dispute.ts';
import { economy } from '../src/scenario/schema-economy.ts';
import { effects } from '../src/scenario/schema-effects.ts';
import type { Rule, Shape } from '../src/scenario/shape.ts';
import { descriptions } from './schema-descriptions.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const definitions = { distribution, effects, flow, advisory, dispute, correlation, economy };

/** A shape in JSON Schema; what is defined apart is referred to, however optional it is there. */
function toJsonSchema(shape: Shape): JsonSchema {
  const defined = Object.entries(definitions).find(([, one]) => isSame(one, shape));
  return defined === undefined ? spellOut(shape) : { $ref: `#/$defs/${defined[0]}` };
}

/** Entries are copies of shapes, marked optional: what they hold is the same. */
function isSame(one: Shape, other: Shape): boolean {
  const { optional: _, ...rest } = other as Shape & { readonly optional?: true };
  const keys = Object.keys(one) as (keyof Shape)[];
  return keys.length === Object.keys(rest).length && keys.every((key) => one[key] === other[key]);
}

function spellOut(shape: Shape): JsonSchema {
  return { ...formOf(shape), ...shape.hints };
}

function formOf(shape: Shape): JsonSchema {
  switch (shape.form) {
    case 'anything':
      return {};
    case 'nothing':
      return { not: {} };
    case 'text':
      return { type: 'string', ...hintsOf(shape.rules) };
    case 'number':
      return { type: 'number', ...hintsOf(shape.rules) };
    case 'one-of':
      return shape.values.length === 1 ? { const: shape.values[0] } : { enum: shape.values, type: 'string' };
    case 'list':
      return { type: 'array', items: toJsonSchema(shape.of), ...entriesOf(shape.rules, 'Items') };
    case 'object': {
      const entries = Object.entries(shape.entries);
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, toJsonSchema(entry)])),
        required: entries.filter(([, entry]) => entry.optional !== true).map(([key]) => key),
        additionalProperties: false,
      };
    }
    case 'dictionary':
      return {
        type: 'object',
        propertyNames: { type: 'string', pattern: '^[^/]+$' },
        additionalProperties: toJsonSchema(shape.of),
        ...entriesOf(shape.rules, 'Properties'),
      };
    case 'kinds':
      return { oneOf: shape.of.map(toJsonSchema) };
    case 'either':
      return { anyOf: shape.of.map(toJsonSchema) };
    case 'nullable':
      return { anyOf: [toJsonSchema(shape.of), { type: 'null' }] };
    case 'later':
      return toJsonSchema(shape.of());
  }
}

function hintsOf(rules: readonly Rule[]): JsonSchema {
  return Object.assign({}, ...rules.map(({ hints }) => hints)) as JsonSchema;
}

/** The fewest and the most entries of a list or a dictionary. */
function entriesOf(rules: readonly Rule[], what: 'Items' | 'Properties'): JsonSchema {
  const { least, most } = hintsOf(rules);
  return {
    ...(least !== undefined && { [`min${what}`]: least }),
    ...(most !== undefined && { [`max${what}`]: most }),
  };
}

/** The JSON Schema (draft 2020-12) of a scenario, for editors and other languages. */
export function scenarioJsonSchema(): JsonSchema {
  // Shapes that are shared come out as one object: a copy, so that each place can have words of its own.
  const schema = JSON.parse(JSON.stringify(undescribed())) as JsonSchema;
  for (const [pointer, description] of Object.entries(descriptions)) {
    const place = pointer
      .slice(1)
      .split('/')
      .reduce<unknown>((node, key) => Reflect.get(Object(node), key), schema);
    if (typeof place !== 'object' || place === null)
      throw new Error(`no such place in the schema: ${pointer}`);
    Object.assign(place, { description });
  }
  return schema;
}

function undescribed(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:tourism-impact:scenario',
    title: 'Scenario',
    description: 'Tourist flows under travel advisories, to be simulated by tourism-impact',
    ...spellOut(scenario),
    $defs: Object.fromEntries(Object.entries(definitions).map(([name, shape]) => [name, spellOut(shape)])),
  };
}

/** As it stands in the file. */
export function renderSchema(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

export const schemaFile: string = fileURLToPath(new URL('../schema.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, renderSchema());
