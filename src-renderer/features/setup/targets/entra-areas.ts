import type { EntraArea } from '../../../../src-shared/model/plan';

/** A delegated permission of Microsoft Graph that is asked for, and what it is for. */
export interface Permission {
  readonly name: string;
  readonly purpose: string;
}

interface EntraAreaText {
  readonly title: string;
  /** What is not known when the area is left out. */
  readonly reads: string;
  readonly permissions: readonly Permission[];
}

/** Asked for at every sign-in. */
export const basicPermissions: readonly Permission[] = [
  { name: 'Organization.Read.All', purpose: 'tenant and licences' },
  { name: 'Domain.Read.All', purpose: 'domains and their federation' },
  { name: 'Device.Read.All', purpose: 'devices' },
  { name: 'User.Read.All', purpose: 'users' },
];

/** What each area of a sign-in is for; the permissions are those the probe asks for. */
export const entraAreaTexts: Readonly<Record<EntraArea, EntraAreaText>> = {
  directory: { title: 'Licences', reads: 'which the tenant has', permissions: [] },
  synchronisation: {
    title: 'Synchronisation',
    reads: 'features of Entra Connect and jobs of cloud sync',
    permissions: [
      { name: 'OnPremDirectorySynchronization.Read.All', purpose: 'features of Entra Connect' },
      { name: 'Application.Read.All', purpose: 'cloud sync as an application' },
      { name: 'Synchronization.Read.All', purpose: 'jobs of cloud sync' },
    ],
  },
  policies: {
    title: 'Policies',
    reads: 'staged rollout, device registration, authentication methods and Conditional Access',
    permissions: [
      { name: 'Policy.Read.HybridAuthentication', purpose: 'staged rollout' },
      { name: 'GroupMember.Read.All', purpose: 'groups of a staged rollout' },
      { name: 'Policy.Read.DeviceConfiguration', purpose: 'who may register devices' },
      { name: 'Policy.Read.AuthenticationMethod', purpose: 'authentication methods' },
      { name: 'Policy.Read.All', purpose: 'Conditional Access' },
    ],
  },
  applications: {
    title: 'Applications',
    reads: 'the applications of MFA and PIN reset, and the application proxy',
    permissions: [{ name: 'Application.Read.All', purpose: 'applications and service principals' }],
  },
  reports: {
    title: 'Reports',
    reads: 'who registered for MFA and Hello, and changes of federation',
    permissions: [
      { name: 'AuditLog.Read.All', purpose: 'registration for MFA, and changes of federation' },
      { name: 'UserAuthenticationMethod.Read.All', purpose: 'Hello methods of users' },
    ],
  },
  intune: {
    title: 'Intune',
    reads: 'Hello policies, certificate profiles and managed devices',
    permissions: [
      { name: 'DeviceManagementServiceConfig.Read.All', purpose: 'enrolment settings' },
      { name: 'DeviceManagementConfiguration.Read.All', purpose: 'policies, profiles and connectors' },
      { name: 'DeviceManagementManagedDevices.Read.All', purpose: 'managed devices' },
    ],
  },
};

/** Permissions of a sign-in that reads these areas, each once. */
export function permissionsOf(areas: readonly EntraArea[]): readonly Permission[] {
  const all = [...basicPermissions, ...areas.flatMap((area) => entraAreaTexts[area].permissions)];
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}
