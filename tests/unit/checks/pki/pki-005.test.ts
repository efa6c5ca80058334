import check from '../../../../src-main/checks/pki/pki-005-ntauth-listing.check';
import { describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import {
  authoritiesOf,
  authority,
  caGuid,
  certificate,
  ntAuthOf,
  olderCertificate,
  secondAuthority,
  secondCaGuid,
} from './authorities';
import { builtInTemplates, controllerTemplate, helloTemplate, templatesOf } from './templates';

const templates = templatesOf([...builtInTemplates, helloTemplate(), controllerTemplate()]);
const foreign = certificate({
  thumbprint: 'F0'.repeat(20),
  subject: 'CN=Fabrikam CA',
  subjectKeyIdentifier: '77'.repeat(20),
});
const renewed = authority({ certificates: [certificate(), olderCertificate()] });

describeCheck(check, [
  {
    name: 'the current certificate is listed',
    evidence: [authoritiesOf([authority()]), ntAuthOf([foreign, certificate()]), templates],
    outcome: 'pass',
    says: ['1 issuing CA checked'],
    objects: { [caGuid]: 'pass' },
  },
  {
    name: 'it is missing',
    evidence: [authoritiesOf([authority()]), ntAuthOf([foreign]), templates],
    outcome: 'fail',
    severity: 'blocker',
    says: ['Contoso Issuing CA 1'],
    notes: { [caGuid]: 'not listed' },
  },
  {
    name: 'a renewed CA, both generations listed',
    evidence: [authoritiesOf([renewed]), ntAuthOf([certificate(), olderCertificate()]), templates],
    outcome: 'pass',
  },
  {
    name: 'a renewed CA with a new key, only the old generation listed',
    evidence: [authoritiesOf([renewed]), ntAuthOf([olderCertificate()]), templates],
    outcome: 'fail',
    notes: { [caGuid]: 'another key' },
  },
  {
    name: 'a renewed CA with the same key, only the old generation listed',
    evidence: [
      authoritiesOf([
        authority({ certificates: [certificate(), olderCertificate({ subjectKeyIdentifier: 'AB'.repeat(20) })] }),
      ]),
      ntAuthOf([olderCertificate({ subjectKeyIdentifier: 'AB'.repeat(20) })]),
      templates,
    ],
    outcome: 'warning',
    notes: { [caGuid]: 'same key' },
  },
  {
    name: 'no NTAuthCertificates object',
    evidence: [authoritiesOf([authority()]), ntAuthOf([], { objectFound: false }), templates],
    outcome: 'fail',
    notes: { [caGuid]: 'no NTAuthCertificates object' },
  },
  {
    name: 'the object without a readable certificate',
    evidence: [authoritiesOf([authority()]), ntAuthOf([]), templates],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'missing, but an entry cannot be decoded',
    evidence: [authoritiesOf([authority()]), ntAuthOf([foreign], { unreadableCertificates: 1 }), templates],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a CA whose certificate cannot be decoded',
    evidence: [
      authoritiesOf([authority({ certificates: [], unreadableCertificates: 1 })]),
      ntAuthOf([foreign]),
      templates,
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a CA that issues no logon certificates does not matter',
    evidence: [
      authoritiesOf([authority(), secondAuthority({ templates: ['WebServer'] })]),
      ntAuthOf([certificate()]),
      templatesOf([
        ...builtInTemplates,
        helloTemplate(),
        controllerTemplate({
          cn: 'WebServer',
          flags: 66113,
          extendedKeyUsage: [],
          applicationPolicies: [],
          supersedes: [],
        }),
      ]),
    ],
    outcome: 'pass',
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'not-applicable' },
  },
  {
    name: 'a CA that publishes a template nobody can see may matter',
    evidence: [
      authoritiesOf([authority(), secondAuthority({ templates: ['Hidden'] })]),
      ntAuthOf([certificate()]),
      templates,
    ],
    outcome: 'fail',
    says: ['1 of 2 issuing CAs is missing', 'Contoso Issuing CA 2'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'fail' },
  },
  {
    name: 'without templates every CA matters',
    evidence: [authoritiesOf([authority(), secondAuthority({ templates: ['WebServer'] })]), ntAuthOf([certificate()])],
    outcome: 'fail',
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'fail' },
  },
  {
    name: 'before any template is published every CA matters',
    evidence: [authoritiesOf([authority({ templates: [] })]), ntAuthOf([foreign]), templates],
    outcome: 'fail',
  },
  {
    name: 'NTAuthCertificates of a second forest refused',
    evidence: [
      authoritiesOf([authority()]),
      ntAuthOf([certificate()]),
      templates,
      authoritiesOf([secondAuthority()], 'fabrikam.com'),
      failed('ad.nt-auth', 'fabrikam.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'unknown' },
  },
  {
    name: 'a forest whose CAs were not read',
    evidence: [authoritiesOf([authority()]), ntAuthOf([certificate()]), templates],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [caGuid]: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'no CA',
    evidence: [authoritiesOf([]), ntAuthOf([foreign]), templates],
    outcome: 'not-applicable',
    says: ['PKI-001'],
  },
  {
    name: 'denied',
    evidence: [authoritiesOf([authority()]), failed('ad.nt-auth', forest, 'access-denied'), templates],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
