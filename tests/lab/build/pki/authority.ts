import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import type { IssuerFacts } from './issuer-facts.ts';
import {
  authorityConfig,
  issuingAuthorityExtensions,
  revocationListExtensions,
  rootExtensions,
} from './openssl-config.ts';

/** A certification authority kept by `openssl ca` in a folder: `ca.key`, `ca.crt`, `index.txt`. */
export interface Authority {
  readonly folder: string;
  readonly issuer: IssuerFacts;
}

export interface Hierarchy {
  readonly root: Authority;
  readonly issuing: Authority;
}

/** Gives the date that many days from the build. */
export type DayOf = (days: number) => Date;

export interface CertificateOrder {
  /** Path without extension; the `.key` must exist, `.crt` is written. */
  readonly file: string;
  /** OpenSSL form (`/DC=test/CN=x`); `/` is the empty subject domain controller templates give. */
  readonly subject: string;
  readonly extensions: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SHA-256 when absent. */
  readonly digest?: 'sha1';
}

async function prepareAuthority(folder: string, issuer: IssuerFacts): Promise<Authority> {
  await mkdir(path.join(folder, 'issued'), { recursive: true });
  await writeFile(path.join(folder, 'index.txt'), '');
  await writeFile(path.join(folder, 'crlnumber'), '07D0\n');
  return { folder, issuer };
}

/** Makes a root and an issuing CA (RSA 4096) and copies their certificates to `folder`, as `<prefix>root.crt` and `<prefix>issuing.crt`. */
export async function buildHierarchy(
  folder: string,
  prefix: { readonly folders: string; readonly root: string; readonly issuing: string },
  [rootFacts, issuingFacts]: readonly [IssuerFacts, IssuerFacts],
  base: string,
  at: DayOf,
): Promise<Hierarchy> {
  const root = await prepareAuthority(path.join(folder, `${prefix.folders}root`), rootFacts);
  const issuing = await prepareAuthority(path.join(folder, `${prefix.folders}issuing`), issuingFacts);
  const file = (authority: Authority) => path.join(authority.folder, 'ca');
  await Promise.all([root, issuing].map((authority) => createKey(`${file(authority)}.key`, 4096)));
  const rootOrder = { file: file(root), subject: `/CN=${rootFacts.name}`, extensions: rootExtensions() };
  await issueCertificate(root, { ...rootOrder, notBefore: at(-900), notAfter: at(20 * 365) }, true);
  await certifyAuthority(root, issuing, `${base}/CN=${issuingFacts.name}`, at);
  await copyFile(`${file(root)}.crt`, path.join(folder, prefix.root));
  await copyFile(`${file(issuing)}.crt`, path.join(folder, prefix.issuing));
  return { root, issuing };
}

/** Has the root certify one more issuing CA, in `folder`; `subject` may say its name otherwise than the directory. */
export async function addAuthority(
  { root }: Hierarchy,
  folder: string,
  issuer: IssuerFacts,
  subject: string,
  at: DayOf,
): Promise<Authority> {
  const authority = await prepareAuthority(folder, issuer);
  await createKey(path.join(folder, 'ca.key'), 4096);
  await certifyAuthority(root, authority, subject, at);
  return authority;
}

async function certifyAuthority(root: Authority, issuing: Authority, subject: string, at: DayOf): Promise<void> {
  const order = {
    file: path.join(issuing.folder, 'ca'),
    subject,
    extensions: issuingAuthorityExtensions(root.issuer),
  };
  await issueCertificate(root, { ...order, notBefore: at(-800), notAfter: at(8 * 365) });
}

export async function createKey(file: string, bits: number): Promise<void> {
  await runCommand('openssl', ['genrsa', '-out', file, String(bits)]);
}

/** Signs `order` with the authority's key; `selfSign` makes the authority's own root certificate. */
export async function issueCertificate(authority: Authority, order: CertificateOrder, selfSign = false): Promise<void> {
  const config = `${order.file}.cnf`;
  await writeFile(config, authorityConfig(authority.folder, order.extensions));
  const key = ['-key', `${order.file}.key`, '-subj', order.subject, '-utf8'];
  await runCommand('openssl', ['req', '-new', '-config', config, ...key, '-out', `${order.file}.csr`]);
  const dates = ['-startdate', opensslDate(order.notBefore), '-enddate', opensslDate(order.notAfter)];
  const options = ['-batch', '-notext', '-preserveDN', '-utf8', '-extensions', 'extensions'];
  const kind = [...(selfSign ? ['-selfsign'] : []), ...(order.digest ? ['-md', order.digest] : [])];
  const files = ['-in', `${order.file}.csr`, '-out', `${order.file}.crt`];
  await runCommand('openssl', ['ca', '-config', config, ...options, ...kind, ...dates, ...files]);
}

export async function revokeCertificate(authority: Authority, certificateFile: string): Promise<void> {
  const config = await writeConfig(authority, '');
  await runCommand('openssl', ['ca', '-config', config, '-revoke', certificateFile, '-crl_reason', 'keyCompromise']);
}

/** Writes a revocation list as DER to `file`; every list of an authority gets the next number. */
export async function createRevocationList(
  authority: Authority,
  file: string,
  life: { readonly thisUpdate: Date; readonly nextUpdate: Date; readonly deltaOfNumber?: number },
): Promise<void> {
  const nextPublish = opensslDate(life.nextUpdate).slice(2);
  const extensions = revocationListExtensions(authority.issuer, nextPublish, life.deltaOfNumber);
  const config = await writeConfig(authority, extensions);
  const dates = ['-crl_lastupdate', opensslDate(life.thisUpdate), '-crl_nextupdate', opensslDate(life.nextUpdate)];
  const list = ['-gencrl', '-crlexts', 'crl_extensions', ...dates, '-out', `${file}.pem`];
  await runCommand('openssl', ['ca', '-config', config, ...list]);
  await runCommand('openssl', ['crl', '-in', `${file}.pem`, '-outform', 'DER', '-out', file]);
}

async function writeConfig(authority: Authority, extensions: string): Promise<string> {
  const config = path.join(authority.folder, 'authority.cnf');
  await writeFile(config, authorityConfig(authority.folder, extensions));
  return config;
}

function opensslDate(date: Date): string {
  return `${date.toISOString().replace(/[-:T]/gu, '').slice(0, 14)}Z`;
}
