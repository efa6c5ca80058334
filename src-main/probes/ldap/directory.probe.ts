import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../../src-shared/model/evidence';
import type { DirectorySource } from '../../../src-shared/model/plan';
import type { Population } from '../../../src-shared/model/scope';
import type { Probe, ProbeContext, ProbeTarget } from '../../engine/probe';
import type { DirectoryContext, DirectoryTopic } from '../../evidence/directory/directory-topic';
import { directoryTopics } from '../../evidence/directory/directory-topics';
import { openNetwork } from '../net/network';
import { findPilotGroups, type PilotGroups } from './find-pilot-groups';
import { contextOf, domainsNotAsked, notAskedDrafts } from './forest';
import { readRootDse } from './read-root-dse';
import { readTopic, topicTarget } from './read-topic';
import { type DirectoryConnection, directoryEndpoint, signIn } from './sign-in';

interface DirectoryTarget extends ProbeTarget {
  readonly source: DirectorySource;
}

const domainKinds: readonly EvidenceKind[] = directoryTopics
  .filter(({ per }) => per === 'domain')
  .map(({ kind }) => kind);

/** Reads Active Directory through one domain controller: its own domain, and the forest-wide partitions. */
const directoryProbe: Probe<DirectoryTarget> = {
  id: 'directory',
  channel: 'ldap',
  rights: 'An ordinary user of the domain',
  deadline: 30 * 60_000,

  targets: ({ live }) =>
    live.directory.map((source) => ({
      id: `directory:${source.id}`,
      title: `${source.server} (${source.security === 'ldaps' ? 'LDAPS' : 'LDAP with StartTLS'})`,
      hosts: [source.server],
      source,
    })),

  contacts: (live) =>
    live.directory.map((source) => ({
      host: source.server,
      port: directoryEndpoint(source).port,
      protocol: source.security === 'ldaps' ? 'LDAPS' : 'LDAP with StartTLS',
      sends: `User name and password of ${source.user} after the certificate is verified, then searches`,
      rights: 'An ordinary user of the domain',
      purpose: 'Read the configuration, the domain controllers, policies, pilot users and computers of the directory',
    })),

  gives: ({ source }) =>
    (['ad.root-dse', ...directoryTopics.map(({ kind }) => kind)] as const).map((kind) => ({
      kind,
      target: source.server.toLowerCase(),
    })),

  async *collect({ source }, context) {
    context.progress(`Connecting to ${source.server}`, 0);
    const connection = await signIn(source, context.password(source.id), openNetwork(context.live, context.signal));
    try {
      yield* readDirectory(connection, context);
    } finally {
      connection.close();
    }
  },
};

export default directoryProbe;

async function* readDirectory(connection: DirectoryConnection, probe: ProbeContext): AsyncGenerator<EvidenceDraft> {
  const { scope, signal } = probe;
  const { root, draft } = await readRootDse(connection, signal);
  yield draft;
  const pilotGroups = await findPilotGroups(connection, scope, signal);
  const context = contextOf(root, scope, pilotGroups.found);
  let facts = draft.facts;
  for (const topic of directoryTopics) {
    const progress = (phase: string, count: number): void => probe.progress(phase, facts + count);
    progress(`Reading ${topic.kind} of ${topicTarget(topic, context)}`, 0);
    const failure = pilotFailure(topic, context, pilotGroups);
    const read =
      failure === undefined
        ? await readTopic({ topic, context, connection, signal, progress })
        : failedTopic(topic, context, connection, failure);
    facts += read.facts;
    yield read;
    if (read.kind !== 'ad.partitions' || read.data === undefined) continue;
    for (const domain of domainsNotAsked(read.data, root, probe.live.directory, probe.evidence)) {
      yield* notAskedDrafts(domain, domainKinds, connection.url);
    }
  }
}

/** Why a pilot topic cannot be read: its group could not be looked up. */
function pilotFailure(
  topic: DirectoryTopic,
  { scope }: DirectoryContext,
  { failed }: PilotGroups,
): EvidenceFailure | undefined {
  const populations: Partial<Record<EvidenceKind, Population>> = {
    'ad.pilot-users': scope.pilotUsers,
    'ad.pilot-computers': scope.pilotComputers,
  };
  const population = populations[topic.kind];
  return population?.kind === 'group' ? failed.get(population.group) : undefined;
}

function failedTopic(
  topic: DirectoryTopic,
  context: DirectoryContext,
  connection: DirectoryConnection,
  failure: EvidenceFailure,
): EvidenceDraft {
  const source = { way: 'probe', by: 'directory', location: connection.url } as const;
  return {
    kind: topic.kind,
    target: topicTarget(topic, context),
    source,
    status: 'failed',
    failure,
    facts: 0,
  } as EvidenceDraft;
}
