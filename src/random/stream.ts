import { digestText } from './digest.ts';

/** 64 bits that a name stands for, as two unsigned 32-bit words: the upper half of the generator's counter. */
export interface Stream {
  readonly lo: number;
  readonly hi: number;
}

/** Runs under one scenario come by the hundred, and a digest takes as long as some hundred draws. */
const MOST_KNOWN = 10_000;
const known = new Map<string, Stream>();

/** The stream of a name: the first eight bytes of the SHA-256 of its UTF-8 text, most significant first. */
export function streamOf(name: string): Stream {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const stream = digestName(name);
  known.set(name, stream);
  return stream;
}

function digestName(name: string): Stream {
  const digest = digestText(name);
  return { hi: wordAt(digest, 0), lo: wordAt(digest, 4) };
}

/** The address of a stream as text, to look it up by. */
export function streamAddress({ hi, lo }: Stream): string {
  return `${hi}:${lo}`;
}

/**
 * The stream of each name. A name that comes more than once has one stream.
 *
 * @throws RangeError where two different names fall on one stream: their quantities would move together. Among
 * a million names the odds of that are 1 in 37 million.
 */
export function assignStreams(names: readonly string[]): Map<string, Stream> {
  return assignStreamsBy(names, streamOf);
}

/** As `assignStreams`, with the hash given: a collision of the real one cannot be had to test with. */
export function assignStreamsBy(
  names: readonly string[],
  hash: (name: string) => Stream,
): Map<string, Stream> {
  const streams = new Map<string, Stream>();
  const owners = new Map<string, string>();
  for (const name of names) {
    if (streams.has(name)) continue;
    const stream = hash(name);
    const address = streamAddress(stream);
    const owner = owners.get(address);
    if (owner !== undefined) {
      throw new RangeError(
        `names: expected names with streams of their own, received '${owner}' and '${name}', which share one; rename either`,
      );
    }
    owners.set(address, name);
    streams.set(name, stream);
  }
  return streams;
}

function wordAt(bytes: Uint8Array, index: number): number {
  return (
    ((bytes[index]! << 24) | (bytes[index + 1]! << 16) | (bytes[index + 2]! << 8) | bytes[index + 3]!) >>> 0
  );
}
