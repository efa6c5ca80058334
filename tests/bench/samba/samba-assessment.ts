import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directoryTopics } from '../../../src-main/evidence/directory/directory-topics';
import type { RunTarget } from '../../../src-shared/model/run';
import { labDirectory, labSources } from '../../lab/collect-target';
import { exportDirectory } from '../../lab/export-directory';
import { type Lab, startLab } from '../../lab/lab';
import { labPlan } from '../../lab/live-plan';
import { timed } from '../alternate';
import { eventLoopDelay } from '../app-figures';
import { runInApp } from '../app-run';
import { measureEvaluation } from '../evaluation';
import { type Measured, rounded } from '../measurement';
import { type BenchServer, inDirectory, ldapsearch } from '../read-directory';
import { manyAccounts, manyAccountsFolder, serveManyAccounts } from './many-accounts';

const everybody = { pilotUsers: { kind: 'all' }, pilotComputers: { kind: 'all' } } as const;

/**
 * An assessment of the lab with 100,000 more users and 50,000 more computers, in the app, live and from an export of the lab as it was before; what its directory
 * target takes against `ldapsearch` for the same searches.
 */
export async function measureSambaAssessment(say: (line: string) => void): Promise<readonly Measured[]> {
  const loaded = await manyAccountsFolder(say);
  const lab = await startLab({ waitMs: 10 * 60_000, say });
  const exported = await mkdtemp(path.join(tmpdir(), 'hello-preflight-bench-'));
  try {
    await exportDirectory(lab, exported);
    await serveManyAccounts(lab, loaded);
    const theirs = await searchEverything(lab);
    const { details, scope, live } = labPlan(lab);
    const password = { source: 'lab', password: lab.users.reader.password };
    const everywhere = { ...scope, ...everybody };
    const figures = await runInApp({ details, scope: everywhere, live, imports: [exported], password });
    const directory = figures.targets.find(({ id }) => id === 'directory:lab');
    return [
      enumeration(durationOf(directory), theirs),
      eventLoopDelay('of the lab', figures),
      await measureEvaluation('of the lab', figures.records, everywhere),
    ];
  } finally {
    await lab.stop();
    await rm(exported, { recursive: true });
  }
}

function enumeration({ ms, facts }: TargetDuration, theirs: EverySearch): Measured {
  const { users, computers } = manyAccounts;
  if (facts < users + computers) throw new Error(`Only ${facts} facts were read`);
  return {
    measurement: {
      name: 'LDAP part of an assessment of 100,000 users and 50,000 computers in Samba, app / ldapsearch',
      value: rounded(ms / theirs.ms),
      unit: 'x',
      goal: 1.3,
      better: 'lower',
    },
    details: `${facts} facts over LDAPS: app ${Math.round(ms)} ms, ldapsearch ${Math.round(theirs.ms)} ms for the same ${theirs.searches} searches; one run each`,
  };
}

interface EverySearch {
  readonly searches: number;
  readonly ms: number;
}

/** Every search of every topic, one `ldapsearch` each; what each needs to sign in is taken off, for all but one. */
async function searchEverything(lab: Lab): Promise<EverySearch> {
  const server = serverOf(lab);
  const searches = await inDirectory(server, everybody, async (context) =>
    directoryTopics.flatMap((topic) => topic.searches(context)),
  );
  const nothing = { base: '', scope: 'base', filter: '(objectClass=*)', attributes: ['1.1'] } as const;
  const signIn = Math.min(
    await timed(() => ldapsearch(server, nothing)),
    await timed(() => ldapsearch(server, nothing)),
  );
  let ms = 0;
  for (const search of searches) ms += await timed(() => ldapsearch(server, search));
  return { searches: searches.length, ms: ms - signIn * (searches.length - 1) };
}

const serverOf = (lab: Lab): BenchServer => ({
  source: labDirectory(lab),
  password: lab.users.reader.password,
  live: labSources(lab),
  address: lab.dc.address,
  caFile: lab.caFile,
});

interface TargetDuration {
  readonly ms: number;
  readonly facts: number;
}

function durationOf(target: RunTarget | undefined): TargetDuration {
  if (target?.startedAt === undefined || target.endedAt === undefined) throw new Error('The directory was not read');
  if (target.state !== 'done') throw new Error(target.failure?.message ?? `The directory target is ${target.state}`);
  return { ms: Date.parse(target.endedAt) - Date.parse(target.startedAt), facts: target.facts };
}
