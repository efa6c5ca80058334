import check from '../../../../src-main/checks/pki/pki-016-controller-auto-enrolment.check';
import type { ResultantGroupPolicy } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, forestDn, guid } from '../contoso';
import {
  autoEnrolment,
  container,
  directory,
  domain,
  filteredTo,
  link,
  policy,
  policyTarget,
  registry,
  sites,
} from '../pol/policies';

const controllers = `OU=Domain Controllers,${forestDn}`;
const id = controllers.toLowerCase();
const dcs = (unit = controllers, target = forest) =>
  record('ad.domain-controllers', target, {
    controllers: ['DC01', 'DC02'].map((name, index) => ({
      distinguishedName: `CN=${name},${unit}`,
      objectGuid: guid(700 + index),
      dnsHostName: `${name.toLowerCase()}.${target}`,
      readOnly: false,
    })),
  });
const enrolment = (value: number, more: Parameters<typeof policy>[2] = {}) =>
  policy(1, 'Domänencontroller – Zertifikate', { machine: [autoEnrolment(value)], ...more });
const linkedTo = (one: ReturnType<typeof policy>, unit = controllers) => [
  ...domain([one], [container(unit, [link(one)])]),
  dcs(),
];
const off = policy(2, 'Default Domain Controllers Policy', { machine: [autoEnrolment(0x8000)] });

const report = (host: string, ...policies: readonly ResultantGroupPolicy[]) =>
  record('policy.resultant', host, { host, machine: { policies, values: [], namedSettings: 0 } });
const logged = ({ object }: ReturnType<typeof policy>, how: Pick<ResultantGroupPolicy, 'order' | 'reason'>) => ({
  guid: object.guid,
  domain: forest,
  displayName: object.displayName,
  ...how,
});

describeCheck(check, [
  {
    name: 'confirmed by a domain controller',
    evidence: [...linkedTo(enrolment(7)), report('dc01.contoso.com', logged(enrolment(7), { order: 2 }))],
    outcome: 'pass',
    objects: { [id]: 'pass', 'host:dc01.contoso.com': 'pass' },
  },
  {
    name: 'not applied on one domain controller',
    evidence: [...linkedTo(enrolment(7)), report('dc02.contoso.com', logged(enrolment(7), { reason: 'denied' }))],
    outcome: 'warning',
    objects: { [id]: 'pass', 'host:dc02.contoso.com': 'warning' },
    notes: { 'host:dc02.contoso.com': 'Domänencontroller – Zertifikate” was not applied' },
  },
  {
    name: 'switched off on one domain controller',
    evidence: [
      ...domain([enrolment(7), off], [container(controllers, [link(enrolment(7))])]),
      dcs(),
      report('dc01.contoso.com', logged(off, { order: 3 })),
    ],
    outcome: 'fail',
    objects: { [id]: 'pass', 'host:dc01.contoso.com': 'fail' },
  },
  {
    name: 'the report of a client says nothing here',
    evidence: [...linkedTo(enrolment(7)), report('pc0417.contoso.com')],
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'on with all options',
    evidence: linkedTo(enrolment(7)),
    outcome: 'pass',
    objects: { [id]: 'pass' },
    notes: { [id]: 'AEPolicy is 7 by “Domänencontroller – Zertifikate” (computer half)' },
  },
  { name: 'linked to the domain', evidence: linkedTo(enrolment(7), forestDn), outcome: 'pass' },
  {
    name: 'filtered to domain controllers',
    evidence: linkedTo(enrolment(7, { securityDescriptor: filteredTo(`${domainSid}-516`) })),
    outcome: 'pass',
  },
  { name: 'without an option', evidence: linkedTo(enrolment(3)), outcome: 'warning', says: ['pending requests'] },
  { name: 'switched off', evidence: linkedTo(enrolment(0x8000)), outcome: 'fail', severity: 'high' },
  {
    name: 'switched off by a policy before it',
    evidence: [...domain([enrolment(7), off], [container(controllers, [link(off), link(enrolment(7))])]), dcs()],
    outcome: 'fail',
    says: ['Default Domain Controllers Policy'],
  },
  {
    name: 'not configured',
    evidence: linkedTo(policy(1, 'Empty')),
    outcome: 'warning',
    says: ['first version of the template'],
  },
  { name: 'linked elsewhere', evidence: linkedTo(enrolment(7), `OU=Servers,${forestDn}`), outcome: 'warning' },
  {
    name: 'in the user half only',
    evidence: linkedTo(policy(1, 'Users', { user: [autoEnrolment(7)] })),
    outcome: 'warning',
  },
  {
    name: 'a controller stands elsewhere',
    evidence: [
      ...domain([enrolment(7)], [container(controllers, [link(enrolment(7))])]),
      record('ad.domain-controllers', forest, {
        controllers: [controllers, `OU=Servers,${forestDn}`].map((unit, index) => ({
          distinguishedName: `CN=DC${index},${unit}`,
          objectGuid: guid(700 + index),
          dnsHostName: `dc${index}.${forest}`,
          readOnly: false,
        })),
      }),
    ],
    outcome: 'warning',
    objects: { [id]: 'pass', [`ou=servers,${forestDn.toLowerCase()}`]: 'warning' },
  },
  {
    name: 'behind a WMI filter',
    evidence: linkedTo(enrolment(7, { hasWmiFilter: true })),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'settings refused',
    evidence: [
      directory([enrolment(7)], [container(controllers, [link(enrolment(7))])]),
      failed('policy.registry', policyTarget(1), 'access-denied'),
      sites(),
      dcs(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'links refused',
    evidence: [failed('ad.group-policy', forest, 'access-denied'), registry(enrolment(7)), sites(), dcs()],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'controllers of a domain refused',
    evidence: [...linkedTo(enrolment(7)), failed('ad.domain-controllers', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [id]: 'pass', 'domain:emea.contoso.com': 'unknown' },
  },
  { name: 'policies not collected', evidence: [dcs()], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no controller visible',
    evidence: [...domain([enrolment(7)], []), record('ad.domain-controllers', forest, { controllers: [] })],
    outcome: 'unknown',
    reason: 'contradictory',
  },
]);
