import type { EvidenceDraft, EvidenceFailure } from '../../src-shared/model/evidence';
import type { AuthoritySettings } from '../../src-shared/model/evidence/authority-settings';
import type { HostCertificates } from '../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import type { Importer, ImportFile } from '../engine/importer';
import { decodeCertificate } from '../evidence/certificate';
import { certificateValuesOf } from '../evidence/certificate-file';
import { dumpedAuthorities } from '../evidence/certutil/authority-settings';
import { certutilDump } from '../evidence/certutil/dump-kind';
import { readRegistryDump } from '../evidence/certutil/registry-values';
import { readStoreDump } from '../evidence/certutil/stored-certificates';
import { decodeText } from '../evidence/text-decoding';
import { dnsNameIn, failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const id = 'certutil';
const siblingLimit = 1024 * 1024;

/** Saved output of certutil: settings of CAs, and certificates of a store as far as the output, or files beside it, hold them. */
const certutilImporter: Importer = {
  id,
  title: 'Output of certutil',
  gives: ['ca.settings', 'host.certificates', 'ad.certificate-templates'],
  sizeLimit: 32 * 1024 * 1024,
  together: true,

  recognises: ({ bytes }) => certutilDump(decodeText(bytes)) !== undefined,

  async *read(files, { signal, siblings }) {
    const registries: ReadFile[] = [];
    const stores: ReadFile[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      const text = decodeText(await file.bytesOf());
      switch (certutilDump(text)) {
        case 'registry':
          registries.push({ file, text });
          break;
        case 'store':
          stores.push({ file, text });
          break;
        case 'template':
          yield* failedDrafts(['ad.certificate-templates'], sourceOf(id, file), templateDump(file));
          break;
        default:
          yield* failedDrafts(['ca.settings'], sourceOf(id, file), authorityDump(file));
      }
    }
    yield* settingsDrafts(registries);
    const known = stores.length === 0 ? new Map<string, CertificateFacts>() : await certificatesBeside(siblings);
    for (const store of stores) yield storeDraft(store, known);
  },
};

export default certutilImporter;

interface ReadFile {
  readonly file: ImportFile;
  readonly text: string;
}

/** Outputs for one CA are one record, in however many files they come. */
function* settingsDrafts(read: readonly ReadFile[]): Generator<EvidenceDraft> {
  const dumps = read.map(({ file, text }) => {
    const dump = readRegistryDump(text);
    return { file, dump, names: dumpedAuthorities(dump).map(nameOf) };
  });
  for (const { file, names } of dumps)
    if (names.length === 0) yield* failedDrafts(['ca.settings'], sourceOf(id, file), withoutValues(file));
  const all = {
    values: dumps.flatMap(({ dump }) => dump.values),
    listedKeys: new Set(dumps.flatMap(({ dump }) => [...dump.listedKeys])),
  };
  for (const settings of dumpedAuthorities(all)) {
    const name = nameOf(settings);
    const own = dumps.filter(({ names }) => names.includes(name));
    const [first] = own;
    if (first === undefined) continue;
    const notes = [
      ...(own.length > 1 ? [`Put together from ${own.length} files.`] : []),
      ...own.flatMap(({ file, dump }) =>
        dump.damaged.map((line) => `The value in line ${line} of ${file.path} cannot be read and was left out.`),
      ),
    ].slice(0, 20);
    const facts = Object.keys(settings).length - 1;
    yield {
      kind: 'ca.settings',
      target: `${name} (certutil)`,
      source: sourceOf(id, first.file),
      status: 'complete',
      data: settings,
      facts,
      notes,
    };
  }
}

const nameOf = ({ authority }: AuthoritySettings): string => authority.split('\\').at(-1) ?? authority;

/** Certificates of the files that came with the outputs, by thumbprint. */
async function certificatesBeside(siblings: readonly ImportFile[]): Promise<ReadonlyMap<string, CertificateFacts>> {
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

function storeDraft({ file, text }: ReadFile, known: ReadonlyMap<string, CertificateFacts>): EvidenceDraft {
  const source = sourceOf(id, file);
  const { store, certificates, undecoded, isWhole } = readStoreDump(text, known);
  const host = hostIn(nameWithoutExtension(file));
  const target = store === undefined ? host : `${host} ${store}`;
  if (store === undefined)
    return { kind: 'host.certificates', target, source, status: 'failed', failure: unknownStore(file), facts: 0 };
  const data: HostCertificates = { host, store, certificates };
  const notes = ['The output of certutil does not name its machine; the name of the file stands in for it.'];
  const draft = { kind: 'host.certificates', target, source, facts: certificates.length, notes } as const;
  if (undecoded.length > 0 && certificates.length === 0)
    return { ...draft, status: 'failed', failure: withoutCertificates(file, undecoded.length, undecoded.length) };
  if (undecoded.length > 0)
    return {
      ...draft,
      status: 'partial',
      data,
      failure: withoutCertificates(file, undecoded.length, undecoded.length + certificates.length),
    };
  return isWhole
    ? { ...draft, status: 'complete', data }
    : {
        ...draft,
        status: 'partial',
        data,
        failure: unreadableFile(file, 'certutil did not come to its end, or the file is cut off', storeNext),
      };
}

/** A machine in the name of a file, `FS01 certutil store`: what is left without the words of the command. */
function hostIn(name: string): string {
  const parts = name
    .split(/[\s_()]+/u)
    .map((part) =>
      part
        .replace(/(?:^|-)(?:certutil|store|my|user|machine|v|certs?|certificates?)(?=-|$)/giu, '')
        .replace(/^-|-$/gu, ''),
    )
    .filter((part) => part !== '');
  const dnsName = parts.map((part) => dnsNameIn(part)).find((part) => part !== undefined);
  return (dnsName ?? parts[0] ?? name).toLowerCase();
}

const storeNext =
  'Run the collector for the machine instead, or export each certificate of the store to a .cer file and import them together with the output.';

const withoutCertificates = (file: ImportFile, missing: number, all: number): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-without-certificates',
  message: `${file.path} describes ${missing} of ${all} certificates in the language of the machine without holding the certificates themselves; dates and names there are not read.`,
  next: storeNext,
});

const unknownStore = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-unknown-store',
  message: `${file.path} does not tell which store it shows: that of the user or of the machine.`,
  next: storeNext,
});

const withoutValues = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-without-values',
  message: `${file.path} shows no value of a CA in the registry.`,
  next: 'Run certutil -getreg CA and certutil -getreg policy on the CA, write both into a file, and import it.',
});

const templateDump = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-template',
  message: `${file.path} shows certificate templates as certutil -dsTemplate does: without their rights, and with periods in the language of the machine. Judged on that, a template could look better than it is.`,
  next: 'Export the templates with ldifde -f templates.ldf -d "CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,<forest>", or read the directory.',
});

const authorityDump = (file: ImportFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-authority',
  message: `${file.path} shows a CA as certutil -cainfo does; none of it is judged that the directory does not tell as well.`,
  next: 'For the settings of the CA run certutil -getreg CA and certutil -getreg policy, and import the output.',
});
