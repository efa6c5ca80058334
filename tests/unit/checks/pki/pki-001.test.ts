import check from '../../../../src-main/checks/pki/pki-001-enterprise-authority.check';
import { describeCheck, failed, partial } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority, caGuid, secondAuthority, secondCaGuid } from './authorities';

const kind = 'ad.certification-authorities';

describeCheck(check, [
  {
    name: 'one CA with a certificate and templates',
    evidence: [authoritiesOf([authority()])],
    outcome: 'pass',
    says: ['1 enterprise CA is', 'Contoso Issuing CA 1'],
    objects: { [caGuid]: 'pass' },
  },
  {
    name: 'no CA',
    evidence: [authoritiesOf([])],
    outcome: 'fail',
    severity: 'blocker',
    objects: { 'forest:contoso.com': 'fail' },
    differs: ['Enterprise CAs of contoso.com'],
  },
  {
    name: 'the container not visible',
    evidence: [authoritiesOf([], forest, false)],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a second entry that publishes nothing',
    evidence: [authoritiesOf([authority(), secondAuthority({ templates: [] })])],
    outcome: 'warning',
    says: ['1 other entry', 'Contoso Issuing CA 2'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'warning' },
    notes: { [secondCaGuid]: 'no published template' },
  },
  {
    name: 'only an entry without certificate',
    evidence: [authoritiesOf([authority({ certificates: [] })])],
    outcome: 'fail',
    notes: { [caGuid]: 'no certificate' },
  },
  {
    name: 'a certificate that cannot be decoded',
    evidence: [authoritiesOf([authority({ certificates: [], unreadableCertificates: 1 })])],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a second forest without CA',
    evidence: [authoritiesOf([authority()]), authoritiesOf([], 'fabrikam.com')],
    outcome: 'pass',
    objects: { [caGuid]: 'pass', 'forest:fabrikam.com': 'info' },
  },
  {
    name: 'a second forest that was refused',
    evidence: [authoritiesOf([authority()]), failed(kind, 'fabrikam.com', 'access-denied')],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [caGuid]: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'a forest of the scope nobody read',
    evidence: [authoritiesOf([authority()])],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'a list that was cut off',
    evidence: [
      partial(kind, forest, 'unreachable', { containerFound: true, authorities: [], roots: [], intermediates: [] }),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
