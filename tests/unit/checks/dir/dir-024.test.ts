import check from '../../../../src-main/checks/dir/dir-024-one-tenant.check';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, otherTenantId, tenantId } from '../contoso';
import { partitionsOf } from '../sites';
import { connector, serviceAccountsOf } from './sync-accounts';

const other = (more: Partial<ServiceAccount> = {}): ServiceAccount =>
  connector('fabrikam.onmicrosoft.com', {
    objectSid: `${domainSid}-1799`,
    samAccountName: 'MSOL_ffffffffffff',
    ...more,
  });
const { description: _, ...silent } = connector();

const pointing = (...tenants: readonly string[]) =>
  record('ad.device-registration', forest, {
    containerFound: true,
    serviceConnectionPoints: [
      {
        distinguishedName: 'CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration',
        keywords: tenants.map((tenant) => `azureADid:${tenant}`),
      },
    ],
    services: [],
  });

describeCheck(check, [
  {
    name: 'one tenant',
    evidence: [serviceAccountsOf([connector()]), pointing(tenantId)],
    outcome: 'pass',
    says: ['contoso.onmicrosoft.com'],
    objects: { 'forest:contoso.com': 'pass' },
  },
  {
    name: 'two servers of one tenant',
    evidence: [
      serviceAccountsOf([connector(), connector('CONTOSO.onmicrosoft.com', { objectSid: 'S-1-5-21-1-2-3-9' })]),
    ],
    outcome: 'pass',
  },
  {
    name: 'two tenants',
    evidence: [serviceAccountsOf([connector(), other()])],
    outcome: 'fail',
    severity: 'blocker',
    says: ['2 tenants', 'fabrikam.onmicrosoft.com'],
  },
  {
    name: 'a national cloud beside',
    evidence: [
      serviceAccountsOf([connector(), connector('contoso.partner.onmschina.cn', { objectSid: 'S-1-5-21-1-2-3-9' })]),
    ],
    outcome: 'fail',
  },
  {
    name: 'a disabled account of another tenant',
    evidence: [serviceAccountsOf([connector(), other({ enabled: false })])],
    outcome: 'warning',
    says: ['left over'],
  },
  {
    name: 'an account of another tenant not seen for months',
    evidence: [serviceAccountsOf([connector(), other({ lastLogon: '2026-01-01T00:00:00Z' })])],
    outcome: 'warning',
    says: ['fabrikam.onmicrosoft.com'],
  },
  {
    name: 'the connection point names two tenants',
    evidence: [serviceAccountsOf([connector()]), pointing(tenantId, otherTenantId)],
    outcome: 'warning',
    says: ['names 2 tenants'],
  },
  {
    name: 'no connector account, so its tenant is not known',
    evidence: [serviceAccountsOf([]), pointing(tenantId)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a description that says nothing',
    evidence: [serviceAccountsOf([silent])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['description'],
  },
  {
    name: 'an account that is no longer used',
    evidence: [serviceAccountsOf([connector('contoso.onmicrosoft.com', { enabled: false })])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No connector account shows a recent sign-in'],
  },
  {
    name: 'each forest has its own tenant',
    evidence: [
      partitionsOf(['contoso.com']),
      partitionsOf(['fabrikam.com']),
      serviceAccountsOf([connector()]),
      serviceAccountsOf([other()], 'fabrikam.com'),
    ],
    outcome: 'pass',
    says: ['2 forests'],
  },
  {
    name: 'two tenants in one of two forests',
    evidence: [
      partitionsOf(['contoso.com', 'emea.contoso.com']),
      partitionsOf(['fabrikam.com']),
      serviceAccountsOf([connector()]),
      serviceAccountsOf([other()], 'emea.contoso.com'),
      serviceAccountsOf([connector()], 'fabrikam.com'),
    ],
    outcome: 'fail',
    objects: { 'forest:contoso.com': 'fail', 'forest:fabrikam.com': 'pass' },
  },
  {
    name: 'a domain could not be read',
    evidence: [serviceAccountsOf([connector()]), failed('ad.service-accounts', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'only accounts outside the scope were read',
    evidence: [serviceAccountsOf([connector()], 'fabrikam.com')],
    scope: { forests: [forest] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
