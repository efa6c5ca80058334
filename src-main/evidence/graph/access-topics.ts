import { createHash } from 'node:crypto';
import { booleanOf, isObject, type JsonObject, objectOf, objectsOf, property, stringOf, stringsOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { judgedApplications } from './lists';
import { required, shown } from './objects';
import { graphTopic } from './topic';

const judgedIds: readonly string[] = Object.values(judgedApplications);

/** What `New-AdfsAzureMfaTenantCertificate` puts into the subject of the certificate of a farm. */
const adapterSubject = /OU=Microsoft AD FS Azure MFA/iu;

const servicePrincipals = graphTopic({
  kind: 'entra.service-principals',
  lists: ['service-principals'],
  read({ items, askedFor }) {
    const found = items('service-principals').flatMap((item) => {
      const appId = appIdOf(item);
      if (!judgedIds.includes(appId)) return [];
      return [
        {
          appId,
          displayName: shown(item, 'displayName') ?? '',
          ...present({ accountEnabled: booleanOf(item, 'accountEnabled') }),
          keyCredentials: objectsOf(item, 'keyCredentials').map((credential) =>
            present({
              thumbprint: thumbprintOf(credential),
              startDateTime: shown(credential, 'startDateTime'),
              endDateTime: shown(credential, 'endDateTime'),
              displayName: shown(credential, 'displayName'),
            }),
          ),
        },
      ];
    });
    return { data: { servicePrincipals: found, ...present({ askedFor }) }, facts: found.length };
  },
});

/** An answer that was asked for with a few properties only is told by the certificate of the adapter. */
function appIdOf(item: JsonObject): string {
  const isAdapter = objectsOf(item, 'keyCredentials').some((credential) =>
    adapterSubject.test(stringOf(credential, 'displayName') ?? ''),
  );
  return isAdapter ? judgedApplications.azureMfaClient : required(item, 'appId').toLowerCase();
}

/** SHA-1 in upper case: of the certificate where the answer holds it, else what the identifier of the credential gives, as hex or base64. */
function thumbprintOf(credential: JsonObject): string | undefined {
  const key = stringOf(credential, 'key');
  if (key !== undefined && key !== '')
    return createHash('sha1').update(Buffer.from(key, 'base64')).digest('hex').toUpperCase();
  const identifier = stringOf(credential, 'customKeyIdentifier') ?? '';
  if (/^[0-9a-f]{40}$/iu.test(identifier)) return identifier.toUpperCase();
  const bytes = Buffer.from(identifier, 'base64');
  return bytes.length === 20 ? bytes.toString('hex').toUpperCase() : undefined;
}

const applicationProxy = graphTopic({
  kind: 'entra.application-proxy',
  lists: ['published-applications', 'connectors'],
  read({ items }) {
    const applications = items('published-applications').flatMap((item) => {
      if (!Object.hasOwn(item, 'onPremisesPublishing'))
        throw new Error('The applications were saved without onPremisesPublishing; it has to be asked for by $select');
      const publishing = property(item, 'onPremisesPublishing');
      if (!isObject(publishing)) return [];
      return [
        {
          displayName: shown(item, 'displayName') ?? '',
          ...present({
            externalUrl: shown(publishing, 'externalUrl'),
            internalUrl: shown(publishing, 'internalUrl'),
            externalAuthenticationType: shown(publishing, 'externalAuthenticationType'),
          }),
        },
      ];
    });
    const connectors = items('connectors').map((connector) => ({
      machineName: required(connector, 'machineName'),
      status: required(connector, 'status'),
    }));
    return { data: { applications, connectors }, facts: applications.length + connectors.length };
  },
});

const mfaRegistrations = graphTopic({
  kind: 'entra.mfa-registrations',
  lists: ['mfa-registrations'],
  read({ items, complete }) {
    const users = items('mfa-registrations').map((user) => ({
      userPrincipalName: required(user, 'userPrincipalName'),
      isMfaCapable: flag(user, 'isMfaCapable'),
      isMfaRegistered: booleanOf(user, 'isMfaRegistered') ?? false,
      methods: (stringsOf(user, 'methodsRegistered') ?? []).map((method) => printable(method, 100)),
    }));
    return { data: { total: users.length, users, complete }, facts: users.length };
  },
});

function flag(item: JsonObject, name: string): boolean {
  const value = booleanOf(item, name);
  if (value === undefined) throw new Error(`An object of the response has no ${name}`);
  return value;
}

const helloMethods = graphTopic({
  kind: 'entra.hello-methods',
  lists: ['hello-methods'],
  read({ items, complete, isLive = false }) {
    const methods = items('hello-methods').map((method) => ({
      userPrincipalName: required(method, 'userPrincipalName'),
      ...present({
        displayName: shown(method, 'displayName'),
        created: shown(method, 'createdDateTime'),
        keyStrength: shown(method, 'keyStrength'),
        deviceId: shown(objectOf(method, 'device'), 'deviceId')?.toLowerCase(),
      }),
    }));
    return { data: { methods, complete: complete && isLive }, facts: methods.length };
  },
});

/** Names of the activities, which the log gives in English in every language. https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
export const federationActivities = [
  'Set federation settings on domain',
  'Set domain authentication',
  'Add verified domain',
] as const;

const federationAudits = graphTopic({
  kind: 'entra.federation-audits',
  lists: ['directory-audits'],
  read({ items, complete, since }) {
    const all = items('directory-audits');
    const events = all
      .filter((event) => federationActivities.some((activity) => activity === activityOf(event)))
      .map((event) => ({
        activity: activityOf(event),
        time: required(event, 'activityDateTime'),
        ...present({
          target: shown(objectsOf(event, 'targetResources')[0] ?? {}, 'displayName'),
          actor: actorOf(objectOf(event, 'initiatedBy')),
          result: shown(event, 'result'),
        }),
      }));
    const oldest = all
      .map((event) => required(event, 'activityDateTime'))
      .sort()
      .at(0);
    return { data: { events, since: since ?? oldest ?? '', complete }, facts: events.length };
  },
});

const activityOf = (event: JsonObject): string => required(event, 'activityDisplayName').replace(/\.$/u, '');

const actorOf = (by: JsonObject): string | undefined =>
  shown(objectOf(by, 'user'), 'userPrincipalName') ?? shown(objectOf(by, 'app'), 'displayName');

/** Applications, and what people registered and changed. */
export const accessTopics = [
  servicePrincipals,
  applicationProxy,
  mfaRegistrations,
  helloMethods,
  federationAudits,
] as const;
