import type { EvidenceDraft } from '../../src-shared/model/evidence';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import type { FileHead, Importer, ImportFile } from '../engine/importer';
import { decodeCertificate } from '../evidence/certificate';
import { buildChain } from '../evidence/certificate-chain';
import { certificateValuesOf } from '../evidence/certificate-file';
import { commonNameOf } from '../evidence/certificate-name';
import { certutilDump } from '../evidence/certutil/dump-kind';
import { keyUsageOid } from '../knowledge/object-identifiers';
import { dnsNameIn, failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const next = 'Export the certificate again (DER or Base64, without its private key) and import it.';

/** Version 1 and built-in templates that only domain controllers enrol. */
const controllerTemplates = new Set([
  'domaincontroller',
  'domaincontrollerauthentication',
  'kerberosauthentication',
  'directoryemailreplication',
]);

/** Certificate files, single or in a bundle: those of domain controllers, and any other. */
const certificateImporter: Importer = {
  id: 'certificate',
  title: 'Certificate file',
  gives: ['pki.certificate'],
  sizeLimit: 1024 * 1024,

  recognises: (head) =>
    hasExtension(head) ||
    (/-----BEGIN (?:(?:X509 |TRUSTED )?CERTIFICATE|PKCS7|CMS)-----/u.test(head.text) &&
      certutilDump(head.text) === undefined),

  async *read(files) {
    for (const file of files) {
      try {
        yield* draftsOf(decodeAll(await file.bytesOf()), file);
      } catch (error) {
        yield failedDraft(file, error);
      }
    }
  },
};

export default certificateImporter;

const hasExtension = ({ name }: FileHead): boolean => /\.(?:cer|crt|der|p7b|p7c)$/iu.test(name);

function decodeAll(bytes: Uint8Array): readonly CertificateFacts[] {
  const values = certificateValuesOf(bytes);
  if (values.length === 0) throw new Error('It holds no certificate, neither as DER nor as PEM');
  return values.map((value) => decodeCertificate(value));
}

function* draftsOf(certificates: readonly CertificateFacts[], file: ImportFile): Generator<EvidenceDraft> {
  const source = sourceOf('certificate', file);
  const leaf = certificates.find((certificate) => isDomainControllers(certificate, file));
  if (leaf !== undefined) {
    const host = hostOf(leaf, file);
    const chain = buildChain(leaf, certificates);
    yield {
      kind: 'pki.dc-certificate',
      target: host,
      source,
      status: 'complete',
      data: { host, chain, seen: 'file' },
      facts: chain.length,
    };
    return;
  }
  for (const certificate of certificates) {
    yield {
      kind: 'pki.certificate',
      target: certificate.thumbprint,
      source,
      status: 'complete',
      data: { certificate },
      facts: 1,
    };
  }
}

/** A damaged file named after a host leaves a reason for that domain controller, any other for certificates. */
function failedDraft(file: ImportFile, error: unknown): EvidenceDraft {
  const failure = unreadableFile(file, error, next);
  const host = dnsNameIn(nameWithoutExtension(file));
  const kind = host !== undefined && liesAmongControllers(file) ? 'pki.dc-certificate' : 'pki.certificate';
  const [draft] = failedDrafts([kind], sourceOf('certificate', file), failure, host ?? file.path);
  if (draft === undefined) throw new Error('A failure without a draft');
  return draft;
}

/** Says KDC, or was made from a template for domain controllers; or both is unclear and the file lies among those of domain controllers. */
function isDomainControllers(certificate: CertificateFacts, file: ImportFile): boolean {
  if (certificate.isCa) return false;
  const usages = certificate.extendedKeyUsage ?? [];
  if (usages.includes(keyUsageOid.kdcAuthentication)) return true;
  if (controllerTemplates.has(certificate.templateName?.toLowerCase() ?? '')) return true;
  const forServers = usages.length === 0 || usages.includes(keyUsageOid.serverAuthentication);
  return forServers && certificate.dnsNames.length > 0 && liesAmongControllers(file);
}

const liesAmongControllers = ({ path }: ImportFile): boolean =>
  path
    .split('/')
    .some((part) => /^(?:dc|dcs|domain[-_ ]?controllers?|dc[-_ ]?(?:cert|certs|certificates)|dc\d+.*)$/iu.test(part));

/** The name with the most parts: a domain controller's certificate also names its domain. */
function hostOf({ dnsNames, subject }: CertificateFacts, file: ImportFile): string {
  const [longest] = [...dnsNames].sort((a, b) => b.split('.').length - a.split('.').length);
  return (longest ?? commonNameOf(subject) ?? dnsNameIn(nameWithoutExtension(file)) ?? file.path).toLowerCase();
}
