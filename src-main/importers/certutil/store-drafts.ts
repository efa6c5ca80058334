import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { HostCertificates } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import type { ImportFile } from '../../engine/importer';
import { decodeCertificate, newestFirst } from '../../evidence/certificate';
import { certificateValuesOf } from '../../evidence/certificate-file';
import { readStoreDump, type StoreDump } from '../../evidence/certutil/stored-certificates';
import { dnsNameIn, failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from '../file-drafts';
import { certutil, certutilExcerpt, type OutputOfFile, placeOf } from './output-of-file';

const siblingLimit = 1024 * 1024;

/** Certificates of the files that came with the outputs, by thumbprint. */
export async function certificatesBeside(
  siblings: readonly ImportFile[],
): Promise<ReadonlyMap<string, CertificateFacts>> {
  const known = new Map<string, CertificateFacts>();
  for (const file of siblings.filter(
    ({ name, size }) => size <= siblingLimit && /\.(?:cer|crt|der|pem|p7b|p7c)$/iu.test(name),
  )) {
    try {
      for (const der of certificateValuesOf(await file.bytesOf())) {
        const facts = decodeCertificate(der);
        known.set(facts.thumbprint, facts);
      }
    } catch {
      // The importer of certificates says what is wrong with the file.
    }
  }
  return known;
}

/** The store of `certutil -store` or `-viewstore`: of a machine, a user, or the list of CAs whose certificates sign in (NTAuth). */
export function* storeDrafts(
  one: OutputOfFile,
  known: ReadonlyMap<string, CertificateFacts>,
  scope: Scope,
): Generator<EvidenceDraft> {
  const { store, ...dump } = readStoreDump(one.output.text, known);
  const host = hostIn(nameWithoutExtension(one.file));
  if (store === 'nt-auth') yield* ntAuthDrafts(one, dump, scope);
  else if (store === undefined)
    yield* failedDrafts(['host.certificates'], sourceOf(certutil, one.file), unknownStore(one.file), host);
  else yield hostDraft(one, { host, store, certificates: dump.certificates }, dump.undecoded.length);
}

function hostDraft({ file, output }: OutputOfFile, data: HostCertificates, undecoded: number): EvidenceDraft {
  const draft = {
    kind: 'host.certificates',
    target: `${data.host} ${data.store}`,
    source: sourceOf(certutil, file),
    facts: data.certificates.length,
    notes: ['The output of certutil does not name its machine; the name of the file stands in for it.'],
  } as const;
  if (undecoded > 0 && data.certificates.length === 0)
    return { ...draft, status: 'failed', failure: withoutCertificates(file, undecoded, undecoded) };
  if (undecoded > 0)
    return {
      ...draft,
      status: 'partial',
      data,
      failure: withoutCertificates(file, undecoded, undecoded + data.certificates.length),
    };
  return output.isWhole
    ? { ...draft, status: 'complete', data }
    : { ...draft, status: 'partial', data, failure: cutOff(file) };
}

/** Which CAs are on the list thumbprints tell, so the output need not hold the certificates. */
function* ntAuthDrafts(
  one: OutputOfFile,
  { certificates, undecoded, forest }: Omit<StoreDump, 'store'>,
  scope: Scope,
): Generator<EvidenceDraft> {
  const [onlyForest, ...further] = scope.forests;
  const target = forest ?? (further.length === 0 ? onlyForest?.toLowerCase() : undefined);
  const source = sourceOf(certutil, one.file);
  if (target === undefined) {
    yield* failedDrafts(['ad.nt-auth'], source, withoutForest(one));
    return;
  }
  const draft = {
    kind: 'ad.nt-auth',
    target,
    source,
    data: {
      excerpt: certutilExcerpt,
      objectFound: true,
      certificates: newestFirst(certificates.map(({ certificate }) => certificate)),
      unreadableCertificates: undecoded.length,
      thumbprints: undecoded.filter((thumbprint) => thumbprint !== ''),
      ...(forest === undefined ? { isCopy: true as const } : {}),
    },
    facts: certificates.length + undecoded.length,
    notes: [
      `Read from ${placeOf(one)}.`,
      ...(forest === undefined
        ? [
            'The store of a machine, which takes the list over from the directory; the only forest in scope stands in for its own.',
          ]
        : []),
    ],
  } as const;
  yield one.output.isWhole
    ? { ...draft, status: 'complete' }
    : { ...draft, status: 'partial', failure: cutOff(one.file) };
}

/** A machine in the name of a file, `FS01 certutil store`: what is left without the words of the command. */
function hostIn(name: string): string {
  const parts = name
    .split(/[\s_()]+/u)
    .map((part) =>
      part
        .replace(/(?:^|-)(?:certutil|(?:view)?store|my|user|machine|v|certs?|certificates?)(?=-|$)/giu, '')
        .replace(/^-|-$/gu, ''),
    )
    .filter((part) => part !== '');
  const dnsName = parts.map((part) => dnsNameIn(part)).find((part) => part !== undefined);
  return (dnsName ?? parts[0] ?? name).toLowerCase();
}

const next =
  'Run the collector for the machine instead, or export each certificate of the store to a .cer file and import them together with the output.';

const cutOff = (file: ImportFile): EvidenceFailure =>
  unreadableFile(file, 'certutil did not come to its end, or the file is cut off', next);

const withoutCertificates = (file: ImportFile, missing: number, all: number): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-without-certificates',
  message: `${file.path} describes ${missing} of ${all} certificates in the language of the machine without holding the certificates themselves; dates and names there are not read.`,
  next,
});

const unknownStore = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-unknown-store',
  message: `${file.path} does not tell which store it shows: that of the user or of the machine.`,
  next,
});

const withoutForest = (one: OutputOfFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-without-forest',
  message: `The store NTAuth in ${placeOf(one)} does not tell its forest, and the scope does not name exactly one.`,
  next: 'Name the forest in the scope and run again, or run certutil -viewstore "ldap:///CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,<forest>?cACertificate", which names it.',
});
