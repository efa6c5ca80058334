import check from '../../../../src-main/checks/dev/dev-003-connection-point-values.check';
import { describeCheck, failed, record } from '../check-cases';
import { otherTenantId, tenantId } from '../contoso';
import { connectionPoint, deviceRegistration, joinKeywords } from './device-registration';

const organization = (id = tenantId, verified: readonly string[] = ['contoso.com', 'contoso.onmicrosoft.com']) =>
  record('entra.organization', id, {
    tenantId: id,
    displayName: 'Contoso',
    verifiedDomains: verified.map((name) => ({ name, type: 'Federated', isInitial: false })),
    assignedPlans: [],
  });
const domain = (id: string, authenticationType = 'Federated', isVerified = true) => ({
  id,
  isVerified,
  authenticationType,
  isRoot: true,
  isInitial: id.endsWith('.onmicrosoft.com'),
});
const domains = record('entra.domains', 'tenant', {
  domains: [
    domain('contoso.com'),
    domain('contoso.onmicrosoft.com', 'Managed'),
    domain('managed.contoso.com', 'Managed'),
    domain('new.contoso.com', 'Federated', false),
  ],
});
const scp = (...keywords: readonly string[]) =>
  deviceRegistration({ serviceConnectionPoints: [connectionPoint(keywords)] });
const names = (domainName: string) => scp(`azureADName:${domainName}`, `azureADId:${tenantId}`);
const forest = 'forest:contoso.com';

describeCheck(check, [
  {
    name: 'this tenant and a federated domain',
    evidence: [deviceRegistration(), domains, organization()],
    outcome: 'pass',
    says: ['contoso.com names this tenant'],
    objects: { [forest]: 'pass' },
    differs: [],
  },
  {
    name: 'GUID in capitals and braces',
    evidence: [scp('azureADName:Contoso.com', `azureADId:{${tenantId.toUpperCase()}}`), domains, organization()],
    outcome: 'pass',
  },
  {
    name: 'another tenant',
    evidence: [scp('azureADName:contoso.com', `azureADId:${otherTenantId}`), domains, organization()],
    outcome: 'fail',
    says: ['another tenant than Contoso'],
    differs: ['contoso.com: azureADId'],
  },
  {
    name: 'a tenant id that is none',
    evidence: [scp('azureADName:contoso.com', 'azureADId:contoso'), domains, organization()],
    outcome: 'fail',
    says: ['no tenant id'],
  },
  {
    name: 'a domain the tenant does not have',
    evidence: [names('fabrikam.com'), domains, organization()],
    outcome: 'fail',
    says: ['fabrikam.com is not a verified domain'],
  },
  {
    name: 'a domain that was never verified',
    evidence: [names('new.contoso.com'), domains, organization()],
    outcome: 'fail',
    says: ['new.contoso.com is not a verified domain'],
  },
  {
    name: 'two tenants',
    evidence: [scp(...joinKeywords, `azureADId:${otherTenantId}`), domains, organization()],
    outcome: 'fail',
    says: ['1 domain name and 2 tenant ids'],
  },
  {
    name: 'the initial domain',
    evidence: [names('contoso.onmicrosoft.com'), domains, organization()],
    outcome: 'warning',
    says: ['initial domain'],
  },
  {
    name: 'a managed domain',
    evidence: [names('managed.contoso.com'), domains, organization()],
    outcome: 'warning',
    says: ['managed domain'],
  },
  {
    name: 'an on-premises registration service as well',
    evidence: [scp(...joinKeywords, 'enterpriseDrsName:fs.contoso.com'), domains, organization()],
    outcome: 'warning',
    says: ['fs.contoso.com'],
    differs: ['contoso.com: enterpriseDrsName'],
  },
  {
    name: 'wrong in the second forest',
    evidence: [
      deviceRegistration(),
      deviceRegistration(
        {
          serviceConnectionPoints: [
            connectionPoint(['azureADName:contoso.com', `azureADId:${otherTenantId}`], 'fabrikam.com'),
          ],
        },
        'fabrikam.com',
      ),
      domains,
      organization(),
    ],
    outcome: 'fail',
    says: ['fabrikam.com: It names another tenant'],
    objects: { [forest]: 'pass', 'forest:fabrikam.com': 'fail' },
  },
  {
    name: 'no connection point',
    evidence: [deviceRegistration({ serviceConnectionPoints: [] }), domains, organization()],
    outcome: 'not-applicable',
    says: ['no values to judge'],
  },
  {
    name: 'a connection point in one of two forests',
    evidence: [
      deviceRegistration(),
      deviceRegistration({ serviceConnectionPoints: [] }, 'fabrikam.com'),
      domains,
      organization(),
    ],
    outcome: 'pass',
    objects: { [forest]: 'pass', 'forest:fabrikam.com': 'not-applicable' },
  },
  {
    name: 'evidence of two tenants',
    evidence: [deviceRegistration(), domains, organization(), organization(otherTenantId)],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['more than one Entra tenant'],
  },
  {
    name: 'verified in one answer, missing in the other',
    evidence: [names('emea.contoso.com'), domains, organization(tenantId, ['emea.contoso.com'])],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [deviceRegistration(), domains, organization()],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Graph refused',
    evidence: [deviceRegistration(), domains, failed('entra.organization', tenantId, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no hybrid joined devices',
    evidence: [deviceRegistration(), domains, organization()],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);
