import { copyFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, web } from '../../facts.ts';
import { readCertificateDer } from '../pki/build-pki.ts';
import { federationDocuments } from './federation-documents.ts';
import { entityBomb, portalPage } from './hostile-documents.ts';

/** How the AD FS look-alike answers. */
export const adfsModes = ['ok', 'html', '503', 'huge-xml', 'entity-bomb', 'no-capabilities'] as const;
export type AdfsMode = (typeof adfsModes)[number];

/** What http://pki…/CertEnroll/ serves as the issuing CA's revocation list. */
export const revocationListModes = ['ok', 'expired', 'missing', 'html'] as const;
export type RevocationListMode = (typeof revocationListModes)[number];

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
  await Promise.all([selectMode(folder, 'adfs', 'ok'), selectMode(folder, 'pki', 'ok')]);
}

/** Switches a site to another document folder between one request and the next. */
export async function selectMode(
  folder: string,
  site: 'adfs' | 'pki',
  mode: AdfsMode | RevocationListMode,
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

async function writeCertEnroll(folder: string, pkiFolder: string, mode: RevocationListMode): Promise<void> {
  const { name, rootName } = certificationAuthority;
  const target = (file: string) => path.join(folder, 'CertEnroll', file);
  const source = (file: string) => path.join(pkiFolder, file);
  await mkdir(path.join(folder, 'CertEnroll'), { recursive: true });
  await writeFile(target(`${rootName}.crt`), await readCertificateDer(source('lab-root.crt')));
  await writeFile(target(`${name}.crt`), await readCertificateDer(source('issuing.crt')));
  await copyFile(source('crl/root.crl'), target(`${rootName}.crl`));
  if (mode === 'missing') return;
  await copyFile(source('crl/issuing-delta.crl'), target(`${name}+.crl`));
  const list = mode === 'expired' ? 'crl/issuing-expired.crl' : 'crl/issuing.crl';
  await writeFile(target(`${name}.crl`), mode === 'html' ? portalPage() : await readFile(source(list)));
}

export const adfsHosts: readonly string[] = [
  web.adfsHost,
  web.certificateAuthenticationHost,
  web.enterpriseRegistrationHost,
];
