import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, domain, secondAuthority, web } from '../../facts.ts';
import {
  type Authority,
  addAuthority,
  buildHierarchy,
  createKey,
  type DayOf,
  type Hierarchy,
  issueCertificate,
} from './authority.ts';
import { appendIssuer, issueControllerCertificates } from './dc-certificates.ts';
import { contosoIssuing, contosoRoot, contosoSecond, fabrikamIssuing, fabrikamRoot } from './issuer-facts.ts';
import { responderExtensions, webServerExtensions } from './openssl-config.ts';
import { createRevocationLists } from './revocation-lists.ts';
import { selfSign } from './self-sign.ts';

const dayMs = 86_400_000;

/**
 * Builds the lab's PKI in `folder`: `lab-root.crt`, `issuing.crt`, `second.crt`, `foreign-root.crt`,
 * `foreign-issuing.crt`, `dc/<kind>.{key,crt}` (chains without
 * root), `adfs.*`, `enrolment.*`, `ocsp.*`, `foreign-ocsp.*`, `token-signing.*`, `token-encryption.*`, and revocation lists in `crl/`.
 */
export async function buildPki(folder: string, now: Date): Promise<void> {
  const at = (days: number) => new Date(now.getTime() + days * dayMs);
  await mkdir(path.join(folder, 'dc'), { recursive: true });
  await mkdir(path.join(folder, 'crl'), { recursive: true });
  const ownFiles = { folders: '', root: 'lab-root.crt', issuing: 'issuing.crt' };
  const otherFiles = { folders: 'foreign-', root: 'foreign-root.crt', issuing: 'foreign-issuing.crt' };
  const [own, other] = await Promise.all([
    buildHierarchy(folder, ownFiles, [contosoRoot, contosoIssuing], contosoBase, at),
    buildHierarchy(folder, otherFiles, [fabrikamRoot, fabrikamIssuing], '/DC=test/DC=fabrikam', at),
  ]);
  await issueControllerCertificates(path.join(folder, 'dc'), own, other, at);
  await issueServerCertificates(folder, own, at);
  await issueResponderCertificate(path.join(folder, 'ocsp'), own.issuing, at);
  await issueResponderCertificate(path.join(folder, 'foreign-ocsp'), other.issuing, at);
  const second = await addAuthority(own, path.join(folder, 'second'), contosoSecond, secondSubject, at);
  await copyFile(path.join(second.folder, 'ca.crt'), path.join(folder, 'second.crt'));
  await createRevocationLists(path.join(folder, 'crl'), { ...own, second }, other, at);
}

const contosoBase = '/DC=test/DC=contoso/DC=corp';
const secondSubject = `${contosoBase}/CN=${secondAuthority.name}`;

async function issueServerCertificates(folder: string, { issuing }: Hierarchy, at: DayOf): Promise<void> {
  const adfs = [web.adfsHost, web.certificateAuthenticationHost, web.enterpriseRegistrationHost];
  const servers = { adfs, enrolment: [certificationAuthority.hostName, secondAuthority.hostName] };
  for (const [name, names] of Object.entries(servers)) {
    const file = path.join(folder, name);
    await createKey(`${file}.key`, 2048);
    const extensions = webServerExtensions(issuing.issuer, names);
    const life = { notBefore: at(-60), notAfter: at(305) };
    await issueCertificate(issuing, { file, subject: `/CN=${names[0]}`, extensions, ...life });
    await appendIssuer(file, issuing);
  }
  await selfSign(path.join(folder, 'token-signing'), `ADFS Signing - ${web.adfsHost}`);
  await selfSign(path.join(folder, 'token-encryption'), `ADFS Encryption - ${web.adfsHost}`);
}

async function issueResponderCertificate(file: string, authority: Authority, at: DayOf): Promise<void> {
  await createKey(`${file}.key`, 2048);
  const life = { notBefore: at(-5), notAfter: at(9) };
  const subject = '/CN=OCSP Responder';
  await issueCertificate(authority, { file, subject, extensions: responderExtensions(), ...life });
}

/** The DER bytes of the first certificate in a PEM file. */
export async function readCertificateDer(pemFile: string): Promise<Buffer> {
  const pem = await readFile(pemFile, 'utf8');
  const body = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/u.exec(pem)?.[1];
  if (body === undefined) throw new Error(`No certificate in ${pemFile}`);
  return Buffer.from(body, 'base64');
}

export const issuingAuthorityDn = `CN=${certificationAuthority.name},${domain.baseDn}`;
