import {
  booleanOf,
  isObject,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  property,
  stringOf,
  stringsOf,
} from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { required, shown } from './objects';
import { graphTopic } from './topic';

const synchronization = graphTopic({
  kind: 'entra.synchronization',
  lists: ['synchronization'],
  read({ items }) {
    const [item] = items('synchronization');
    if (item === undefined) throw new Error('The answer holds no settings of synchronisation');
    const features = Object.entries(objectOf(item, 'features')).filter(
      (entry): entry is [string, boolean] => typeof entry[1] === 'boolean' && /^\w{1,100}$/u.test(entry[0]),
    );
    const synchronizationInterval = shown(objectOf(item, 'configuration'), 'synchronizationInterval');
    return {
      data: { features: Object.fromEntries(features), ...present({ synchronizationInterval }) },
      facts: features.length,
    };
  },
});

const syncJobs = graphTopic({
  kind: 'entra.sync-jobs',
  lists: ['sync-jobs'],
  read({ items }) {
    const jobs = items('sync-jobs').map((job) => {
      const status = objectOf(job, 'status');
      return {
        templateId: required(job, 'templateId'),
        state: shown(objectOf(job, 'schedule'), 'state') ?? shown(status, 'code') ?? '',
        ...present({ lastRun: shown(objectOf(status, 'lastExecution'), 'timeEnded') }),
      };
    });
    return { data: { jobs }, facts: jobs.length };
  },
});

const skus = graphTopic({
  kind: 'entra.skus',
  lists: ['skus'],
  read({ items }) {
    const found = items('skus').map((sku) => ({
      skuPartNumber: required(sku, 'skuPartNumber'),
      capabilityStatus: required(sku, 'capabilityStatus'),
      enabledUnits: numberOf(objectOf(sku, 'prepaidUnits'), 'enabled') ?? 0,
      consumedUnits: numberOf(sku, 'consumedUnits') ?? 0,
      servicePlans: objectsOf(sku, 'servicePlans').map((plan) => ({
        servicePlanId: required(plan, 'servicePlanId').toLowerCase(),
        provisioningStatus: shown(plan, 'provisioningStatus') ?? '',
      })),
    }));
    return { data: { skus: found }, facts: found.length };
  },
});

const rolloutPolicies = graphTopic({
  kind: 'entra.rollout-policies',
  lists: ['rollout-policies'],
  read({ items }) {
    const policies = items('rollout-policies').map((policy) => {
      if (!Array.isArray(property(policy, 'appliesTo')))
        throw new Error('The staged rollouts were saved without their groups; request them with $expand=appliesTo');
      return {
        displayName: shown(policy, 'displayName') ?? '',
        feature: required(policy, 'feature'),
        isEnabled: booleanOf(policy, 'isEnabled') ?? false,
        isAppliedToOrganization: booleanOf(policy, 'isAppliedToOrganization') ?? false,
        appliesTo: objectsOf(policy, 'appliesTo').map((group) => ({
          id: required(group, 'id').toLowerCase(),
          displayName: shown(group, 'displayName') ?? '',
          ...present({ onPremisesSecurityIdentifier: shown(group, 'onPremisesSecurityIdentifier') }),
        })),
      };
    });
    return { data: { policies }, facts: policies.length };
  },
});

/** `#microsoft.graph.allDeviceRegistrationMembership`, `enumeratedDeviceRegistrationMembership`, `noDeviceRegistrationMembership` */
function membershipOf(setting: JsonObject, name: string): string | undefined {
  const type = stringOf(objectOf(setting, name), '@odata.type')?.split('.').at(-1);
  if (type === 'allDeviceRegistrationMembership') return 'all';
  if (type === 'enumeratedDeviceRegistrationMembership') return 'selected';
  return type === 'noDeviceRegistrationMembership' ? 'none' : undefined;
}

const registrationPolicy = graphTopic({
  kind: 'entra.registration-policy',
  lists: ['registration-policy'],
  read({ items }) {
    const [policy] = items('registration-policy');
    if (policy === undefined) throw new Error('The answer holds no device registration policy');
    const data = present({
      userDeviceQuota: numberOf(policy, 'userDeviceQuota'),
      allowedToJoin: membershipOf(objectOf(policy, 'azureADJoin'), 'allowedToJoin'),
      allowedToRegister: membershipOf(objectOf(policy, 'azureADRegistration'), 'allowedToRegister'),
      multiFactorAuthConfiguration: shown(policy, 'multiFactorAuthConfiguration'),
    });
    return { data, facts: Object.keys(data).length };
  },
});

const authenticationMethods = graphTopic({
  kind: 'entra.authentication-methods',
  lists: ['authentication-methods'],
  read({ items }) {
    const [policy] = items('authentication-methods');
    if (policy === undefined) throw new Error('The answer holds no authentication methods policy');
    const methods = objectsOf(policy, 'authenticationMethodConfigurations').map((method) => ({
      id: required(method, 'id'),
      state: required(method, 'state'),
      ...present({ type: shown(method, '@odata.type') }),
    }));
    return { data: { methods }, facts: methods.length };
  },
});

const conditionalAccess = graphTopic({
  kind: 'entra.conditional-access',
  lists: ['conditional-access'],
  read({ items }) {
    const policies = items('conditional-access').map((policy) => {
      const conditions = objectOf(policy, 'conditions');
      const [applications, users] = [objectOf(conditions, 'applications'), objectOf(conditions, 'users')];
      const grant = objectOf(policy, 'grantControls');
      return {
        id: required(policy, 'id').toLowerCase(),
        displayName: shown(policy, 'displayName') ?? '',
        state: required(policy, 'state'),
        includeUserActions: listIn(applications, 'includeUserActions'),
        includeApplications: listIn(applications, 'includeApplications'),
        excludeApplications: listIn(applications, 'excludeApplications'),
        includeUsers: listIn(users, 'includeUsers'),
        includeGroups: listIn(users, 'includeGroups'),
        excludeGroups: listIn(users, 'excludeGroups'),
        builtInControls: listIn(grant, 'builtInControls'),
        ...present({ operator: shown(grant, 'operator') }),
        hasLocationCondition: isObject(property(conditions, 'locations')),
        ...present({ otherConditions: otherConditionsOf(conditions) }),
        termsOfUse: listIn(grant, 'termsOfUse'),
      };
    });
    return { data: { policies }, facts: policies.length };
  },
});

/** `clientAppTypes` with `all` and empty lists of risk levels narrow nothing. */
function otherConditionsOf(conditions: JsonObject): readonly string[] | undefined {
  const names = Object.entries(conditions).flatMap(([name, value]) => {
    if (['applications', 'users', 'locations'].includes(name) || value === null) return [];
    if (Array.isArray(value)) return value.length === 0 || value.includes('all') ? [] : [printable(name, 100)];
    return [printable(name, 100)];
  });
  return names.length === 0 ? undefined : names.sort();
}

const listIn = (item: JsonObject, name: string): readonly string[] =>
  (stringsOf(item, name) ?? []).map((text) => printable(text, 256));

/** About the tenant: synchronisation, licences and policies. */
export const directoryTopics = [
  synchronization,
  syncJobs,
  skus,
  rolloutPolicies,
  registrationPolicy,
  authenticationMethods,
  conditionalAccess,
] as const;
