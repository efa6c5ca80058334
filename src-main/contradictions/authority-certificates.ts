import type { EvidenceHeader, EvidenceKind } from '../../src-shared/model/evidence';
import type { CertificationAuthority } from '../../src-shared/model/evidence/pki';
import { isSameHost } from '../evidence/derived/forest-scope';
import { type Detector, type Found, type Known, valuesOf } from './testimony';

/**
 * The certificate of an enterprise CA: what a tool wrote down of it against the certificates the directory holds of the CA of this name. The directory keeps those
 * from before a renewal, so only a record made after the directory was read can know one it does not have.
 */
export const authorityCertificates: Detector = ({ of, all }) =>
  of('ad.certification-authorities')
    .filter(({ data }) => data.excerpt === undefined)
    .flatMap((directory) =>
      all
        .filter(isAuthorities)
        .filter(({ data, target }) => data.excerpt !== undefined && isSameHost(target, directory.target))
        .filter(({ collectedAt }) => Date.parse(collectedAt) <= Date.parse(directory.collectedAt))
        .flatMap((record) =>
          record.data.authorities.flatMap((told) => {
            const known = directory.data.authorities.find(({ name }) => name.toLowerCase() === told.name.toLowerCase());
            return known === undefined || agrees(told, known) ? [] : [found(told, known, record, directory)];
          }),
        ),
    );

const isAuthorities = (record: Known<EvidenceKind>): record is Known<'ad.certification-authorities'> =>
  record.kind === 'ad.certification-authorities';

/** Serial numbers are written with and without leading zeros. */
const normalSerial = (serial: string): string => serial.toUpperCase().replace(/^0+/u, '');

/** Whether nothing that was written down speaks against the certificates; one that could not be read may be any. */
function agrees({ recordedCertificate: told }: CertificationAuthority, known: CertificationAuthority): boolean {
  if (told === undefined || known.certificates.length === 0 || known.unreadableCertificates > 0) return true;
  return known.certificates.some(
    ({ thumbprint, serialNumber }) =>
      (told.thumbprint === undefined || told.thumbprint === thumbprint) &&
      (told.serialNumber === undefined || normalSerial(told.serialNumber) === normalSerial(serialNumber)),
  );
}

const idOf = ({ thumbprint, serialNumber }: { readonly thumbprint?: string; readonly serialNumber?: string }): string =>
  thumbprint ?? `serial number ${serialNumber ?? 'not told'}`;

function found(
  told: CertificationAuthority,
  known: CertificationAuthority,
  record: EvidenceHeader,
  directory: EvidenceHeader,
): Found {
  return {
    id: `authority-certificate:${directory.target.toLowerCase()}:${known.name.toLowerCase()}`.slice(0, 1200),
    fact: 'authority-certificate',
    title: `The sources know different certificates of the CA “${known.name}”.`,
    values: valuesOf([
      { value: idOf(told.recordedCertificate ?? {}), record },
      ...known.certificates.map(({ thumbprint, serialNumber }) => ({
        value: told.recordedCertificate?.thumbprint === undefined ? idOf({ serialNumber }) : thumbprint,
        record: directory,
      })),
    ]),
    consequence:
      'One of them belongs to another forest, or to a CA that was set up anew under the old name; what is judged of templates and CAs may be about the wrong one.',
    whatToDo:
      'Compare with certutil -ca.cert on the CA, and leave out the source that does not know this certificate, or collect it again.',
  };
}
