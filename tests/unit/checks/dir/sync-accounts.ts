import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { record } from '../check-cases';
import { domainSid, forest } from '../contoso';

export const connectorSid = `${domainSid}-1701`;

/** A connector account as the set-up of Entra Connect makes it; seen two days before the evidence of cases. */
export const connector = (tenant = 'contoso.onmicrosoft.com', more: Partial<ServiceAccount> = {}): ServiceAccount => ({
  distinguishedName: 'CN=MSOL_a1b2c3d4e5f6,CN=Users,DC=contoso,DC=com',
  objectSid: connectorSid,
  samAccountName: 'MSOL_a1b2c3d4e5f6',
  accountClass: 'user',
  enabled: true,
  description: `Account created by Microsoft Azure Active Directory Connect with installation identifier 'a1b2c3d4e5f6' running on computer 'AADC01' configured to synchronize to tenant '${tenant}'.`,
  servicePrincipalNames: [],
  allowedToDelegateTo: [],
  memberOf: [],
  adminCount: false,
  lastLogon: '2026-11-20T08:00:00.000Z',
  ...more,
});

/** The group managed service account of a cloud sync agent. */
export const agent = (more: Partial<ServiceAccount> = {}): ServiceAccount => ({
  ...connector(),
  distinguishedName: 'CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=com',
  objectSid: `${domainSid}-1702`,
  samAccountName: 'pGMSA_1f2e3d4c$',
  accountClass: 'group-managed',
  description: '',
  ...more,
});

export const serviceAccountsOf = (accounts: readonly ServiceAccount[], target = forest): EvidenceRecord =>
  record('ad.service-accounts', target, { accounts });
