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
  const { store = ownerInName(one.file), ...dump } = readStoreDump(one.output.text, known);
  const host = hostIn(nameWithoutExtension(one.file));
  if (store === 'nt-auth') yield* ntAuthDrafts(one, dump, scope);
  else if (store === undefined)
    yield* failedDrafts(['host.certificates'], sourceOf(certutil, one.file), unknownStore(one.file), host);
  else yield hostDraft(one, { host, store }, dump);
}

function hostDraft(
  { file, output }: OutputOfFile,
  place: Pick<HostCertificates, 'host' | 'store'>,
  { certificates, described, isPart }: ShownCertificates,
): EvidenceDraft {
  const draft = {
    kind: 'host.certificates',
    target: `${place.host} ${place.store}`,
    source: sourceOf(certutil, file),
    data: { ...place, certificates, ...(described.length === 0 ? {} : { described, excerpt: certutilExcerpt }) },
    facts: certificates.length + described.length,
    notes: [
      'The output of certutil does not name its machine; the name of the file stands in for it.',
      ...(described.length === 0 ? [] : [onlyDescribed(described.length, described.length + certificates.length)]),
    ],
  } as const;
  if (!output.isWhole) return { ...draft, status: 'partial', failure: cutOff(file) };
  return isPart ? { ...draft, status: 'partial', failure: partOfStore(file) } : { ...draft, status: 'complete' };
}

type ShownCertificates = Omit<StoreDump, 'store'>;

/** Which CAs are on the list thumbprints tell, so the output need not hold the certificates. */
function* ntAuthDrafts(
  one: OutputOfFile,
  { certificates, described, forest }: ShownCertificates,
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
      unreadableCertificates: described.length,
      thumbprints: described.flatMap(({ thumbprint }) => thumbprint ?? []),
      ...(forest === undefined ? { isCopy: true as const } : {}),
    },
    facts: certificates.length + described.length,
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
        .replace(/(?:^|-)(?:certutil|(?:view)?store|my|user|machine|computer|v|certs?|certificates?)(?=-|$)/giu, '')
        .replace(/^-|-$/gu, ''),
    )
    .filter((part) => part !== '');
  const dnsName = parts.map((part) => dnsNameIn(part)).find((part) => part !== undefined);
  return (dnsName ?? parts[0] ?? name).toLowerCase();
}

/** Whose store it is, as people name files: `dc01 certutil machine.txt`. Used where the output does not tell. */
function ownerInName(file: ImportFile): 'machine' | 'user' | undefined {
  const words = nameWithoutExtension(file)
    .toLowerCase()
    .split(/[^a-z]+/u);
  const [isMachine, isUser] = [words.includes('machine') || words.includes('computer'), words.includes('user')];
  return isMachine === isUser ? undefined : isMachine ? 'machine' : 'user';
}

const onlyDescribed = (described: number, all: number): string =>
  `${described} of ${all} certificates ${described === 1 ? 'is' : 'are'} only described: usages, names, template and key are read where certutil writes them the same in every language, dates are not. Export each to a .cer file and import them together with the output for the rest.`;

const cutOff = (file: ImportFile): EvidenceFailure =>
  unreadableFile(
    file,
    'certutil did not come to its end, or the file is cut off',
    'Run certutil again and save its whole output, or run the collector for the machine instead.',
  );

const partOfStore = (file: ImportFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-part-of-store',
  message: `${file.path} shows only some certificates of the store; what is missing there may be in the store.`,
  next: 'Run certutil -v -store my without the name or number of a certificate.',
});

const unknownStore = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-unknown-store',
  message: `${file.path} does not tell which store it shows: that of the user or of the machine.`,
  next: 'Put “machine” or “user” into the name of the file, or save the command together with its output.',
});

const withoutForest = (one: OutputOfFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-without-forest',
  message: `The store NTAuth in ${placeOf(one)} does not tell its forest, and the scope does not name exactly one.`,
  next: 'Name the forest in the scope and run again, or run certutil -viewstore "ldap:///CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,<forest>?cACertificate", which names it.',
});
