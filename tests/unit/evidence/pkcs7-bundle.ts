import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A certs-only PKCS #7 bundle of PEM certificates, made by openssl. */
export function pkcs7Bundle(pems: readonly string[], format: 'DER' | 'PEM' = 'DER'): Buffer {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bundle-')), 'all.pem');
  writeFileSync(file, pems.join('\n'));
  return execFileSync('openssl', ['crl2pkcs7', '-nocrl', '-certfile', file, '-outform', format]);
}
