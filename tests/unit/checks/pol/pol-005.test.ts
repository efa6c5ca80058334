import check from '../../../../src-main/checks/pol/pol-005-no-cloud-trust.check';
import { describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import {
  computersIn,
  container,
  directory,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  sites,
  staff,
  unitId,
  usersIn,
  workstations,
} from './policies';

const certificates = policy(1, 'WHFB Pilot', {
  machine: [hello('Enabled', 1), hello('UseCertificateForOnPremAuth', 1)],
});
const cloud = policy(2, 'Test Cloud Kerberos Trust', { machine: [hello('UseCloudTrustForOnPremAuth', 1)] });
const noCloud = policy(3, 'No cloud trust', { machine: [hello('UseCloudTrustForOnPremAuth', 0)] });
const userCloud = policy(4, 'User half', { user: [hello('UseCloudTrustForOnPremAuth', 1)] });
const pilotLinks = container(pilotUnit, [link(certificates)]);

describeCheck(check, [
  {
    name: 'not set',
    evidence: [...domain([certificates], [pilotLinks]), computersIn()],
    outcome: 'pass',
    says: ['1 place'],
    objects: { [unitId]: 'pass' },
  },
  {
    name: 'set to 0',
    evidence: [
      ...domain([certificates, noCloud], [container(pilotUnit, [link(certificates), link(noCloud)])]),
      computersIn(),
    ],
    outcome: 'pass',
    notes: { [unitId]: 'is 0 by “No cloud trust”' },
  },
  {
    name: 'set beside the certificate setting',
    evidence: [
      ...domain([certificates, cloud], [container(pilotUnit, [link(certificates), link(cloud)])]),
      computersIn(),
    ],
    outcome: 'warning',
    severity: 'high',
    says: ['“Test Cloud Kerberos Trust”', 'is on as well and wins'],
    differs: ['“Test Cloud Kerberos Trust”, computer half'],
  },
  {
    name: 'set without the certificate setting',
    evidence: [...domain([cloud], [container(workstations, [link(cloud)])]), computersIn()],
    outcome: 'fail',
    severity: 'high',
    says: ['instead of certificate trust'],
    notes: { [unitId]: 'takes cloud Kerberos trust' },
  },
  {
    name: 'set while the certificate setting is 0',
    evidence: [
      ...domain(
        [cloud, policy(5, 'Off', { machine: [hello('UseCertificateForOnPremAuth', 0)] })],
        [container(pilotUnit, [link(cloud), link(policy(5, 'Off'))])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'set while the user half takes the certificate setting away',
    evidence: [
      ...domain(
        [certificates, cloud, policy(6, 'Staff', { user: [hello('UseCertificateForOnPremAuth', 0)] })],
        [container(pilotUnit, [link(certificates), link(cloud)]), container(staff, [link(policy(6, 'Staff'))])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'fail',
  },
  {
    name: 'set while the certificate setting could not be seen',
    evidence: [
      directory([certificates, cloud], [container(pilotUnit, [link(cloud), link(certificates)])]),
      registry(cloud),
      sites(),
      computersIn(),
    ],
    outcome: 'warning',
    notes: { [unitId]: 'could not be seen' },
  },
  {
    name: 'set by a policy that is linked nowhere',
    evidence: [...domain([certificates, cloud], [pilotLinks]), computersIn()],
    outcome: 'pass',
  },
  {
    name: 'a user half has no effect',
    evidence: [
      ...domain([certificates, userCloud], [container(pilotUnit, [link(certificates), link(userCloud)])]),
      computersIn(),
    ],
    outcome: 'pass',
  },
  {
    name: 'settings of a policy refused',
    evidence: [
      directory([certificates, cloud], [container(pilotUnit, [link(certificates), link(cloud)])]),
      registry(certificates),
      sites(),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'set somewhere, links not read',
    evidence: [registry(cloud), registry(certificates)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:usecloudtrustforonpremauth': 'unknown' },
  },
  { name: 'every policy read and none sets it', evidence: domain([certificates], [pilotLinks]), outcome: 'pass' },
  {
    name: 'some policies read and none sets it',
    evidence: [registry(certificates)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not every policy was read'],
  },
  {
    name: 'pilot computers of a domain refused',
    evidence: [
      ...domain([certificates], [pilotLinks]),
      computersIn(),
      failed('ad.pilot-computers', 'emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'directory refused',
    evidence: [failed('ad.group-policy', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Intune alone',
    evidence: [...domain([cloud], [container(pilotUnit, [link(cloud)])]), computersIn()],
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Intune'],
  },
  {
    name: 'both channels, not set by group policy',
    evidence: [...domain([certificates], [pilotLinks]), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'both channels, every policy read',
    evidence: domain([certificates], [pilotLinks]),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'both channels, switched off by group policy',
    evidence: [...domain([noCloud], [container(pilotUnit, [link(noCloud)])]), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'pass',
  },
  {
    name: 'no certificates in the scope',
    evidence: [...domain([cloud], [container(pilotUnit, [link(cloud)])]), computersIn()],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
]);
