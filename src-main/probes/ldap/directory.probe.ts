import type { Contact } from '../../../src-shared/model/contact';
import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../../src-shared/model/evidence';
import { type DirectorySource, takesPassword } from '../../../src-shared/model/plan';
import type { Population } from '../../../src-shared/model/scope';
import type { Probe, ProbeContext, ProbeTarget } from '../../engine/probe';
import type { DirectoryContext, DirectoryTopic } from '../../evidence/directory/directory-topic';
import { directoryTopics } from '../../evidence/directory/directory-topics';
import { dnsContacts } from '../dns/dns-contacts';
import { openNetwork } from '../net/network';
import { type AuthorityHostLookup, findAuthorityHosts } from './find-authority-hosts';
import { findPilotGroups, type PilotGroups } from './find-pilot-groups';
import { contextOf, domainsNotAsked, notAskedDrafts } from './forest';
import { type FoundDomain, findDomains } from './forest-domains';
import { type OpenedController, openDomain } from './open-domain';
import { readRootDse } from './read-root-dse';
import { readTopic, topicTarget } from './read-topic';
import { type DirectoryConnection, directoryEndpoint, globalCataloguePorts, signIn } from './sign-in';

interface DirectoryTarget extends ProbeTarget {
  readonly source: DirectorySource;
  /** Another domain of the source's forest; absent = the server of the source, with all that is read once a forest. */
  readonly domain?: FoundDomain;
}

const kindsPer = (per: DirectoryTopic['per']): readonly EvidenceKind[] =>
  directoryTopics.filter((topic) => topic.per === per).map(({ kind }) => kind);
const domainKinds = kindsPer('domain');
const sourceKinds = ['ad.root-dse', ...kindsPer('forest'), ...domainKinds] as const;

const ticketContact: Contact = {
  host: 'Kerberos servers of the signed-in user’s domain',
  port: 88,
  protocol: 'Kerberos',
  sends: 'Requests for a ticket, sent by the operating system',
  rights: 'A signed-in user of the domain',
  purpose: 'Sign in to domain controllers without a password',
};

/** Reads Active Directory: through each source its domain and what is kept once a forest, then the other domains that forest names. */
const directoryProbe: Probe<DirectoryTarget> = {
  id: 'directory',
  channel: 'ldap',
  rights: 'An ordinary user of the domain',
  deadline: 30 * 60_000,

  targets: (input) => [
    ...input.live.directory.map((source) => ({
      id: `directory:${source.id}`,
      title: `${source.server} (${protocolOf(source)})`,
      hosts: [source.server],
      source,
    })),
    ...(input.live.everyDomain ? findDomains(input, domainKinds) : []).map(({ source, domain }) => ({
      id: `directory:${source.id}:${domain.dnsRoot}`,
      title: `Domain ${domain.dnsRoot} (${protocolOf(source)})`,
      hosts: domain.controllers.slice(0, 1),
      source,
      domain,
    })),
  ],

  contacts: ({ directory, everyDomain, dnsServers }) => [
    ...directory.map((source) => ({
      host: source.server,
      port: directoryEndpoint(source).port,
      protocol: protocolOf(source),
      sends: `${accountOf(source)} after the certificate is verified, then searches`,
      rights: 'An ordinary user of the domain',
      purpose: 'Read the configuration, the domain controllers, policies, pilot users and computers of the directory',
    })),
    ...directory.map((source) => ({
      host: source.server,
      port: globalCataloguePorts[source.security],
      protocol: protocolOf(source),
      sends: `${accountOf(source)} after the certificate is verified, then one search`,
      rights: 'An ordinary user of the domain',
      purpose: 'Find a pilot group of another domain in the global catalogue; not contacted otherwise',
    })),
    ...(everyDomain ? directory : []).map((source) => ({
      host: `up to three domain controllers of each other domain of the forest of ${source.server}`,
      port: directoryEndpoint(source).port,
      protocol: protocolOf(source),
      sends: `${accountOf(source)} after the certificate is verified, then searches`,
      rights: 'An ordinary user of the forest',
      purpose: 'Read the other domains of the forest; only servers the directory or its DNS domain names',
    })),
    ...(everyDomain && directory.length > 0
      ? dnsContacts(
          { dnsServers },
          'Names of other domains of the forest',
          'Find domain controllers of a domain for which the sites name none; not asked otherwise',
        )
      : []),
    ...(directory.every(takesPassword) ? [] : [ticketContact]),
  ],

  gives: ({ source, domain }) =>
    domain === undefined
      ? sourceKinds.map((kind) => ({ kind, target: source.server.toLowerCase() }))
      : domain.kinds.map((kind) => ({ kind, target: domain.dnsRoot })),

  async *collect({ source, domain }, context) {
    const controller = await (domain === undefined ? openSource(source, context) : openDomain(source, domain, context));
    try {
      yield* readDirectory(controller, source, domain, context);
    } finally {
      controller.connection.close();
    }
  },
};

export default directoryProbe;

const protocolOf = ({ security }: DirectorySource): string => (security === 'ldaps' ? 'LDAPS' : 'LDAP with StartTLS');

const accountOf = (source: DirectorySource): string =>
  takesPassword(source) ? `User name and password of ${source.user}` : 'Kerberos ticket of the signed-in user';

async function openSource(source: DirectorySource, context: ProbeContext): Promise<OpenedController> {
  context.progress(`Connecting to ${source.server}`, 0);
  const connection = await signIn(source, context.password(source.id), openNetwork(context.live, context.signal));
  try {
    return { connection, ...(await readRootDse(connection, context.signal)) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Everything a source's server holds; of a domain that was found what is kept per domain. */
async function* readDirectory(
  controller: OpenedController,
  source: DirectorySource,
  domain: FoundDomain | undefined,
  probe: ProbeContext,
): AsyncGenerator<EvidenceDraft> {
  const { connection, root, draft } = controller;
  const { scope, signal, evidence, live } = probe;
  yield draft;
  const pilotGroups = await findPilotGroups(controller, {
    scope,
    signal,
    evidence,
    openGlobalCatalogue: () =>
      signIn(source, probe.password(source.id), openNetwork(live, signal), {
        ...connection.endpoint,
        port: globalCataloguePorts[source.security],
      }),
  });
  const authorities = await findAuthorityHosts(controller, signal);
  const context = contextOf(root, scope, {
    pilotGroups: pilotGroups.found,
    authorityHosts: () => authorities.hosts,
  });
  const topics = directoryTopics.filter(({ kind }) => domain === undefined || domain.kinds.includes(kind));
  let facts = draft.facts;
  for (const topic of topics) {
    const progress = (phase: string, count: number): void => probe.progress(phase, facts + count);
    progress(`Reading ${topic.kind} of ${topicTarget(topic, context)}`, 0);
    const failure = lookupFailure(topic, context, pilotGroups, authorities);
    const read =
      failure === undefined
        ? await readTopic({ topic, context, connection, signal, progress })
        : failedTopic(topic, context, connection, failure);
    facts += read.facts;
    yield read;
    if (live.everyDomain || read.kind !== 'ad.partitions' || read.data === undefined) continue;
    for (const other of domainsNotAsked(read.data, root, live.directory, evidence)) {
      yield* notAskedDrafts(other, domainKinds, connection.url);
    }
  }
}

/** Why a topic cannot be read: its pilot group, or the CAs it is about, could not be looked up. */
function lookupFailure(
  topic: DirectoryTopic,
  { scope }: DirectoryContext,
  { failed }: PilotGroups,
  authorities: AuthorityHostLookup,
): EvidenceFailure | undefined {
  if (topic.kind === 'ad.authority-computers') return authorities.failure;
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
