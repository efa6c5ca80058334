import check from '../../../../src-main/checks/pol/pol-009-single-authority.check';
import { describeCheck, failed, record } from '../check-cases';
import { client, idOf, pc1, pc2, variant } from '../prv/clients';
import { helloPolicies, helloPolicy, toGroup, toNobody } from './intune';
import { computersIn, container, domain, hello, link, pilotUnit, policy, registry, unitId } from './policies';

const adfs = policy(1, 'WHFB Pilot', { machine: [hello('UseCertificateForOnPremAuth', 1)] });
const linked = [...domain([adfs], [container(pilotUnit, [link(adfs)])]), computersIn()];
const empty = policy(1, 'Baseline');
const free = [...domain([empty], [container(pilotUnit, [link(empty)])]), computersIn()];
const both = { policyChannel: 'both' } as const;

const enrolment = (state: string) =>
  record('intune.hello-enrollment', 'tenant', {
    configurations: [{ id: 'e1', displayName: 'Everybody', state }],
  });
const quiet = enrolment('notConfigured');
const certificates = (value: string, more: Parameters<typeof helloPolicy>[1] = {}) =>
  helloPolicies(helloPolicy({ usecertificateforonpremauth: value }, more));

describeCheck(check, [
  {
    name: 'both channels, the same value',
    evidence: [...linked, quiet, certificates('true')],
    scope: both,
    outcome: 'warning',
    severity: 'medium',
    says: ['both configure Hello at 1 place'],
    notes: { [unitId]: 'both set UseCertificateForOnPremAuth, to the same' },
  },
  {
    name: 'both channels, opposite values',
    evidence: [...linked, quiet, certificates('false')],
    scope: both,
    outcome: 'warning',
    notes: { [unitId]: 'Intune the opposite by “Hello”; group policy wins' },
  },
  {
    name: 'both channels, Intune sets something else of Hello',
    evidence: [...linked, quiet, helloPolicies(helloPolicy())],
    scope: both,
    outcome: 'warning',
    notes: { [unitId]: 'both configure Hello here' },
  },
  {
    name: 'both channels, a value of Intune that is not understood',
    evidence: [...linked, quiet, certificates('perhaps')],
    scope: both,
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'both channels, Intune reaches a group',
    evidence: [...linked, quiet, certificates('true', toGroup)],
    scope: both,
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'does for 1 group' },
  },
  {
    name: 'both channels, Intune at enrolment',
    evidence: [...linked, enrolment('enabled'), helloPolicies()],
    scope: both,
    outcome: 'warning',
    notes: { [unitId]: 'settings at Intune enrolment' },
  },
  {
    name: 'both channels, a policy of Intune that reaches nobody',
    evidence: [...linked, quiet, certificates('true', toNobody)],
    scope: both,
    outcome: 'pass',
  },
  {
    name: 'both channels, settings at enrolment not read',
    evidence: [...linked, helloPolicies()],
    scope: both,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'both channels, policies of Intune refused',
    evidence: [...linked, quiet, failed('intune.hello-policies', 'tenant', 'access-denied')],
    scope: both,
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'both channels, group policy silent',
    evidence: free,
    scope: both,
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
    says: ['do not contradict'],
  },
  {
    name: 'both channels, group policy configures Hello',
    evidence: [...linked, client(pc1)],
    scope: both,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'unknown', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'Intune issues the certificate although group policy names AD FS',
    evidence: [...linked, client(pc1, variant.scep), client(pc2)],
    outcome: 'fail',
    severity: 'high',
    says: [pc1, 'Two authorities'],
    objects: { [idOf(pc1)]: 'fail', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'Intune issues it where no policy names AD FS',
    evidence: [...free, client(pc1, variant.scep)],
    scope: both,
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'Intune issues it to a client whose place is not known',
    evidence: [registry(adfs), client(pc1, variant.scep)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'unknown' },
  },
  { name: 'one channel, no client shows another', evidence: [...linked, client(pc1)], outcome: 'not-applicable' },
  { name: 'one channel, nothing collected', evidence: [], outcome: 'not-applicable' },
  { name: 'both channels, nothing collected', evidence: [], scope: both, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'AD FS issues nothing in this scope',
    evidence: [...linked, client(pc1, variant.scep)],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'ndes-scep' } },
    outcome: 'not-applicable',
  },
  {
    name: 'Intune issues it where the place is not known, and no policy names AD FS',
    evidence: [registry(empty), client(pc1, variant.scep)],
    scope: both,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:enabled': 'unknown', [idOf(pc1)]: 'not-applicable' },
  },
]);
