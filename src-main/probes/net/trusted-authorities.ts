import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import * as tls from 'node:tls';
import { ProbeFailure } from '../../engine/probe';

/** Where Linux distributions keep the bundle of trusted CAs; the first that can be read counts. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const caFileLimit = 5 * 1024 * 1024;
const pemBlock = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/gu;

/** Newer Node versions read the system's store (Windows, macOS); older ones have only the list they bring along. */
interface SystemStore {
  readonly getCACertificates?: (type: 'system') => string[];
}

let systemAuthorities: Promise<readonly string[]> | undefined;

async function readSystemAuthorities(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return (tls as SystemStore).getCACertificates?.('system') ?? [];
  for (const bundle of linuxBundles) {
    const text = await readFile(bundle, 'utf8').catch(() => undefined);
    if (text !== undefined) return text.match(pemBlock) ?? [];
  }
  return [];
}

function caFileFailure(path: string, what: string): ProbeFailure {
  return new ProbeFailure({
    reason: 'unreadable',
    code: 'ca-file-unreadable',
    message: `The CA file ${path} ${what}. Nothing was contacted.`,
    next: 'Choose a PEM file with the certificates of the CAs to trust (“-----BEGIN CERTIFICATE-----”).',
  });
}

async function readCaFile(path: string): Promise<string> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) throw caFileFailure(path, 'cannot be opened');
  if (size > caFileLimit) throw caFileFailure(path, 'is larger than 5 MB');
  return await readFile(path, 'utf8');
}

function certificatesIn(text: string, path: string): readonly string[] {
  const blocks = text.match(pemBlock) ?? [];
  if (blocks.length === 0) throw caFileFailure(path, 'holds no certificate in PEM form');
  for (const block of blocks) {
    try {
      new X509Certificate(block);
    } catch {
      throw caFileFailure(path, 'holds a damaged certificate');
    }
  }
  return blocks;
}

/** By the text of the CA file. Taking in some two hundred certificates takes longer than a handshake, and every target of a run wants the same. */
let latest: { readonly text: string | undefined; readonly context: tls.SecureContext } | undefined;

/**
 * The CAs a server's certificate may come from: those of Node, those of the system, and those of `caFile` (PEM).
 * @throws ProbeFailure `ca-file-unreadable`
 */
export async function trustedAuthorities(caFile: string | undefined): Promise<tls.SecureContext> {
  systemAuthorities ??= readSystemAuthorities();
  const system = await systemAuthorities;
  const text = caFile === undefined ? undefined : await readCaFile(caFile);
  if (latest !== undefined && latest.text === text) return latest.context;
  const extra = caFile === undefined || text === undefined ? [] : certificatesIn(text, caFile);
  const context = tls.createSecureContext({ ca: [...new Set([...tls.rootCertificates, ...system, ...extra])] });
  latest = { text, context };
  return context;
}
