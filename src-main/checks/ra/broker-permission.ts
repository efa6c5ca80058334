import type {
  AdfsApplicationPermission,
  AdfsApplicationPermissions,
} from '../../../src-shared/model/evidence/adfs-settings';

/** The Windows token broker at AD FS, and the resource its scopes are granted on. */
const brokerClient = '38aa3b87-a06d-4817-b275-7a316988d93b';
const selfScope = 'http://schemas.microsoft.com/ws/2009/12/identityserver/selfscope';

/** The permission of the Windows broker at AD FS itself; undefined when the farm has none. */
export const brokerPermission = ({ permissions }: AdfsApplicationPermissions): AdfsApplicationPermission | undefined =>
  permissions.find(({ client, server }) => client === brokerClient && server.toLowerCase() === selfScope.toLowerCase());

export const grants = ({ scopes }: AdfsApplicationPermission, scope: string): boolean =>
  scopes.some((granted) => granted.toLowerCase() === scope);

/** PowerShell lines that add a scope to that permission. */
export const addScopeCommand = (scope: string): string =>
  [
    `$id = (Get-AdfsApplicationPermission -ServerRoleIdentifiers '${selfScope}' | Where-Object ClientRoleIdentifier -eq '${brokerClient}').ObjectIdentifier`,
    ...(scope === 'ugs' ? ["Add-AdfsScopeDescription -Name 'ugs'"] : []),
    `Set-AdfsApplicationPermission -TargetIdentifier $id -AddScope '${scope}'`,
    'Restart-Service adfssrv',
  ].join('\n');
