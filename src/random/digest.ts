import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from './utf8.ts';

/** SHA-256 of a text in UTF-8: 32 bytes. */
export function digestText(text: string): Uint8Array {
  return sha256(encodeUtf8(text));
}

/** SHA-256 of bytes: 32 bytes. */
export function digestBytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** Bytes as lower-case hexadecimal text, two characters a byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
