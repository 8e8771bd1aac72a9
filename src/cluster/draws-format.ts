import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import * as v from 'valibot';
import type { Chunk } from '../engine/chunk.ts';
import type { PreparedRun } from '../sampling/prepare-run.ts';
import { refuseOtherVersion, type ShardPlan } from './shard-plan.ts';

/**
 * The outcome of draws [from, to) as bytes: a line of JSON, then the panels as little-endian binary64, one after the
 * other. Nothing in it depends on when or where it was made: equal draws are equal bytes.
 */
export interface DrawsHeader {
  readonly format: 'tourism-impact/draws';
  readonly version: string;
  /** That of the plan. */
  readonly run: string;
  readonly from: number;
  readonly to: number;
  readonly panels: readonly { readonly key: string; readonly rows: number }[];
  /** Of all that follows the header, in hexadecimal digits. */
  readonly sha256: string;
  /** The options of the run where the file holds all of it, so that it can be read by itself. */
  readonly options?: ShardPlan['options'];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  format: v.literal('tourism-impact/draws'),
  version: v.string(),
  run: v.string(),
  from: count,
  to: count,
  panels: v.array(v.object({ key: v.string(), rows: count })),
  sha256: v.string(),
  options: v.optional(v.unknown()),
});

/** Longest header that is read: a scenario of two million values. */
const LONGEST_HEADER = 64_000_000;
const NEWLINE = 10;

/** Bytes as they lie in memory, little-endian. */
function bytesOf(panel: Float64Array): Buffer {
  const bytes = Buffer.from(panel.buffer, panel.byteOffset, panel.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap64();
}

/** The header of a chunk, as it stands in front of its bytes. */
export function headerOf(plan: ShardPlan, { kept }: PreparedRun, chunk: Chunk): DrawsHeader {
  const hash = createHash('sha256');
  for (const panel of chunk.panels) hash.update(bytesOf(panel));
  return {
    format: 'tourism-impact/draws',
    version: plan.version,
    run: plan.run,
    from: chunk.from,
    to: chunk.to,
    panels: kept.map(({ key, spec }) => ({ key, rows: spec.layout.rows.length })),
    sha256: hash.digest('hex'),
    ...(chunk.from === 0 && chunk.to === plan.options.draws ? { options: plan.options } : {}),
  };
}

/** A chunk as pieces of bytes, none of them copied. */
export function* encodeDraws(header: DrawsHeader, chunk: Chunk): Generator<Buffer> {
  yield Buffer.from(`${JSON.stringify(header)}\n`);
  for (const panel of chunk.panels) yield bytesOf(panel);
}

/** What opens the header of a file: the run that its draws must belong to. */
export type OpenHeader = (header: {
  readonly version: string;
  readonly run: string;
  readonly options?: unknown;
}) => PreparedRun;

/**
 * A chunk from pieces of bytes, however they are cut.
 *
 * @throws Error where they are not what `encodeDraws` made for the run, to the last bit
 */
export async function decodeDraws(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  open: OpenHeader,
): Promise<{ readonly chunk: Chunk; readonly prepared: PreparedRun }> {
  let head: Buffer = Buffer.alloc(0);
  let body: Body | undefined;
  for await (const piece of pieces) {
    if (body !== undefined) {
      body.add(piece);
      continue;
    }
    head = Buffer.concat([head, piece]);
    const end = head.indexOf(NEWLINE);
    if (end === -1 && head.length > LONGEST_HEADER) break;
    if (end === -1) continue;
    body = startBody(head.toString('utf8', 0, end), open);
    body.add(head.subarray(end + 1));
  }
  if (body === undefined) throw new Error('these are no draws of tourism-impact: there is no header');
  return body.finish();
}

interface Body {
  readonly add: (bytes: Uint8Array) => void;
  readonly finish: () => { readonly chunk: Chunk; readonly prepared: PreparedRun };
}

function startBody(line: string, open: OpenHeader): Body {
  const header = readHeader(line);
  refuseOtherVersion('this file of draws', header.version);
  const prepared = open(header);
  const { from, to } = header;
  const expected = prepared.kept.map(({ key, spec }) => ({ key, rows: spec.layout.rows.length }));
  if (JSON.stringify(header.panels) !== JSON.stringify(expected) || from >= to || to > prepared.head.draws) {
    throw new Error('these draws do not fit their run');
  }
  const panels = expected.map(({ rows }) => new Float64Array(rows * (to - from)));
  const targets = panels.map(({ buffer }) => new Uint8Array(buffer));
  const hash = createHash('sha256');
  let panel = 0;
  let filled = 0;
  return {
    add(bytes) {
      hash.update(bytes);
      for (let read = 0; read < bytes.length; ) {
        const target = targets[panel];
        if (target === undefined) throw new Error('this file of draws is longer than its header says');
        const taken = Math.min(bytes.length - read, target.length - filled);
        target.set(bytes.subarray(read, read + taken), filled);
        read += taken;
        filled += taken;
        if (filled === target.length) {
          panel += 1;
          filled = 0;
        }
      }
    },
    finish() {
      if (panel < targets.length) throw new Error('this file of draws ends too early');
      if (hash.digest('hex') !== header.sha256) throw new Error('this file of draws is damaged');
      if (endianness() === 'BE') for (const target of targets) Buffer.from(target.buffer).swap64();
      return { chunk: { from, to, panels }, prepared };
    },
  };
}

function readHeader(line: string): v.InferOutput<typeof shape> {
  try {
    return v.parse(shape, JSON.parse(line));
  } catch (error) {
    throw new Error('these are no draws of tourism-impact: the header cannot be read', { cause: error });
  }
}
