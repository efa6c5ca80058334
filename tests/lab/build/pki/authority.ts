import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { authorityConfig, revocationListExtensions } from './openssl-config.ts';

/** A certification authority kept by `openssl ca` in a folder: `ca.key`, `ca.crt`, `index.txt`. */
export interface Authority {
  readonly folder: string;
  readonly name: string;
}

export interface CertificateOrder {
  /** Path without extension; the `.key` must exist, `.crt` is written. */
  readonly file: string;
  /** OpenSSL form (`/DC=test/CN=x`); `/` is the empty subject domain controller templates give. */
  readonly subject: string;
  readonly extensions: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export async function prepareAuthority(folder: string, name: string): Promise<Authority> {
  await mkdir(path.join(folder, 'issued'), { recursive: true });
  await writeFile(path.join(folder, 'index.txt'), '');
  await writeFile(path.join(folder, 'crlnumber'), '07D0\n');
  return { folder, name };
}

export async function createKey(file: string, bits: number): Promise<void> {
  await runCommand('openssl', ['genrsa', '-out', file, String(bits)]);
}

/** Signs `order` with the authority's key; `selfSign` makes the authority's own root certificate. */
export async function issueCertificate(authority: Authority, order: CertificateOrder, selfSign = false): Promise<void> {
  const config = `${order.file}.cnf`;
  await writeFile(config, authorityConfig(authority.folder, order.extensions));
  const request = [
    'req',
    '-new',
    '-config',
    config,
    '-key',
    `${order.file}.key`,
    '-subj',
    order.subject,
    '-out',
    `${order.file}.csr`,
  ];
  await runCommand('openssl', request);
  const dates = ['-startdate', opensslDate(order.notBefore), '-enddate', opensslDate(order.notAfter)];
  const options = ['-batch', '-notext', '-preserveDN', '-extensions', 'extensions', ...(selfSign ? ['-selfsign'] : [])];
  const files = ['-in', `${order.file}.csr`, '-out', `${order.file}.crt`];
  await runCommand('openssl', ['ca', '-config', config, ...options, ...dates, ...files]);
}

export async function revokeCertificate(authority: Authority, certificateFile: string): Promise<void> {
  const config = await writeConfig(authority, '');
  await runCommand('openssl', ['ca', '-config', config, '-revoke', certificateFile, '-crl_reason', 'keyCompromise']);
}

/** Writes a revocation list as DER to `file`. */
export async function createRevocationList(
  authority: Authority,
  file: string,
  life: { readonly thisUpdate: Date; readonly nextUpdate: Date; readonly deltaOfNumber?: number },
): Promise<void> {
  const nextPublish = opensslDate(life.nextUpdate).slice(2);
  const config = await writeConfig(
    authority,
    revocationListExtensions(authority.name, nextPublish, life.deltaOfNumber),
  );
  const dates = ['-crl_lastupdate', opensslDate(life.thisUpdate), '-crl_nextupdate', opensslDate(life.nextUpdate)];
  await runCommand('openssl', [
    'ca',
    '-config',
    config,
    '-gencrl',
    '-crlexts',
    'crl_extensions',
    ...dates,
    '-out',
    `${file}.pem`,
  ]);
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
