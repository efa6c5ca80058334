import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, domain, web } from '../../facts.ts';
import { runCommand } from '../run-command.ts';
import {
  type Authority,
  createKey,
  createRevocationList,
  issueCertificate,
  prepareAuthority,
  revokeCertificate,
} from './authority.ts';
import {
  domainControllerExtensions,
  domainControllerNames,
  issuingAuthorityExtensions,
  rootExtensions,
  webServerExtensions,
} from './openssl-config.ts';

/** Certificates the domain controller can be told to show on LDAPS. */
export const dcCertificateKinds = [
  'good',
  'soon',
  'expired',
  'self-signed',
  'foreign-ca',
  'wrong-name',
  'revoked',
  'weak-key',
] as const;
export type DcCertificateKind = (typeof dcCertificateKinds)[number];

const dayMs = 86_400_000;
const authorityBase = '/DC=test/DC=contoso/DC=corp';

/**
 * Builds the lab's PKI in `folder`: `lab-root.crt`, `issuing.crt`, `foreign-root.crt`, `dc/<kind>.{key,crt}` (chains without root),
 * `adfs.{key,crt}`, `token-signing.*`, `token-encryption.*`, and revocation lists in `crl/`.
 */
export async function buildPki(folder: string, now: Date): Promise<void> {
  const at = (days: number) => new Date(now.getTime() + days * dayMs);
  await mkdir(path.join(folder, 'dc'), { recursive: true });
  await mkdir(path.join(folder, 'crl'), { recursive: true });
  const [own, foreign] = await Promise.all([
    buildHierarchy(folder, '', [certificationAuthority.rootName, certificationAuthority.name], authorityBase, at),
    buildHierarchy(folder, 'foreign-', ['Fabrikam Root CA', 'Fabrikam Issuing CA'], '/DC=test/DC=fabrikam', at),
  ]);
  await Promise.all(
    dcCertificateKinds.map((kind) =>
      createKey(path.join(folder, 'dc', `${kind}.key`), kind === 'weak-key' ? 1024 : 2048),
    ),
  );
  for (const kind of dcCertificateKinds) {
    await issueDcCertificate(folder, kind, kind === 'foreign-ca' ? foreign.issuing : own.issuing, at);
  }
  await issueFederationCertificates(folder, own.issuing, at);
  await createRevocationLists(folder, own, at);
}

interface Hierarchy {
  readonly root: Authority;
  readonly issuing: Authority;
}

async function buildHierarchy(
  folder: string,
  prefix: string,
  [rootName, issuingName]: readonly [string, string],
  base: string,
  at: (days: number) => Date,
): Promise<Hierarchy> {
  const root = await prepareAuthority(path.join(folder, `${prefix}root`), rootName);
  const issuing = await prepareAuthority(path.join(folder, `${prefix}issuing`), issuingName);
  const file = (authority: Authority) => path.join(authority.folder, 'ca');
  await Promise.all([root, issuing].map((authority) => createKey(`${file(authority)}.key`, 4096)));
  const rootOrder = { file: file(root), subject: `/CN=${rootName}`, extensions: rootExtensions() };
  await issueCertificate(root, { ...rootOrder, notBefore: at(-900), notAfter: at(20 * 365) }, true);
  const issuingOrder = {
    file: file(issuing),
    subject: `${base}/CN=${issuingName}`,
    extensions: issuingAuthorityExtensions(rootName),
  };
  await issueCertificate(root, { ...issuingOrder, notBefore: at(-800), notAfter: at(8 * 365) });
  await copyFile(`${file(root)}.crt`, path.join(folder, `${prefix || 'lab-'}root.crt`));
  await copyFile(`${file(issuing)}.crt`, path.join(folder, `${prefix}issuing.crt`));
  return { root, issuing };
}

async function issueDcCertificate(
  folder: string,
  kind: DcCertificateKind,
  authority: Authority,
  at: (days: number) => Date,
): Promise<void> {
  const file = path.join(folder, 'dc', kind);
  if (kind === 'self-signed') return selfSign(file, domainControllerNames[0] ?? '', domainControllerNames);
  const names = kind === 'wrong-name' ? ['dc9.fabrikam.test', 'fabrikam.test'] : domainControllerNames;
  const [notBefore, notAfter] = kind === 'expired' ? [-400, -35] : kind === 'soon' ? [-335, 30] : [-60, 305];
  const extensions = domainControllerExtensions(authority.name, names);
  await issueCertificate(authority, {
    file,
    subject: '/',
    extensions,
    notBefore: at(notBefore),
    notAfter: at(notAfter),
  });
  if (kind === 'revoked') await revokeCertificate(authority, `${file}.crt`);
  await appendIssuer(file, authority);
}

/** Samba and nginx send what the file holds: the leaf, then its issuer. */
async function appendIssuer(file: string, authority: Authority): Promise<void> {
  const chain =
    (await readFile(`${file}.crt`, 'utf8')) + (await readFile(path.join(authority.folder, 'ca.crt'), 'utf8'));
  await writeFile(`${file}.crt`, chain);
}

async function selfSign(file: string, commonName: string, dnsNames: readonly string[] = []): Promise<void> {
  const names =
    dnsNames.length > 0 ? ['-addext', `subjectAltName=${dnsNames.map((name) => `DNS:${name}`).join(',')}`] : [];
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`];
  await runCommand('openssl', [
    'req',
    '-x509',
    ...key,
    '-subj',
    `/CN=${commonName}`,
    '-days',
    '365',
    ...names,
    '-out',
    `${file}.crt`,
  ]);
}

async function issueFederationCertificates(
  folder: string,
  authority: Authority,
  at: (days: number) => Date,
): Promise<void> {
  const file = path.join(folder, 'adfs');
  await createKey(`${file}.key`, 2048);
  const names = [web.adfsHost, web.certificateAuthenticationHost, web.enterpriseRegistrationHost];
  const extensions = webServerExtensions(authority.name, names);
  await issueCertificate(authority, {
    file,
    subject: `/CN=${web.adfsHost}`,
    extensions,
    notBefore: at(-60),
    notAfter: at(305),
  });
  await appendIssuer(file, authority);
  await selfSign(path.join(folder, 'token-signing'), `ADFS Signing - ${web.adfsHost}`);
  await selfSign(path.join(folder, 'token-encryption'), `ADFS Encryption - ${web.adfsHost}`);
}

async function createRevocationLists(
  folder: string,
  { root, issuing }: Hierarchy,
  at: (days: number) => Date,
): Promise<void> {
  const list = (name: string) => path.join(folder, 'crl', name);
  await createRevocationList(root, list('root.crl'), { thisUpdate: at(-10), nextUpdate: at(170) });
  await createRevocationList(issuing, list('issuing-expired.crl'), { thisUpdate: at(-40), nextUpdate: at(-10) });
  await createRevocationList(issuing, list('issuing.crl'), { thisUpdate: at(-1), nextUpdate: at(34) });
  await createRevocationList(issuing, list('issuing-delta.crl'), {
    thisUpdate: at(0),
    nextUpdate: at(20),
    deltaOfNumber: 0x7d1,
  });
}

/** The DER bytes of the first certificate in a PEM file. */
export async function readCertificateDer(pemFile: string): Promise<Buffer> {
  const pem = await readFile(pemFile, 'utf8');
  const body = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/u.exec(pem)?.[1];
  if (body === undefined) throw new Error(`No certificate in ${pemFile}`);
  return Buffer.from(body, 'base64');
}

export const issuingAuthorityDn = `CN=${certificationAuthority.name},${domain.baseDn}`;
