import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostCertificates } from '../../../src-shared/model/evidence/host';
import { ProbeFailure } from '../../engine/probe';
import { storedCertificates } from '../../evidence/collector/held-certificates';
import { queryKey, type ToolPlace } from './read-registry';

const elementLimit = 5000;
const sizeLimit = 256 * 1024;

/** A store, and a sentence when not every certificate of it could be read. */
export interface ReadStore {
  readonly data: HostCertificates;
  readonly incomplete?: string;
}

/**
 * Certificates of the computer, which Windows keeps in the registry together with the name of the key's provider. certutil is not used: it tries the keys, may
 * ask for a PIN, and does not print the certificates themselves.
 */
export async function readMachineStore(host: string, place: ToolPlace): Promise<ReadStore> {
  const values = await queryKey('HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates', place, true);
  const elements = (values ?? []).filter(({ name, type }) => name === 'Blob' && type === 'REG_BINARY');
  const { certificates, incomplete } = storedCertificates(elements.map(({ text }) => text.trim()));
  const data: HostCertificates = { host, store: 'machine', certificates };
  return incomplete === undefined ? { data } : { data, incomplete };
}

/** Certificates of the user, which Windows keeps as files in the user's settings; no folder is a user who never had one. Throws ProbeFailure. */
export async function readUserStore(host: string, owner: string, settings: string | undefined): Promise<ReadStore> {
  if (settings === undefined) throw unread('the folder of the user’s settings is not known');
  const folder = join(settings, 'Microsoft', 'SystemCertificates', 'My', 'Certificates');
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw unread('its folder cannot be read');
  });
  const elements: string[] = [];
  for (const name of names.slice(0, elementLimit)) elements.push(await elementOf(join(folder, name)));
  const { certificates, incomplete } = storedCertificates(elements);
  const data: HostCertificates = { host, store: 'user', owner, certificates };
  return incomplete === undefined ? { data } : { data, incomplete };
}

/** The file as hexadecimal text; nothing of one that is too large or cannot be read, which is then counted as unreadable. */
async function elementOf(path: string): Promise<string> {
  const bytes = await stat(path)
    .then(({ size }) => (size > sizeLimit ? undefined : readFile(path)))
    .catch(() => undefined);
  return bytes?.toString('hex') ?? '';
}

const unread = (what: string): ProbeFailure =>
  new ProbeFailure({
    reason: 'access-denied',
    code: 'user-store-unread',
    message: `The certificates of the user on this computer were not read: ${what}.`,
    next: 'Run as the user whose client is judged, or run the collector client.ps1 as that user and import its file.',
  });
