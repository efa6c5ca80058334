import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { domainSid } from '../contoso';

/** The group managed service account of AD FS in the samples. */
export const serviceAccount = (more: Partial<ServiceAccount> = {}): ServiceAccount => ({
  distinguishedName: 'CN=svc-adfs,CN=Managed Service Accounts,DC=contoso,DC=com',
  objectSid: `${domainSid}-1115`,
  samAccountName: 'adfssvc$',
  accountClass: 'group-managed',
  enabled: true,
  servicePrincipalNames: ['host/fs.contoso.com'],
  allowedToDelegateTo: [],
  primaryGroupId: 515,
  memberOf: [],
  adminCount: false,
  ...more,
});
