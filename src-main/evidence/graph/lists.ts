import type { EntraArea } from '../../../src-shared/model/plan';
import { type JsonObject, stringOf } from '../json';

/** A list of Microsoft Graph that evidence is put together from: how it is asked for, and how a saved answer is told. */
export interface GraphList {
  readonly name: string;
  /** What it holds, for people: "the licences". */
  readonly title: string;
  /** Path and query below the origin of Microsoft Graph. */
  readonly address: string;
  /** Delegated permissions, the least the reference names for what is read. */
  readonly permissions: readonly string[];
  readonly area: EntraArea;
  /** What `@odata.context` names, in lower case, without keys and chosen properties. */
  readonly contexts: readonly string[];
  /** Properties that, together, only these objects have: for answers saved without their context. */
  readonly marks?: readonly string[];
  /** `@odata.type` of these objects, for the same purpose. */
  readonly type?: RegExp;
  /** One object in place of a list. */
  readonly isSingle?: boolean;
}

/** AD to Entra ID provisioning of cloud sync is made from this application template. */
const cloudSyncTemplate = '1a4721b3-e57f-4451-ae87-ef078703ec94';

/** The Azure MFA adapter of AD FS, and the two services of PIN reset. */
export const judgedApplications = {
  azureMfaClient: '981f26a1-7f43-403b-a875-f8b09b8cd720',
  pinResetService: 'b8456c59-1230-44c7-a4a2-99b085333e84',
  pinResetClient: '9115dd05-fad5-4f9c-acc7-305d08b1b04e',
} as const;

const appIds = Object.values(judgedApplications)
  .map((id) => `'${id}'`)
  .join(',');

/** https://learn.microsoft.com/graph/api/overview; lists of beta have no equal in v1.0. */
export const graphLists = [
  {
    name: 'synchronization',
    title: 'the features of synchronisation',
    address: 'v1.0/directory/onPremisesSynchronization',
    permissions: ['OnPremDirectorySynchronization.Read.All'],
    area: 'synchronisation',
    contexts: ['directory/onpremisessynchronization'],
    marks: ['configuration', 'features'],
    isSingle: true,
  },
  {
    name: 'sync-jobs',
    title: 'the jobs of cloud sync',
    address: `v1.0/servicePrincipals?$filter=applicationTemplateId eq '${cloudSyncTemplate}'&$select=id,displayName`,
    permissions: ['Application.Read.All', 'Synchronization.Read.All'],
    area: 'synchronisation',
    contexts: ['serviceprincipals/synchronization/jobs'],
    marks: ['templateId', 'schedule'],
  },
  {
    name: 'skus',
    title: 'the licences',
    address: 'v1.0/subscribedSkus?$select=id,skuPartNumber,capabilityStatus,prepaidUnits,consumedUnits,servicePlans',
    permissions: ['Organization.Read.All'],
    area: 'directory',
    contexts: ['subscribedskus'],
    marks: ['skuPartNumber', 'prepaidUnits'],
  },
  {
    name: 'rollout-policies',
    title: 'the staged rollouts',
    address: 'v1.0/policies/featureRolloutPolicies?$expand=appliesTo',
    permissions: ['Policy.Read.HybridAuthentication', 'GroupMember.Read.All'],
    area: 'policies',
    contexts: ['policies/featurerolloutpolicies', 'featurerolloutpolicies', 'directory/featurerolloutpolicies'],
    marks: ['feature', 'isAppliedToOrganization'],
  },
  {
    name: 'registration-policy',
    title: 'the device registration policy',
    address: 'v1.0/policies/deviceRegistrationPolicy',
    permissions: ['Policy.Read.DeviceConfiguration'],
    area: 'policies',
    contexts: ['policies/deviceregistrationpolicy', 'deviceregistrationpolicy', 'deviceregistrationpolicies'],
    marks: ['azureADJoin', 'multiFactorAuthConfiguration'],
    isSingle: true,
  },
  {
    name: 'authentication-methods',
    title: 'the authentication methods policy',
    address: 'v1.0/policies/authenticationMethodsPolicy',
    permissions: ['Policy.Read.AuthenticationMethod'],
    area: 'policies',
    contexts: ['policies/authenticationmethodspolicy', 'authenticationmethodspolicy', 'authenticationmethodspolicies'],
    marks: ['authenticationMethodConfigurations'],
    isSingle: true,
  },
  {
    name: 'conditional-access',
    title: 'the Conditional Access policies',
    address: 'v1.0/identity/conditionalAccess/policies',
    permissions: ['Policy.Read.All'],
    area: 'policies',
    contexts: ['identity/conditionalaccess/policies', 'conditionalaccess/policies'],
    marks: ['conditions', 'grantControls'],
  },
  {
    name: 'service-principals',
    title: 'the service principals in question',
    address: `v1.0/servicePrincipals?$filter=appId in (${appIds})&$select=id,appId,displayName,accountEnabled,keyCredentials`,
    permissions: ['Application.Read.All'],
    area: 'applications',
    contexts: ['serviceprincipals'],
    marks: ['appId', 'servicePrincipalType'],
    isSingle: true,
  },
  {
    name: 'published-applications',
    title: 'the applications of the application proxy',
    address: 'beta/onPremisesPublishingProfiles/applicationProxy/connectorGroups',
    permissions: ['Application.Read.All'],
    area: 'applications',
    contexts: ['applications', 'onpremisespublishingprofiles/connectorgroups/applications'],
    marks: ['onPremisesPublishing'],
    isSingle: true,
  },
  {
    name: 'connectors',
    title: 'the connectors of the application proxy',
    address: 'beta/onPremisesPublishingProfiles/applicationProxy/connectors',
    permissions: ['Application.Read.All'],
    area: 'applications',
    contexts: ['onpremisespublishingprofiles/connectors'],
    marks: ['machineName', 'externalIp'],
  },
  {
    name: 'mfa-registrations',
    title: 'who registered for MFA',
    address:
      'v1.0/reports/authenticationMethods/userRegistrationDetails?$select=id,userPrincipalName,isMfaCapable,isMfaRegistered,methodsRegistered',
    permissions: ['AuditLog.Read.All'],
    area: 'reports',
    contexts: ['reports/authenticationmethods/userregistrationdetails', 'userregistrationdetails'],
    marks: ['isMfaCapable', 'methodsRegistered'],
  },
  {
    name: 'hello-methods',
    title: 'the Hello methods of users',
    // Read for each of the users that the list of MFA registrations shows with one.
    address: 'v1.0/users',
    permissions: ['AuditLog.Read.All', 'UserAuthenticationMethod.Read.All'],
    area: 'reports',
    contexts: ['users/authentication/windowshelloforbusinessmethods'],
    marks: ['keyStrength'],
  },
  {
    name: 'directory-audits',
    title: 'changes of federation in the audit log',
    address: 'v1.0/auditLogs/directoryAudits',
    permissions: ['AuditLog.Read.All'],
    area: 'reports',
    contexts: ['auditlogs/directoryaudits'],
    marks: ['activityDisplayName', 'activityDateTime'],
  },
  {
    name: 'enrollment-configurations',
    title: 'the enrolment settings of Intune',
    address: 'v1.0/deviceManagement/deviceEnrollmentConfigurations',
    permissions: ['DeviceManagementServiceConfig.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/deviceenrollmentconfigurations'],
    type: /^#microsoft\.graph\.deviceEnrollment\w{1,80}Configuration$/u,
  },
  {
    name: 'configuration-policies',
    title: 'the policies of the settings catalogue',
    address: 'beta/deviceManagement/configurationPolicies?$expand=settings,assignments',
    permissions: ['DeviceManagementConfiguration.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/configurationpolicies'],
    marks: ['settingCount', 'technologies'],
  },
  {
    name: 'device-configurations',
    title: 'the configuration profiles of Intune',
    address: 'beta/deviceManagement/deviceConfigurations?$expand=assignments',
    permissions: ['DeviceManagementConfiguration.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/deviceconfigurations'],
    type: /^#microsoft\.graph\.windows\w{1,80}(?:Configuration|Certificate|CertificateProfile)$/u,
  },
  {
    name: 'intents',
    title: 'the security baselines of Intune',
    address: 'beta/deviceManagement/intents',
    permissions: ['DeviceManagementConfiguration.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/intents'],
    marks: ['templateId', 'isAssigned'],
  },
  {
    name: 'managed-devices',
    title: 'the devices managed by Intune',
    address:
      'v1.0/deviceManagement/managedDevices?$select=id,azureADDeviceId,deviceName,managementAgent,complianceState,lastSyncDateTime',
    permissions: ['DeviceManagementManagedDevices.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/manageddevices'],
    marks: ['azureADDeviceId', 'managementAgent'],
  },
  {
    name: 'ndes-connectors',
    title: 'the certificate connectors of Intune',
    address: 'beta/deviceManagement/ndesConnectors',
    permissions: ['DeviceManagementConfiguration.Read.All'],
    area: 'intune',
    contexts: ['devicemanagement/ndesconnectors'],
    marks: ['lastConnectionDateTime', 'state'],
  },
] as const satisfies readonly GraphList[];

export type GraphListName = (typeof graphLists)[number]['name'];

export const graphList = (name: GraphListName): GraphList => {
  const list: GraphList | undefined = graphLists.find((entry) => entry.name === name);
  if (list === undefined) throw new Error(`There is no list ${name}`);
  return list;
};

/** The list an answer belongs to, by the path of its `@odata.context` (`deviceManagement/intents('…')/$entity`), or by its first object where it has none. */
export function listOf(path: string | undefined, item: JsonObject | undefined): GraphListName | undefined {
  const lists: readonly (GraphList & { readonly name: GraphListName })[] = graphLists;
  if (path !== undefined) {
    const normal = normalPath(path);
    return lists.find(({ contexts }) => contexts.includes(normal))?.name;
  }
  if (item === undefined) return undefined;
  const type = stringOf(item, '@odata.type');
  return lists.find(
    (list) =>
      (list.marks?.every((mark) => Object.hasOwn(item, mark)) ?? false) ||
      (type !== undefined && (list.type?.test(type) ?? false)),
  )?.name;
}

/** `users('a@b.c')/authentication/methods(id)/$entity` → `users/authentication/methods` */
const normalPath = (path: string): string =>
  path
    .replace(/\('[^']*'\)/gu, '')
    .replace(/\/\$entity$|\(.*$/gu, '')
    .replace(/\/microsoft\.graph\..*$/u, '')
    .toLowerCase();

/** Whether the beginning of a file without context has the properties of one of these lists. */
export const looksLikeList = (text: string): boolean =>
  (graphLists as readonly GraphList[]).some(
    ({ marks }) => marks?.every((mark) => text.includes(`"${mark}"`)) ?? false,
  ) ||
  /"@odata\.type"\s*:\s*"#microsoft\.graph\.(?:deviceEnrollment|windows81|windowsIdentityProtection|windows10Custom)/u.test(
    text,
  );
