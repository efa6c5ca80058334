import { createHash } from 'node:crypto';
import type { Importer } from '../engine/importer';
import { decodeCrl } from '../evidence/crl';
import { derValuesOf } from '../evidence/pem';
import { failedDrafts, sourceOf, unreadableFile } from './file-drafts';

const kinds = ['pki.crl'] as const;
const next = 'Fetch the CRL again from its distribution point, or publish it with certutil -crl, and import the file.';

/** Certificate revocation lists as files. */
const crlImporter: Importer = {
  id: 'crl',
  title: 'Certificate revocation list',
  gives: kinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ name, text }) => /\.crl$/iu.test(name) || /-----BEGIN (?:X509 )?CRL-----/u.test(text),

  async *read(files) {
    for (const file of files) {
      const source = sourceOf('crl', file);
      const bytes = await file.bytesOf();
      const target = createHash('sha256').update(bytes).digest('hex');
      try {
        const [value] = derValuesOf(bytes, 'crl');
        if (value === undefined) throw new Error('It holds no revocation list, neither as DER nor as PEM');
        const data = decodeCrl(value);
        yield { kind: 'pki.crl', target, source, status: 'complete', data, facts: 1 + data.revokedCount };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next), target);
      }
    }
  },
};

export default crlImporter;
