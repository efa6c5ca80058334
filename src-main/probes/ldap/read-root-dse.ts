import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { RootDse } from '../../../src-shared/model/evidence/directory';
import { ProbeFailure } from '../../engine/probe';
import type { DirectoryEntry } from '../../evidence/directory/directory-topic';
import { rootDse, rootDseAttributes } from '../../evidence/directory/root-dse';
import { printable } from '../../evidence/printable';
import { endpointName } from '../net/endpoint';
import { ldapFailure } from './ldap-failure';
import { ldifEntry } from './ldif-text';
import { searchAll } from './search';
import type { DirectoryConnection } from './sign-in';

const notADomainController = (connection: DirectoryConnection): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreadable',
    code: 'ldap-not-active-directory',
    message: `${endpointName(connection.endpoint)} is an LDAP server, but not a domain controller of Active Directory: its root DSE lacks what every one has.`,
    next: 'Enter the name of a domain controller.',
  });

/**
 * Reads what a domain controller says about itself and its forest.
 * @throws ProbeFailure
 */
export async function readRootDse(
  connection: DirectoryConnection,
  signal: AbortSignal,
): Promise<{ readonly root: RootDse; readonly draft: EvidenceDraft<'ad.root-dse'> }> {
  const entry = await firstEntry(connection, signal);
  const root = decode(entry, connection);
  const { host } = connection.endpoint;
  const { address, from } = connection.address;
  const told = { plan: 'entered for this host', dns: 'from DNS', typed: 'entered as the server', proxy: 'of a proxy' }[
    from
  ];
  return {
    root,
    draft: {
      kind: 'ad.root-dse',
      target: root.dnsHostName.toLowerCase(),
      source: { way: 'probe', by: 'directory', location: connection.url },
      status: 'complete',
      data: root,
      facts: 1,
      notes: [`Connected to ${host} at ${address} (${told}), signed in as ${printable(connection.account, 256)}.`],
      raw: {
        name: `ad.root-dse ${root.dnsHostName}.ldif`,
        mediaType: 'text/plain',
        bytes: Buffer.from(`version: 1\n\n${ldifEntry(entry)}`, 'utf8'),
      },
    },
  };
}

async function firstEntry(connection: DirectoryConnection, signal: AbortSignal): Promise<DirectoryEntry> {
  const entries: DirectoryEntry[] = [];
  const search = { base: '', scope: 'base', filter: '(objectClass=*)', attributes: rootDseAttributes } as const;
  try {
    await searchAll(connection.session, search, (entry) => entries.push(entry));
  } catch (error) {
    throw new ProbeFailure(ldapFailure(error, connection.endpoint, signal));
  }
  const entry = entries[0];
  if (entry === undefined) throw notADomainController(connection);
  return entry;
}

function decode(entry: DirectoryEntry, connection: DirectoryConnection): RootDse {
  try {
    return rootDse(entry);
  } catch {
    throw notADomainController(connection);
  }
}
