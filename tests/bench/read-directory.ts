import { spawn } from 'node:child_process';
import type { DirectoryContext, DirectorySearch } from '../../src-main/evidence/directory/directory-topic';
import { pilotUsersTopic } from '../../src-main/evidence/directory/pilot-users-topic';
import { findAuthorityHosts } from '../../src-main/probes/ldap/find-authority-hosts';
import { contextOf } from '../../src-main/probes/ldap/forest';
import { readRootDse } from '../../src-main/probes/ldap/read-root-dse';
import { readTopic } from '../../src-main/probes/ldap/read-topic';
import { type DirectoryConnection, signIn } from '../../src-main/probes/ldap/sign-in';
import { openNetwork } from '../../src-main/probes/net/network';
import type { LiveSources, PasswordSource } from '../../src-shared/model/plan';
import { defaultScope, type Population, type Scope } from '../../src-shared/model/scope';
import { commandEnvironment } from '../lab/build/run-command';

/** A directory server that both clients read: the product as `source` in `live`, `ldapsearch` at `address`. */
export interface BenchServer {
  readonly source: PasswordSource;
  readonly password: string;
  readonly live: LiveSources;
  readonly address: string;
  readonly caFile: string;
}

type Pilot = Partial<Pick<Scope, 'pilotUsers' | 'pilotComputers'>>;

/** The number of users that the topic of pilot users reads, sign-in included. */
export const readUsers = (server: BenchServer, pilotUsers: Population): Promise<number> =>
  inDirectory(server, { pilotUsers }, async (context, connection) => {
    const { signal } = new AbortController();
    const draft = await readTopic({ topic: pilotUsersTopic, context, connection, signal, progress: () => undefined });
    if (draft.status !== 'complete') throw new Error(draft.failure?.message ?? 'The users could not be read');
    return draft.facts;
  });

/** Signs in as the product does and gives the context that topics are read in. */
export async function inDirectory<T>(
  { source, password, live }: BenchServer,
  pilot: Pilot,
  use: (context: DirectoryContext, connection: DirectoryConnection) => Promise<T>,
): Promise<T> {
  const { signal } = new AbortController();
  const connection = await signIn(source, password, openNetwork(live, signal));
  try {
    const { root } = await readRootDse(connection, signal);
    const { hosts = [] } = await findAuthorityHosts({ connection, root }, signal);
    const lookedUp = { pilotGroups: new Map(), authorityHosts: () => hosts };
    return await use(contextOf(root, { ...defaultScope, ...pilot }, lookedUp), connection);
  } finally {
    connection.close();
  }
}

/** Runs OpenLDAP's `ldapsearch` for the same entries and attributes, in the same pages and over LDAPS; its output goes nowhere, so that only its own work is timed. */
export function ldapsearch(server: BenchServer, search: DirectorySearch): Promise<void> {
  const { source, password, address, caFile } = server;
  const account = ['-x', '-H', `ldaps://${address}`, '-D', source.user, '-w', password];
  const what = ['-LLL', '-E', 'pr=1000/noprompt', ...descriptorControl(search), '-b', search.base, '-s', search.scope];
  return new Promise((resolve, reject) => {
    // The address instead of the name, because no resolver of this machine knows it.
    const env = { ...commandEnvironment, LDAPTLS_CACERT: caFile, LDAPTLS_REQCERT: 'allow' };
    const child = spawn('ldapsearch', [...account, ...what, search.filter, ...search.attributes], {
      env,
      stdio: 'ignore',
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 || code === noSuchObject ? resolve() : reject(new Error(`ldapsearch ended with ${code}`)),
    );
  });
}

const noSuchObject = 32;

const descriptorControl = ({ securityDescriptor }: DirectorySearch): readonly string[] =>
  securityDescriptor === true ? ['-E', '!1.2.840.113556.1.4.801=::MAMCAQc='] : [];
