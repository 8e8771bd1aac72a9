import { digestText, toHex } from '../random/digest.ts';
import type { Scenario } from './types.ts';

/**
 * 32 hexadecimal digits that stand for a scenario as written: the first 128 bits of the SHA-256 of its canonical JSON.
 * The order of keys does not matter; that of flows, advisories and other lists does, since rows follow it.
 */
export function fingerprint(scenario: Scenario): string {
  return toHex(digestText(canonicalJson(scenario)).subarray(0, 16));
}

/**
 * JSON with the keys of every object in order of code units, without blanks, without entries that are undefined;
 * numbers as `JSON.stringify` writes them (shortest that reads back the same, -0 as 0).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${entries.join(',')}}`;
}
