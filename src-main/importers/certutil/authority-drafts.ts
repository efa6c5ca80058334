import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import { readAuthorityInformation } from '../../evidence/certutil/authority-information';
import { failedDrafts, sourceOf } from '../file-drafts';
import { certutil, type OutputOfFile, placeOf } from './output-of-file';

/** A CA from `certutil -CAInfo`: what it is, and the certificates and lists the output holds whole. */
export function* authorityDrafts(one: OutputOfFile): Generator<EvidenceDraft> {
  const source = sourceOf(certutil, one.file);
  const { settings, certificates, lists, damaged, notRead } = readAuthorityInformation(one.output.text);
  for (const certificate of certificates)
    yield {
      kind: 'pki.certificate',
      target: certificate.thumbprint,
      source,
      status: 'complete',
      data: { certificate },
      facts: 1,
      notes: [`Read from ${placeOf(one)}.`],
    };
  for (const { sha256, list } of lists)
    yield {
      kind: 'pki.crl',
      target: sha256,
      source,
      status: 'complete',
      data: list,
      facts: 1 + list.revokedCount,
      notes: [`Read from ${placeOf(one)}.`],
    };
  for (const kind of new Set(damaged))
    yield* failedDrafts([kind], source, damagedCopies(one, damaged.filter((each) => each === kind).length));
  if (settings !== undefined)
    yield {
      kind: 'ca.settings',
      target: `${settings.authority.split('\\').at(-1) ?? settings.authority} (certutil -CAInfo)`,
      source,
      status: 'complete',
      data: settings,
      facts: Object.keys(settings).length - 1,
      notes: [
        `Read from ${placeOf(one)}.`,
        ...(notRead > 0 ? [`Lines in the language of the machine that were not read: ${notRead}.`] : []),
      ],
    };
  else if (certificates.length + lists.length + damaged.length === 0)
    yield* failedDrafts(['ca.settings'], source, nothingRead(one));
}

const damagedCopies = (one: OutputOfFile, count: number): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-damaged-copy',
  message: `${count} of the certificates and revocation lists in ${placeOf(one)} cannot be decoded.`,
  next: 'Save the output again, or export the certificate with certutil -ca.cert and the list with certutil -getcrl.',
});

const nothingRead = (one: OutputOfFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-authority',
  message: `${placeOf(one)} show a CA as certutil -CAInfo does, but neither its name nor a certificate or revocation list; all else there is in the language of the machine.`,
  next: 'Run certutil -CAInfo without the name of a property; for the settings of the CA run certutil -getreg CA and certutil -getreg policy.',
});
