import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assignStreams, assignStreamsBy, streamOf } from '../../../src/random/stream.ts';

describe('streamOf', () => {
  it('is the first eight bytes of the SHA-256 of the name', () => {
    for (const name of ['gdp', 'flow/china-individual/spend', 'shared/日本']) {
      const bytes = createHash('sha256').update(name, 'utf8').digest();
      expect(streamOf(name)).toEqual({ hi: bytes.readUInt32BE(0), lo: bytes.readUInt32BE(4) });
    }
  });
});

describe('assignStreams', () => {
  it('gives each name its own stream whatever the order, and a repeated name one', () => {
    const streams = assignStreams(['b', 'a', 'b']);
    expect([...streams]).toEqual([
      ['b', streamOf('b')],
      ['a', streamOf('a')],
    ]);
  });

  it('refuses two names on one stream, naming both', () => {
    const byLength = (name: string): { lo: number; hi: number } => ({ lo: name.length, hi: 7 });
    expect(() => assignStreamsBy(['flow/a', 'gdp', 'flow/b'], byLength)).toThrow(
      "names: expected names with streams of their own, received 'flow/a' and 'flow/b', which share one; rename either",
    );
  });

  it('takes streams that share one half only for different', () => {
    const crossed = (name: string): { lo: number; hi: number } =>
      name === 'a' ? { lo: 1, hi: 2 } : name === 'b' ? { lo: 2, hi: 1 } : { lo: 1, hi: 1 };
    expect([...assignStreamsBy(['a', 'b', 'c'], crossed).keys()]).toEqual(['a', 'b', 'c']);
  });
});
