import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { federationActivities } from '../../evidence/graph/access-topics';
import { type GraphListName, graphList } from '../../evidence/graph/lists';
import { type JsonObject, objectsOf, stringOf, stringsOf } from '../../evidence/json';
import { present } from '../../evidence/present';
import { type GraphAccess, type GraphList, readList } from './graph-reader';

export type ListReader = (access: GraphAccess, onPage: (count: number) => void) => Promise<GraphList<JsonObject>>;

/** How long changes of federation are looked for; Entra ID keeps them for a month at most. */
const auditDays = 90;
/** Hello methods are asked for user by user. */
const mostUsers = 200;

export const auditsSince = (now: Date): string =>
  new Date(now.getTime() - auditDays * 24 * 3_600_000).toISOString().replace(/\.\d{3}Z$/u, 'Z');

/** `https://graph.microsoft.com/v1.0/subscribedSkus?$select=…` */
export const addressOf = (access: GraphAccess, address: string): URL => new URL(`/${address}`, access.graph);

/** Whatever was asked for; another list that is known by its context is not taken for it. */
const readAll = (
  access: GraphAccess,
  address: string,
  wanted?: GraphListName,
  onPage?: (count: number) => void,
): Promise<GraphList<JsonObject>> =>
  readList(
    addressOf(access, address),
    access,
    (response) =>
      response.kind === 'other' || (response.kind === 'list' && (wanted === undefined || response.list === wanted))
        ? response.items
        : undefined,
    onPage,
  );

/** Reads a list that is one request with its pages. */
const plain =
  (name: GraphListName): ListReader =>
  (access, onPage) =>
    readAll(access, graphList(name).address, name, onPage);

/** Adds to each object what another request gives; what could not be had is told in `failure`, and the object is left as it was. */
async function withDetails(
  list: GraphList<JsonObject>,
  detail: (item: JsonObject) => Promise<GraphList<JsonObject>>,
  add: (item: JsonObject, details: readonly JsonObject[]) => readonly JsonObject[],
): Promise<GraphList<JsonObject>> {
  const items: JsonObject[] = [];
  const pages = [...list.pages];
  let failure: EvidenceFailure | undefined = list.failure;
  for (const item of list.items) {
    const found = await detail(item);
    pages.push(...found.pages);
    failure ??= found.failure;
    items.push(...(found.failure === undefined ? add(item, found.items) : []));
  }
  return { items, pages, ...present({ failure }) };
}

const idOf = (item: JsonObject): string => encodeURIComponent(stringOf(item, 'id') ?? '');

/** Groups of a rollout with their SID in AD, which tells whether one is the pilot group; without it the rollout is still known. */
const rolloutPolicies: ListReader = async (access, onPage) => {
  const list = await plain('rollout-policies')(access, onPage);
  const sids = new Map<string, string>();
  const pages = [...list.pages];
  for (const group of list.items.flatMap((policy) => objectsOf(policy, 'appliesTo'))) {
    const id = idOf(group);
    if (sids.has(id)) continue;
    const found = await readAll(access, `v1.0/groups/${id}?$select=id,onPremisesSecurityIdentifier`);
    pages.push(...found.pages);
    sids.set(id, stringOf(found.items[0] ?? {}, 'onPremisesSecurityIdentifier') ?? '');
  }
  const withSid = (group: JsonObject): JsonObject => ({
    ...group,
    ...present({ onPremisesSecurityIdentifier: sids.get(idOf(group)) || undefined }),
  });
  const items = list.items.map((policy) =>
    Array.isArray(policy.appliesTo) ? { ...policy, appliesTo: objectsOf(policy, 'appliesTo').map(withSid) } : policy,
  );
  return { ...list, items, pages };
};

const syncJobs: ListReader = async (access) =>
  withDetails(
    await readAll(access, graphList('sync-jobs').address, 'service-principals'),
    (principal) => readAll(access, `v1.0/servicePrincipals/${idOf(principal)}/synchronization/jobs`, 'sync-jobs'),
    (_principal, jobs) => jobs,
  );

/** Groups of connectors → applications of each → how each is published. */
const publishedApplications: ListReader = async (access) => {
  const { address } = graphList('published-applications');
  const applications = await withDetails(
    await readAll(access, address),
    (group) => readAll(access, `${address}/${idOf(group)}/applications`),
    (_group, found) => found,
  );
  return withDetails(
    applications,
    (application) => readAll(access, `beta/applications/${idOf(application)}/onPremisesPublishing`),
    (application, [onPremisesPublishing]) => [{ ...application, onPremisesPublishing }],
  );
};

const intents: ListReader = async (access, onPage) => {
  const { address } = graphList('intents');
  const detail =
    (part: 'settings' | 'assignments') =>
    (intent: JsonObject): Promise<GraphList<JsonObject>> =>
      readAll(access, `${address}/${idOf(intent)}/${part}`);
  const withSettings = await withDetails(
    await plain('intents')(access, onPage),
    detail('settings'),
    (intent, settings) => [{ ...intent, settings }],
  );
  return withDetails(withSettings, detail('assignments'), (intent, assignments) => [{ ...intent, assignments }]);
};

/** Users whose registered methods name Hello, and each user's keys. */
const helloMethods: ListReader = async (access, onPage) => {
  const registered = await plain('mfa-registrations')(access, onPage);
  const users = registered.items.filter((user) =>
    (stringsOf(user, 'methodsRegistered') ?? []).some((method) => /^windowsHelloForBusiness$/iu.test(method)),
  );
  const chosen = { ...registered, items: users.slice(0, mostUsers) };
  const found = await withDetails(
    chosen,
    (user) =>
      readAll(
        access,
        `v1.0/users/${idOf(user)}/authentication/windowsHelloForBusinessMethods?$expand=device($select=deviceId)`,
        'hello-methods',
      ),
    (user, methods) => methods.map((method) => ({ ...method, userPrincipalName: user.userPrincipalName })),
  );
  return users.length > mostUsers && found.failure === undefined ? { ...found, failure: tooMany(users.length) } : found;
};

const tooMany = (count: number): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'graph-too-many-users',
  message: `${count} users have Hello; the keys of the first ${mostUsers} were read, one request each.`,
  next: 'Save /users/{id}/authentication/windowsHelloForBusinessMethods of the pilot users and import the answers.',
});

const directoryAudits: ListReader = (access, onPage) => {
  const activities = federationActivities.map((activity) => `activityDisplayName eq '${activity}'`).join(' or ');
  const filter = `activityDateTime ge ${auditsSince(new Date())} and (${activities})`;
  return readAll(access, `${graphList('directory-audits').address}?$filter=${filter}`, 'directory-audits', onPage);
};

const special: Readonly<Partial<Record<GraphListName, ListReader>>> = {
  'rollout-policies': rolloutPolicies,
  'sync-jobs': syncJobs,
  'published-applications': publishedApplications,
  intents,
  'hello-methods': helloMethods,
  'directory-audits': directoryAudits,
};

/** How a list is read: most are one request with its pages. */
export const listReader = (name: GraphListName): ListReader => special[name] ?? plain(name);
