import { copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, fabrikam, secondAuthority, web } from '../../facts.ts';
import { readCertificateDer } from '../pki/build-pki.ts';
import { federationDocuments } from './federation-documents.ts';
import { entityBomb, portalPage } from './hostile-documents.ts';

/** How the AD FS look-alike answers. */
export const adfsModes = ['ok', 'html', '503', 'huge-xml', 'entity-bomb', 'no-capabilities'] as const;
export type AdfsMode = (typeof adfsModes)[number];

/** What http://pki…/CertEnroll/ serves as the issuing CA's revocation list; `delta-…` leave the base list right. */
export const revocationListModes = [
  'ok',
  'expired',
  'missing',
  'html',
  'not-yet-valid',
  'wrong-signer',
  'behind-directory',
  'delta-missing',
  'delta-expired',
] as const;
export type RevocationListMode = (typeof revocationListModes)[number];

/** What the CA host serves over HTTP(S): nothing, web enrolment, or NDES with its administration page; all ask for NTLM or Negotiate. */
export const enrolmentModes = ['absent', 'web-enrolment', 'ndes'] as const;
export type EnrolmentMode = (typeof enrolmentModes)[number];

/** Files below a mode's folder switch these paths of the CA host on (nginx-conf.ts). */
const enrolmentMarks: Readonly<Record<EnrolmentMode, readonly string[]>> = {
  absent: [],
  'web-enrolment': ['web-enrolment'],
  ndes: ['ndes'],
};

export const metadataPath = 'FederationMetadata/2007-06/FederationMetadata.xml';

/** Writes a document folder per mode below `folder` and points both sites at `ok`. */
export async function buildWebFolder(folder: string, pkiFolder: string): Promise<void> {
  const signing = await readCertificateDer(path.join(pkiFolder, 'token-signing.crt'));
  const encryption = await readCertificateDer(path.join(pkiFolder, 'token-encryption.crt'));
  const keys = { signing, encryption };
  const working = federationDocuments(keys, ['winhello_cert', 'winhello_cert_kr', 'kdf_ver2']);
  const documents: Readonly<Record<AdfsMode, Readonly<Record<string, string>>>> = {
    ok: working,
    html: { 'portal.html': portalPage() },
    '503': { unavailable: '' },
    'huge-xml': working,
    'entity-bomb': { ...working, [metadataPath]: entityBomb(), 'adfs/services/trust/mex': entityBomb() },
    'no-capabilities': federationDocuments(keys, undefined),
  };
  for (const mode of adfsModes) await writeDocuments(path.join(folder, 'adfs-modes', mode), documents[mode]);
  for (const mode of revocationListModes) await writeCertEnroll(path.join(folder, 'pki-modes', mode), pkiFolder, mode);
  for (const mode of enrolmentModes) {
    const marks = enrolmentMarks[mode].map((name) => [name, ''] as const);
    await writeDocuments(path.join(folder, 'enrolment-modes', mode), Object.fromEntries(marks));
  }
  await writeFabrikam(path.join(folder, 'fabrikam', 'CertEnroll'), pkiFolder);
  await Promise.all([
    selectMode(folder, 'adfs', 'ok'),
    selectMode(folder, 'pki', 'ok'),
    selectMode(folder, 'enrolment', 'absent'),
  ]);
}

/** Switches a site to another document folder between one request and the next. */
export async function selectMode(
  folder: string,
  site: 'adfs' | 'pki' | 'enrolment',
  mode: AdfsMode | RevocationListMode | EnrolmentMode,
): Promise<void> {
  const link = path.join(folder, site);
  await rm(`${link}.next`, { force: true });
  await symlink(path.join(`${site}-modes`, mode), `${link}.next`);
  await rename(`${link}.next`, link);
}

async function writeDocuments(folder: string, documents: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(documents)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Base and delta list of the issuing CA, as names in `pki/crl`; absent = not there. */
function issuingLists(mode: RevocationListMode): { readonly base?: string; readonly delta?: string } {
  const right = { base: 'issuing', delta: 'issuing-delta' };
  switch (mode) {
    case 'ok':
    case 'html':
      return right;
    case 'missing':
      return {};
    case 'expired':
      return { ...right, base: 'issuing-expired' };
    case 'not-yet-valid':
      return { ...right, base: 'issuing-future' };
    case 'wrong-signer':
      return { ...right, base: 'foreign-issuing' };
    case 'behind-directory':
      return { ...right, base: 'issuing-old' };
    case 'delta-missing':
      return { base: right.base };
    case 'delta-expired':
      return { ...right, delta: 'issuing-delta-expired' };
  }
}

async function writeCertEnroll(folder: string, pkiFolder: string, mode: RevocationListMode): Promise<void> {
  const { name, rootName } = certificationAuthority;
  const target = (file: string) => path.join(folder, 'CertEnroll', file);
  const source = (file: string) => path.join(pkiFolder, file);
  await mkdir(path.join(folder, 'CertEnroll'), { recursive: true });
  await writeFile(target(`${rootName}.crt`), await readCertificateDer(source('lab-root.crt')));
  await writeFile(target(`${name}.crt`), await readCertificateDer(source('issuing.crt')));
  await writeFile(target(`${secondAuthority.sanitizedName}.crt`), await readCertificateDer(source('second.crt')));
  await copyFile(source('crl/root.crl'), target(`${rootName}.crl`));
  await copyFile(source('crl/second.crl'), target(`${secondAuthority.sanitizedName}.crl`));
  const { base, delta } = issuingLists(mode);
  if (base) await copyFile(source(`crl/${base}.crl`), target(`${name}.crl`));
  if (delta) await copyFile(source(`crl/${delta}.crl`), target(`${name}+.crl`));
  if (mode === 'html') await writeFile(target(`${name}.crl`), portalPage());
}

async function writeFabrikam(folder: string, pkiFolder: string): Promise<void> {
  const { name, rootName } = fabrikam.certificationAuthority;
  await mkdir(folder, { recursive: true });
  for (const [kind, title] of [
    ['root', rootName],
    ['issuing', name],
  ] as const) {
    const certificate = await readCertificateDer(path.join(pkiFolder, `foreign-${kind}.crt`));
    await writeFile(path.join(folder, `${title}.crt`), certificate);
    await copyFile(path.join(pkiFolder, 'crl', `foreign-${kind}.crl`), path.join(folder, `${title}.crl`));
  }
}

export const adfsHosts: readonly string[] = [
  web.adfsHost,
  web.certificateAuthenticationHost,
  web.enterpriseRegistrationHost,
];
