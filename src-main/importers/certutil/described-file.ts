import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import { sourceOf, unknownTarget } from '../file-drafts';
import { certutil, type OutputOfFile, placeOf } from './output-of-file';

/** `certutil -dump` and `-verify` describe a file in the language of the machine; the file itself tells all of it. */
export const describedFile = (one: OutputOfFile): EvidenceDraft => ({
  kind: 'pki.certificate',
  target: unknownTarget,
  source: sourceOf(certutil, one.file),
  status: 'failed',
  failure: {
    reason: 'not-collected',
    code: 'certutil-description',
    message: `${placeOf(one)} describe a certificate or revocation list in the language of the machine, as certutil -dump and -verify do; nothing is judged on that.`,
    next: 'Import the certificate (.cer) or the revocation list (.crl) itself.',
  },
  facts: 0,
});
