import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type Database from 'better-sqlite3';

const stretch = promisify(pbkdf2);

/** Bytes of salt at the start of every engagement file. */
export const saltLength = 16;

/** SQLCipher 4 defaults: AES-256-CBC and HMAC-SHA512 per 4096-byte page, PBKDF2-HMAC-SHA512. */
const keyIterations = 256_000;
const keyLength = 32;

/** What opens a file: the derived key and the salt at the start of the file. */
export interface FileKey {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
}

/** The key of a file that does not exist yet. */
export async function newFileKey(passphrase: string): Promise<FileKey> {
  const salt = randomBytes(saltLength);
  return { salt, key: await deriveKey(passphrase, salt) };
}

/**
 * The file key for a passphrase, worked out off the event loop: SQLCipher itself would do it inside the first read and stall the window for a tenth of
 * a second. The result is the same, so any SQLCipher 4 tool opens the file with the passphrase. Passphrases are taken in Unicode form NFC, so that the
 * same letters typed on another system give the same key.
 */
export async function deriveKey(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return await stretch(passphrase.normalize('NFC'), salt, keyIterations, keyLength, 'sha512');
}

/** Makes a fresh connection read and write with the key; nothing may have been read before. */
export function applyKey(database: Database.Database, key: Uint8Array, salt: Uint8Array): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  withLiteral(key, salt, (literal) => database.key(literal));
}

/** Encrypts every page anew. Long, and in the calling thread; the connection goes on with the new key. */
export function replaceKey(database: Database.Database, key: Uint8Array, salt: Uint8Array): void {
  withLiteral(key, salt, (literal) => database.rekey(literal));
}

function withLiteral(key: Uint8Array, salt: Uint8Array, work: (literal: Buffer) => void): void {
  const literal = Buffer.from(`x'${Buffer.from(key).toString('hex')}${Buffer.from(salt).toString('hex')}'`);
  work(literal);
  literal.fill(0);
}
