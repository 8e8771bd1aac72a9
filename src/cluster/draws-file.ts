import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Chunk } from '../engine/chunk.ts';
import type { PreparedRun } from '../sampling/prepare-run.ts';
import { refuseAborted } from '../workers/carry-range.ts';
import type { StopSignal } from '../workers/host.ts';
import { type DrawsHeader, decodeDraws, encodeDraws, type OpenHeader } from './draws-format.ts';

/** Writes a file of draws. It appears whole or not at all, whatever happens in the middle. */
export async function writeDraws(
  file: string,
  header: DrawsHeader,
  chunk: Chunk,
  signal?: StopSignal,
): Promise<void> {
  await writeWhole(file, encodeDraws(header, chunk), signal);
}

/** Writes a file under another name first: it appears whole or, where the signal is aborted meanwhile, not at all. */
export async function writeWhole(
  file: string,
  pieces: Iterable<Uint8Array>,
  signal?: StopSignal,
): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    const handle = await open(draft, 'wx');
    try {
      // A handle writes at most 2 GB at once, and perhaps less than it is given; smaller pieces can be stopped between.
      for (const piece of pieces) {
        for (let at = 0; at < piece.length; ) {
          refuseAborted(signal);
          at += (await handle.write(piece, at, Math.min(piece.length - at, LARGEST_WRITE))).bytesWritten;
        }
      }
      await handle.sync();
      refuseAborted(signal);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const LARGEST_WRITE = 1 << 24;

/** @throws Error, with the name of the file, where it does not hold what it should */
export async function readDraws(
  file: string,
  openHeader: OpenHeader,
): Promise<{ readonly chunk: Chunk; readonly prepared: PreparedRun }> {
  try {
    return await decodeDraws(createReadStream(file, { highWaterMark: READ_AT_ONCE }), openHeader);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const READ_AT_ONCE = 1 << 20;
