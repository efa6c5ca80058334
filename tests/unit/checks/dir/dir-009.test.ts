import { describe, expect, it } from 'vitest';
import check from '../../../../src-main/checks/dir/dir-009-one-tenant.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, judge, record } from '../check-cases';
import { forest, otherTenantId, tenantId } from '../contoso';

const organization = (id = tenantId): EvidenceRecord =>
  record('entra.organization', id, { tenantId: id, displayName: 'Contoso', verifiedDomains: [], assignedPlans: [] });
const discovery = (domain: string, id: string | undefined = tenantId, cloudInstanceName = 'microsoftonline.com') =>
  record('entra.openid-configuration', domain, {
    domain,
    ...(id === undefined
      ? {}
      : { tenantId: id, issuer: `https://login.${cloudInstanceName}/${id}/v2.0`, cloudInstanceName }),
  });
const nobody = (domain: string): EvidenceRecord => record('entra.openid-configuration', domain, { domain });
const scp = (...ids: readonly string[]): EvidenceRecord =>
  record('ad.device-registration', forest, {
    containerFound: true,
    services: [],
    serviceConnectionPoints: [
      {
        distinguishedName: 'CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services',
        keywords: ['azureADName:contoso.com', ...ids.map((id) => `azureADId:${id}`)],
      },
    ],
  });
const client = (name: string, fields: Readonly<Record<string, string>>): EvidenceRecord =>
  record('client.dsregcmd', name, { deviceName: name, fields, sections: [], lines: {} });
const forestId = `forest:${forest}`;

describeCheck(check, [
  {
    name: 'tenant, discovery, connection point and client agree',
    evidence: [
      organization(),
      discovery('contoso.com'),
      scp(tenantId.toUpperCase()),
      client('pc1.contoso.com', { TenantId: tenantId, DeviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7' }),
    ],
    outcome: 'pass',
    says: ['4 sources checked: all name the same tenant, Contoso'],
    objects: {
      [`tenant:${tenantId}`]: 'pass',
      'entra-domain:contoso.com': 'pass',
      [forestId]: 'pass',
      '5820fbe9-60c8-43b0-bb11-44aee233e4e7': 'pass',
    },
  },
  {
    name: 'discovery and connection point agree',
    evidence: [discovery('contoso.com'), scp(tenantId)],
    outcome: 'pass',
  },
  {
    name: 'the connection point names a test tenant',
    evidence: [organization(), discovery('contoso.com'), scp(otherTenantId)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 3 sources names another tenant', 'The service connection point names another tenant than Contoso'],
    objects: { [`tenant:${tenantId}`]: 'pass', 'entra-domain:contoso.com': 'pass', [forestId]: 'fail' },
    differs: [forest],
  },
  {
    name: 'a connection point with two tenants',
    evidence: [organization(), scp(tenantId, otherTenantId)],
    outcome: 'fail',
    objects: { [`tenant:${tenantId}`]: 'pass', [forestId]: 'pass', [`${forestId}:2`]: 'fail' },
  },
  {
    name: 'a domain of another tenant',
    evidence: [discovery('contoso.com'), discovery('emea.contoso.com'), discovery('old.example', otherTenantId)],
    outcome: 'fail',
    objects: {
      'entra-domain:contoso.com': 'pass',
      'entra-domain:emea.contoso.com': 'pass',
      'entra-domain:old.example': 'fail',
    },
  },
  {
    name: 'a client of another tenant',
    evidence: [organization(), client('pc2', { TenantId: otherTenantId })],
    outcome: 'fail',
    objects: { [`tenant:${tenantId}`]: 'pass', 'client:pc2': 'fail' },
  },
  {
    name: 'Entra Connect synchronises with another tenant',
    evidence: [organization(), record('connect.server', 'sync01', { host: 'sync01', tenantId: otherTenantId })],
    outcome: 'fail',
    says: ['The Entra Connect server names another tenant'],
  },
  {
    name: 'two tenants were read',
    evidence: [organization(), organization(otherTenantId)],
    outcome: 'fail',
  },
  {
    name: 'a national cloud',
    evidence: [discovery('contoso.com', tenantId, 'microsoftonline.us'), scp(tenantId)],
    outcome: 'warning',
    says: ['national cloud of microsoftonline.us'],
  },
  {
    name: 'no tenant has any of the domains',
    evidence: [nobody('contoso.com'), nobody('contoso.net'), scp(tenantId)],
    outcome: 'fail',
    says: ['No Entra tenant has the domains contoso.com and contoso.net'],
  },
  {
    name: 'one suffix without a tenant is another matter',
    evidence: [organization(), discovery('contoso.com'), nobody('contoso.net')],
    outcome: 'pass',
    objects: {
      [`tenant:${tenantId}`]: 'pass',
      'entra-domain:contoso.com': 'pass',
      'entra-domain:contoso.net': 'info',
    },
  },
  {
    name: 'a discovery that did not answer',
    evidence: [organization(), scp(tenantId), failed('entra.openid-configuration', 'contoso.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the tenant alone, nothing to compare',
    evidence: [organization()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['nothing to compare'],
  },
  {
    name: 'the connection point alone',
    evidence: [scp(tenantId)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['only what is set up on premises'],
  },
  {
    name: 'an SCP of a forest outside the scope does not count',
    evidence: [organization(), discovery('contoso.com'), scp(otherTenantId)],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'pass',
  },
  {
    name: 'text that is no tenant id says nothing here',
    evidence: [organization(), discovery('contoso.com'), scp('contoso')],
    outcome: 'pass',
  },
  {
    name: 'a client that is not joined',
    evidence: [organization(), discovery('contoso.com'), client('pc3', { AzureAdJoined: 'NO' })],
    outcome: 'pass',
  },
]);

describe('DIR-009 without anything', () => {
  it('is unknown', () => {
    const { outcome, unknownReason, summary } = judge(check, { evidence: [] });
    expect([outcome, unknownReason]).toEqual(['unknown', 'not-collected']);
    expect(summary).toContain('Neither the tenant');
  });
  it('tells why the cloud gave nothing', () => {
    const evidence = [failed('entra.organization', '*', 'access-denied', 'Sign-in was refused.')];
    const { unknownReason, summary } = judge(check, { evidence });
    expect(unknownReason).toBe('access-denied');
    expect(summary).toContain('Sign-in was refused.');
  });
});
