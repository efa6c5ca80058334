import type { EvidenceDataByKind, EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { EntraDomain } from '../../../src-shared/model/evidence/entra';
import type { EntraSource } from '../../../src-shared/model/plan';
import type { ProbeContext } from '../../engine/probe';
import { present } from '../../evidence/present';
import { openInternet } from '../net/network';
import { areasOf, type EntraCloud } from './entra-cloud';
import { unreadableAnswer } from './graph-failure';
import { type GraphAccess, type GraphList, readList } from './graph-reader';
import { provenance } from './provenance';
import { readTopics, tenantTarget } from './read-topics';
import { signIn } from './sign-in';

/** A failure that cannot be tied to a domain; takes nothing away from what other records give. */
export const unknownTarget = '*';

const select = {
  organization: [
    'id',
    'displayName',
    'verifiedDomains',
    'onPremisesSyncEnabled',
    'onPremisesLastSyncDateTime',
    'assignedPlans',
  ],
  domains: ['id', 'authenticationType', 'isVerified', 'isRoot', 'isDefault', 'isInitial'],
  devices: [
    'deviceId',
    'displayName',
    'trustType',
    'accountEnabled',
    'registrationDateTime',
    'onPremisesSecurityIdentifier',
    'onPremisesSyncEnabled',
    'approximateLastSignInDateTime',
    'operatingSystem',
    'operatingSystemVersion',
  ],
  users: [
    'id',
    'userPrincipalName',
    'accountEnabled',
    'onPremisesSyncEnabled',
    'onPremisesImmutableId',
    'onPremisesSecurityIdentifier',
    'onPremisesDistinguishedName',
    'onPremisesDomainName',
    'onPremisesSamAccountName',
    'onPremisesUserPrincipalName',
    'onPremisesProvisioningErrors',
  ],
} as const;
/** The most Graph gives of devices and users at once. */
const perPage = 999;

/**
 * Signs in and reads what is judged of a tenant. Each kind is read for itself: one that is refused leaves a failed record and the others go on.
 * @throws ProbeFailure when nobody signed in
 */
export async function* readTenant(
  source: EntraSource,
  cloud: EntraCloud,
  { progress, openAddress, ...way }: Pick<ProbeContext, 'live' | 'signal' | 'password' | 'progress' | 'openAddress'>,
): AsyncGenerator<EvidenceDraft> {
  const network = openInternet(way);
  progress('Preparing the sign-in', 0);
  const prompt = { show: (sentence: string) => progress(sentence, 0), ...present({ openAddress }) };
  const { accessToken, user, tenantId } = await signIn(source, cloud, network, prompt);
  const waiting = (seconds: number): void => progress(`Waiting ${seconds} seconds, as Microsoft Graph asks`, 0);
  const access: GraphAccess = { graph: cloud.graph, accessToken, network, waiting };
  const notes = user === '' ? [] : [`Read with the rights of ${user}.`];
  progress('Reading the tenant', 0);
  yield { ...(await organization(access, tenantId)), notes };
  progress('Reading the domains', 1);
  const domains = await domainList(access);
  const domainsUrl = address(access, 'domains', select.domains);
  yield { ...listDraft('entra.domains', domainsUrl, domains, { domains: domains.items }), notes };
  if (domains.failure !== undefined) yield federationFailure(access, unknownTarget, domains.failure);
  for (const domain of domains.items.filter(isFederated)) {
    progress(`Reading the federation of ${domain.id}`, 1 + domains.items.length);
    const draft = await federation(access, domain);
    if (draft !== undefined) yield { ...draft, notes };
  }
  progress('Reading the devices', 1 + domains.items.length);
  yield { ...(await devices(access, (count) => progress('Reading the devices', count))), notes };
  progress('Reading the users', 1 + domains.items.length);
  yield { ...(await users(access, (count) => progress('Reading the users', count))), notes };
  for await (const draft of readTopics(areasOf(source), access, progress)) yield { ...draft, notes };
}

/** `https://graph.microsoft.com/v1.0/domains?$select=id,isVerified` */
function address(access: GraphAccess, path: string, properties: readonly string[] = [], top?: number): URL {
  const url = new URL(`/v1.0/${path}`, access.graph);
  const query = [
    ...(properties.length === 0 ? [] : [`$select=${properties.join(',')}`]),
    ...(top === undefined ? [] : [`$top=${top}`]),
  ];
  url.search = query.join('&');
  return url;
}

async function organization(access: GraphAccess, tenantId: string): Promise<EvidenceDraft> {
  const url = address(access, 'organization', select.organization);
  const list = await readList(url, access, (response) =>
    response.kind === 'organization' ? response.organizations : undefined,
  );
  const data = list.items.find((item) => item.tenantId === tenantId);
  const base = { kind: 'entra.organization', target: tenantId, ...provenance(url, list.pages) } as const;
  if (data !== undefined) return { ...base, status: 'complete', data, facts: 1 };
  const failure = list.failure ?? unreadableAnswer(url, 'not about the tenant that was signed in to');
  return { ...base, status: 'failed', failure, facts: 0 };
}

const domainList = (access: GraphAccess): Promise<GraphList<EntraDomain>> =>
  readList(address(access, 'domains', select.domains), access, (response) =>
    response.kind === 'domains' ? response.domains : undefined,
  );

const isFederated = ({ id, authenticationType }: EntraDomain): boolean =>
  authenticationType.toLowerCase() === 'federated' && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id);

/** A domain below a federated one inherits its settings and has none: nothing is recorded for it. */
async function federation(access: GraphAccess, { id, isRoot }: EntraDomain): Promise<EvidenceDraft | undefined> {
  const url = address(access, `domains/${encodeURIComponent(id)}/federationConfiguration`);
  const list = await readList(url, access, (response) =>
    response.kind === 'federation-configuration' ? response.configurations : undefined,
  );
  const [found] = list.items;
  if (found !== undefined) {
    const base = { kind: 'entra.federation-configuration', target: id, ...provenance(url, list.pages) } as const;
    return { ...base, status: 'complete', data: { ...found, domain: id }, facts: 1 };
  }
  const isAbsent = list.failure === undefined || list.failure.code === 'graph-not-found';
  if (isAbsent && !isRoot) return undefined;
  return federationFailure(access, id, isAbsent ? noFederation(id) : list.failure, list.pages);
}

const federationFailure = (
  access: GraphAccess,
  target: string,
  failure: EvidenceFailure,
  pages: readonly Buffer[] = [],
): EvidenceDraft => ({
  kind: 'entra.federation-configuration',
  target,
  ...provenance(address(access, `domains/${encodeURIComponent(target)}/federationConfiguration`), pages),
  status: 'failed',
  failure,
  facts: 0,
});

const noFederation = (domain: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'graph-no-federation',
  message: `Microsoft Graph has no federation settings for ${domain}, although it is a federated domain.`,
  next: `Ask the realm of the domain: open https://login.microsoftonline.com/getuserrealm.srf?login=user@${domain}&json=1 and look at the addresses in it.`,
});

async function devices(access: GraphAccess, onPage: (count: number) => void): Promise<EvidenceDraft> {
  const url = address(access, 'devices', select.devices, perPage);
  const list = await readList(
    url,
    access,
    (response) => (response.kind === 'devices' ? response.devices : undefined),
    onPage,
  );
  return listDraft('entra.devices', url, list, { devices: list.items, complete: list.failure === undefined });
}

async function users(access: GraphAccess, onPage: (count: number) => void): Promise<EvidenceDraft> {
  const url = address(access, 'users', select.users, perPage);
  const list = await readList(
    url,
    access,
    (response) => (response.kind === 'users' ? response.users : undefined),
    onPage,
  );
  return listDraft('entra.users', url, list, { users: list.items, complete: list.failure === undefined });
}

type ListKind = 'entra.domains' | 'entra.devices' | 'entra.users';

/** A list that could be read to its end is complete; with what came before it broke off it is partial. */
function listDraft<K extends ListKind>(
  kind: K,
  url: URL,
  { items, pages, failure }: GraphList<unknown>,
  data: EvidenceDataByKind[K],
): EvidenceDraft {
  const base = { kind, target: tenantTarget, ...provenance(url, pages), facts: items.length };
  if (failure === undefined) return { ...base, status: 'complete', data } as EvidenceDraft;
  // Kind and data belong together by the parameters, which the compiler cannot see in the union of drafts.
  return (
    items.length === 0 ? { ...base, status: 'failed', failure } : { ...base, status: 'partial', data, failure }
  ) as EvidenceDraft;
}
