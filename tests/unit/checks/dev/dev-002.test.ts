import check from '../../../../src-main/checks/dev/dev-002-service-connection-point.check';
import { describeCheck, failed } from '../check-cases';
import { tenantId } from '../contoso';
import { connectionPoint, deviceRegistration, joinKeywords } from './device-registration';

const fabrikam = 'fabrikam.com';
const withKeywords = (...keywords: readonly string[]) =>
  deviceRegistration({ serviceConnectionPoints: [connectionPoint(keywords)] });

describeCheck(check, [
  {
    name: 'domain and tenant named',
    evidence: [deviceRegistration()],
    outcome: 'pass',
    says: ['1 forest'],
    objects: { 'forest:contoso.com': 'pass' },
    differs: [],
  },
  {
    name: 'keywords in other order and case',
    evidence: [withKeywords(`AzureADID:${tenantId}`, 'AZUREADNAME: contoso.com')],
    outcome: 'pass',
  },
  {
    name: 'two tenants are judged elsewhere',
    evidence: [withKeywords(...joinKeywords, 'azureADId:91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913')],
    outcome: 'pass',
  },
  {
    name: 'no connection point',
    evidence: [deviceRegistration({ serviceConnectionPoints: [] })],
    outcome: 'fail',
    says: ['contoso.com'],
    notes: { 'forest:contoso.com': 'missing' },
    differs: ['Keywords in contoso.com'],
  },
  {
    name: 'no container',
    evidence: [deviceRegistration({ containerFound: false, serviceConnectionPoints: [], services: [] })],
    outcome: 'fail',
  },
  {
    name: 'the misprinted name',
    evidence: [
      deviceRegistration({
        serviceConnectionPoints: [connectionPoint(joinKeywords, 'contoso.com', '62a0ff2e-97b9-4513-943f-0d22bd30e900')],
      }),
    ],
    outcome: 'fail',
    notes: { 'forest:contoso.com': '1 other with a name Windows does not look for' },
  },
  {
    name: 'no tenant',
    evidence: [withKeywords('azureADName:contoso.com')],
    outcome: 'fail',
    notes: { 'forest:contoso.com': 'lacks the keyword azureADId' },
  },
  {
    name: 'no domain',
    evidence: [withKeywords(`azureADId:${tenantId}`, 'azureADName:')],
    outcome: 'fail',
    notes: { 'forest:contoso.com': 'lacks the keyword azureADName' },
  },
  {
    name: 'an on-premises service only',
    evidence: [withKeywords('enterpriseDrsName:fs.contoso.com')],
    outcome: 'fail',
    notes: { 'forest:contoso.com': 'azureADName and azureADId' },
  },
  {
    name: 'missing in the second forest',
    evidence: [deviceRegistration(), deviceRegistration({ serviceConnectionPoints: [] }, fabrikam)],
    outcome: 'fail',
    says: ['1 of 2 forests has', fabrikam],
    objects: { 'forest:contoso.com': 'pass', 'forest:fabrikam.com': 'fail' },
  },
  {
    name: 'missing in a forest outside the scope',
    evidence: [deviceRegistration(), deviceRegistration({ serviceConnectionPoints: [] }, fabrikam)],
    scope: { forests: ['contoso.com'] },
    outcome: 'pass',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [deviceRegistration()],
    scope: { forests: ['contoso.com', fabrikam] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: [fabrikam],
    objects: { 'forest:contoso.com': 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'a forest of the scope that was refused',
    evidence: [deviceRegistration(), failed('ad.device-registration', fabrikam, 'access-denied')],
    scope: { forests: ['contoso.com', fabrikam] },
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'missing in one forest, another one unread',
    evidence: [
      deviceRegistration({ serviceConnectionPoints: [] }),
      failed('ad.device-registration', fabrikam, 'unreachable'),
    ],
    outcome: 'fail',
  },
  {
    name: 'no hybrid joined devices',
    evidence: [deviceRegistration()],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
    says: ['No hybrid joined devices'],
  },
]);
