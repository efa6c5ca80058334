import { spawn } from 'node:child_process';
import type { DirectoryContext, DirectorySearch } from '../../src-main/evidence/directory/directory-topic';
import { pilotUsersTopic } from '../../src-main/evidence/directory/pilot-users-topic';
import { contextOf } from '../../src-main/probes/ldap/forest';
import { readRootDse } from '../../src-main/probes/ldap/read-root-dse';
import { readTopic } from '../../src-main/probes/ldap/read-topic';
import { signIn } from '../../src-main/probes/ldap/sign-in';
import { openNetwork } from '../../src-main/probes/net/network';
import { defaultScope } from '../../src-shared/model/scope';
import { commandEnvironment, runCommand } from '../lab/build/run-command';
import { labDirectory, labSources } from '../lab/collect-target';
import type { Lab } from '../lab/lab';
import { alternate, timed } from './alternate';
import { manyUsers } from './many-users';
import { type Measured, rounded } from './measurement';

const pairs = 4;

/** Reading all users with the directory probe against OpenLDAP's `ldapsearch`: same server, filter, attributes, pages and LDAPS, sign-in included. */
export async function measureLdapEnumeration(lab: Lab): Promise<Measured> {
  const search = await userSearch(lab);
  const found = { ours: await readUsers(lab), theirs: await countWithLdapsearch(lab, search) };
  if (found.ours !== found.theirs || found.ours < manyUsers.count)
    throw new Error(`The probe found ${found.ours} users, ldapsearch ${found.theirs}.`);
  const contest = {
    ours: () => timed(() => readUsers(lab)),
    theirs: () => timed(() => ldapsearch(lab, search)),
  };
  const { ratio, ours, theirs } = await alternate(contest, pairs);
  return {
    measurement: {
      name: 'LDAP enumeration of 20,000 users, probe / ldapsearch',
      value: rounded(ratio),
      unit: 'x',
      goal: 1.3,
      better: 'lower',
    },
    details: `${found.ours} users over LDAPS: probe ${Math.round(ours)} ms, ldapsearch ${Math.round(theirs)} ms, medians of ${pairs} alternating runs`,
  };
}

async function connected<T>(
  lab: Lab,
  use: (context: DirectoryContext, connection: Awaited<ReturnType<typeof signIn>>) => Promise<T>,
): Promise<T> {
  const { signal } = new AbortController();
  const connection = await signIn(labDirectory(lab), lab.users.reader.password, openNetwork(labSources(lab), signal));
  try {
    const { root } = await readRootDse(connection, signal);
    return await use(contextOf(root, defaultScope, new Map()), connection);
  } finally {
    connection.close();
  }
}

async function userSearch(lab: Lab): Promise<DirectorySearch> {
  const [search] = await connected(lab, async (context) => pilotUsersTopic.searches(context));
  if (search === undefined) throw new Error('The topic searches nothing');
  return search;
}

/** The number of users that the topic of pilot users counts for "everybody". */
const readUsers = (lab: Lab): Promise<number> =>
  connected(lab, async (context, connection) => {
    const { signal } = new AbortController();
    const draft = await readTopic({ topic: pilotUsersTopic, context, connection, signal, progress: () => undefined });
    if (draft.status !== 'complete') throw new Error(draft.failure?.message ?? 'The users could not be read');
    return draft.facts;
  });

function ldapsearchArguments(
  { dc, users: { reader } }: Lab,
  { base, filter, attributes }: DirectorySearch,
): readonly string[] {
  const account = ['-x', '-H', `ldaps://${dc.address}`, '-D', reader.userPrincipalName, '-w', reader.password];
  return [...account, '-LLL', '-E', 'pr=1000/noprompt', '-b', base, '-s', 'sub', filter, ...attributes];
}

/** The address instead of the name, because no resolver of this machine knows the lab. */
const tlsSettings = ({ caFile }: Lab) => ({ LDAPTLS_CACERT: caFile, LDAPTLS_REQCERT: 'allow' });

async function countWithLdapsearch(lab: Lab, search: DirectorySearch): Promise<number> {
  const output = await runCommand('ldapsearch', ldapsearchArguments(lab, search), { env: tlsSettings(lab) });
  return output.match(/^dn:/gmu)?.length ?? 0;
}

/** Its output goes nowhere, so that only its own work is timed. */
const ldapsearch = (lab: Lab, search: DirectorySearch): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = { ...commandEnvironment, ...tlsSettings(lab) };
    const child = spawn('ldapsearch', ldapsearchArguments(lab, search), { env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ldapsearch ended with ${code}`))));
  });
