import path from 'node:path';
import { pilotUsersTopic } from '../../../src-main/evidence/directory/pilot-users-topic';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { liveAt } from '../../unit/probes/servers/live';
import { alternate, type ContestResult, timed } from '../alternate';
import { eventLoopDelay, hostMemory } from '../app-figures';
import { runInApp } from '../app-run';
import { type BundledProgram, startProgram } from '../bundled-program';
import { measureEvaluation } from '../evaluation';
import { type Measured, rounded } from '../measurement';
import { type BenchServer, inDirectory, ldapsearch } from '../read-directory';
import { type BulkSize, bulkForest, bulkSizes, unitOf } from './bulk-users';
import type { ReadUsersRequest, UsersRead } from './read-users';
import { type SlapdServer, startSlapd } from './slapd-server';

/** Runs of each client; the larger ones are long enough to need few. */
const pairs: Readonly<Record<BulkSize, number>> = { 100000: 4, 500000: 1, 1000000: 1 };
const words: Readonly<Record<BulkSize, string>> = { 100000: '100,000', 500000: '500,000', 1000000: '1,000,000' };

/** Reading users of slapd, which answers some 25 times faster than Samba, with their keys, identifiers and mappings; then all of them in the app. */
export async function measureSlapdBulk(say: (line: string) => void): Promise<readonly Measured[]> {
  const slapd = await startSlapd(say);
  try {
    const server = serverOf(slapd);
    const contests = await readEverySize(server);
    return [...[...contests].map(([size, result]) => reading(size, result)), growth(contests), ...(await inApp(slapd))];
  } finally {
    await slapd.stop();
  }
}

const serverOf = ({ address, hostName, caFile }: SlapdServer): BenchServer => ({
  source: { id: 'slapd', server: hostName, security: 'ldaps', signIn: 'password', user: bulkForest.reader.dn },
  password: bulkForest.reader.password,
  live: liveAt([], { caFile, addresses: { [hostName]: address } }),
  address,
  caFile,
});

type UsersReader = BundledProgram<ReadUsersRequest, UsersRead>;

async function readEverySize(server: BenchServer): Promise<ReadonlyMap<BulkSize, ContestResult>> {
  const reader: UsersReader = await startProgram(path.join(import.meta.dirname, 'read-users.ts'));
  try {
    const contests = new Map<BulkSize, ContestResult>();
    for (const size of bulkSizes) contests.set(size, await contest(reader, server, size));
    return contests;
  } finally {
    await reader.close();
  }
}

async function contest(reader: UsersReader, server: BenchServer, size: BulkSize): Promise<ContestResult> {
  const pilotUsers = { kind: 'unit', unit: unitOf(size) } as const;
  const search = await inDirectory(server, { pilotUsers }, async (context) =>
    pilotUsersTopic.searches(context).find(({ scope }) => scope === 'sub'),
  );
  if (search === undefined) throw new Error('The topic searches nothing');
  const ours = async (): Promise<number> => {
    const { users, ms } = await reader.ask({ server, pilotUsers });
    if (users !== size) throw new Error(`The topic found ${users} users of ${size}`);
    return ms;
  };
  return await alternate({ ours, theirs: () => timed(() => ldapsearch(server, search)) }, pairs[size]);
}

const reading = (size: BulkSize, { ratio, ours, theirs }: ContestResult): Measured => ({
  measurement: {
    name: `LDAP reading of ${words[size]} users in slapd, topic / ldapsearch`,
    value: rounded(ratio),
    unit: 'x',
    goal: 2,
    better: 'lower',
  },
  details: `topic ${Math.round(ours)} ms, ldapsearch ${Math.round(theirs)} ms; alternating runs: ${pairs[size]}`,
});

function growth(contests: ReadonlyMap<BulkSize, ContestResult>): Measured {
  const [smallest, , largest] = bulkSizes;
  const each = (size: BulkSize): number => ((contests.get(size)?.ours ?? Number.NaN) / size) * 1000;
  return {
    measurement: {
      name: `Time per user, ${words[largest]} users / ${words[smallest]} users`,
      value: rounded(each(largest) / each(smallest)),
      unit: 'x',
      goal: 1.2,
      better: 'lower',
    },
    details: `${rounded(each(largest))} µs and ${rounded(each(smallest))} µs a user`,
  };
}

/** The product's own assessment of this directory, as far as slapd can be taken for a domain controller. */
async function inApp(slapd: SlapdServer): Promise<readonly Measured[]> {
  const { source, live, password } = serverOf(slapd);
  const scope: Scope = { ...defaultScope, forests: [bulkForest.domain], pilotUsers: { kind: 'all' } };
  const figures = await runInApp({
    details: { customer: 'Contoso', title: '', consultant: '', classification: '' },
    scope,
    live: { ...live, directory: [source] },
    imports: [],
    password: { source: source.id, password },
  });
  const facts = figures.targets.reduce((sum, target) => sum + target.facts, 0);
  if (facts < bulkSizes[2]) throw new Error(`The app read ${facts} facts only`);
  const what = 'of a million users';
  return [
    eventLoopDelay(what, figures),
    ...hostMemory(what, figures),
    await measureEvaluation(what, figures.records, scope),
  ];
}
