import check from '../../../../src-main/checks/pol/pol-003-certificate-trust.check';
import { describeCheck } from '../check-cases';
import { bothJoinTypes, client, idOf, pc1, pc2, variant } from '../prv/clients';
import { computersIn, container, domain, hello, link, pilotUnit, policy, registry, removed, unitId } from './policies';

const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1), hello('UseCertificateForOnPremAuth', 1)] });
const keyTrust = policy(2, 'WHFB key trust', { machine: [hello('Enabled', 1)] });
const kiosks = policy(3, 'Kiosks', { machine: [removed('UseCertificateForOnPremAuth')] });
const linked = domain([pilot], [container(pilotUnit, [link(pilot)])]);

describeCheck(check, [
  {
    name: 'on by policy, and clients ask the registration authority',
    evidence: [...linked, computersIn(), client(pc1)],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'Hello on, certificates not configured',
    evidence: [...domain([keyTrust], [container(pilotUnit, [link(keyTrust)])]), computersIn()],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [unitId]: 'No group policy sets UseCertificateForOnPremAuth' },
  },
  {
    name: 'set to 0',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('UseCertificateForOnPremAuth', 0)] })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'taken away by a policy below',
    evidence: [...domain([pilot, kiosks], [container(pilotUnit, [link(kiosks), link(pilot)])]), computersIn()],
    outcome: 'fail',
  },
  {
    name: 'a client without the setting (key or cloud trust)',
    evidence: [client(pc1), client(pc2, variant.withoutCertificatePolicy)],
    outcome: 'fail',
    says: [pc2],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'a client that gets its certificate by Intune',
    evidence: [client(pc1, variant.scep)],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'mobile device management' },
  },
  {
    name: 'a client with an unknown value',
    evidence: [client(pc1, { CertEnrollment: 'something else' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'settings of a policy of unknown application',
    evidence: [registry(pilot)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'the same, clients confirm', evidence: [registry(pilot), client(pc1)], outcome: 'pass' },
  {
    name: 'an Entra joined client does not count',
    evidence: [client(pc1), client(pc2, { ...variant.entraJoined, CertEnrollment: 'none' })],
    scope: bothJoinTypes,
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'from Intune to hybrid joined clients (D2)',
    evidence: [client(pc1)],
    scope: { policyChannel: 'intune' },
    outcome: 'warning',
    says: ['Intune'],
    objects: { [idOf(pc1)]: 'warning' },
  },
  {
    name: 'missing with Intune',
    evidence: [client(pc1, variant.withoutCertificatePolicy)],
    scope: { policyChannel: 'intune' },
    outcome: 'fail',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'AD FS is not the registration authority',
    evidence: [...linked, computersIn()],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'ndes-scep' } },
    outcome: 'not-applicable',
    says: ['SSO-015'],
  },
]);
