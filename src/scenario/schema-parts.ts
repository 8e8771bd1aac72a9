import * as v from 'valibot';
import { MOST_ISSUES } from './issue-list.ts';
import { suggestion } from './nearest-name.ts';

/*
 * Valibot's schemas made stricter: an array is no object, every unknown key is an issue, and of a number or an object
 * the one that is there is checked. In all of them the message of a schema says what it expects (`a number`), and the
 * message of an action is the whole message.
 */

type Run = v.GenericSchema['~run'];

/** The schema with another way to run; it describes itself, to JSON Schema too, as before. */
function withRun<Schema extends v.GenericSchema>(schema: Schema, run: Run): Schema {
  return { ...schema, '~run': run } as Schema;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectExpected = v.never('an object');

const finiteExpected = v.never('a finite number');

/** A number; infinite ones, which JSON lacks, are of the wrong type as NaN is. */
export const finiteNumber: v.NumberSchema<string> = withRun(v.number('a number'), (dataset, config) => {
  const isInfinite = dataset.value === Infinity || dataset.value === -Infinity;
  return (isInfinite ? finiteExpected : v.number('a number'))['~run'](dataset, config);
});

/** An object with these keys and no others. */
export function strict<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, undefined> {
  const loose: v.GenericSchema = v.object(entries);
  return withRun(v.strictObject(entries), (dataset, config) => {
    const input = dataset.value;
    if (!isObject(input)) return objectExpected['~run'](dataset, config);
    const outcome = loose['~run'](dataset, config);
    const issues: v.BaseIssue<unknown>[] = [...(outcome.issues ?? [])];
    const known = Object.keys(entries);
    const unknown = Object.keys(input).filter((key) => !Object.hasOwn(entries, key));
    for (const key of unknown.slice(0, MOST_ISSUES + 1)) {
      const refused = v.never(`unknown key${suggestion(key, known)}`);
      const path: v.ObjectPathItem = { type: 'object', origin: 'key', input, key, value: input[key] };
      for (const issue of refused['~run']({ value: input[key] }, config).issues ?? []) {
        issues.push({ ...issue, path: [path] });
      }
    }
    // Unknown keys do not keep what is known from being looked at: the outcome is as typed as it was.
    return (issues.length === 0 ? outcome : { ...outcome, issues }) as typeof outcome;
  });
}

/** An object with a value for each of any names. */
export function dictionary<Value extends v.GenericSchema>(
  value: Value,
): v.RecordSchema<typeof dictionaryKey, Value, undefined> {
  const schema = v.record(dictionaryKey, value);
  return withRun(schema, (dataset, config) =>
    isObject(dataset.value) ? schema['~run'](dataset, config) : objectExpected['~run'](dataset, config),
  );
}

/** Names of regions and categories are parts of the names of streams, which `/` separates. */
const dictionaryKey: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]> =
  v.pipe(v.string('a name'), v.regex(/^[^/]+$/, 'a name must not be empty and must not contain "/"'));

/** One of several kinds of object, told apart by the key `kind`. */
export function kinds<const Options extends v.VariantOptions<'kind'>>(
  options: Options,
): v.VariantSchema<'kind', Options, undefined> {
  const schema = v.variant('kind', options);
  return withRun(schema, (dataset, config) =>
    isObject(dataset.value) ? schema['~run'](dataset, config) : objectExpected['~run'](dataset, config),
  );
}

/** Whichever of the options `choose` picks by looking at the value. */
export function either<const Options extends v.UnionOptions>(
  options: Options,
  choose: (value: unknown) => v.GenericSchema,
): v.UnionSchema<Options, undefined> {
  return withRun(v.union(options), (dataset, config) => choose(dataset.value)['~run'](dataset, config));
}
