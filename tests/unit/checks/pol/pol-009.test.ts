import check from '../../../../src-main/checks/pol/pol-009-single-authority.check';
import { describeCheck } from '../check-cases';
import { client, idOf, pc1, pc2, variant } from '../prv/clients';
import { computersIn, container, domain, hello, link, pilotUnit, policy, registry, unitId } from './policies';

const adfs = policy(1, 'WHFB Pilot', { machine: [hello('UseCertificateForOnPremAuth', 1)] });
const linked = [...domain([adfs], [container(pilotUnit, [link(adfs)])]), computersIn()];
const empty = policy(1, 'Baseline');
const free = [...domain([empty], [container(pilotUnit, [link(empty)])]), computersIn()];
const both = { policyChannel: 'both' } as const;

describeCheck(check, [
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
