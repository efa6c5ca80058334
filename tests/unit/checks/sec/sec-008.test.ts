import check from '../../../../src-main/checks/sec/sec-008-http-enrolment.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { EnrolmentEndpoint } from '../../../../src-shared/model/evidence/network';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority, caGuid, secondAuthority, secondCaGuid } from '../pki/authorities';

const host = 'ca01.contoso.com';
const cas = authoritiesOf([authority()]);
const paths = {
  'web-enrolment': '/certsrv/',
  ndes: '/certsrv/mscep/mscep.dll',
  'ndes-admin': '/certsrv/mscep_admin/',
  'enrolment-service': '/CA_CES_Kerberos/service.svc',
} as const;
const endpoint = (
  protocol: 'http' | 'https',
  kind: EnrolmentEndpoint['kind'],
  more: Partial<EnrolmentEndpoint>,
): EnrolmentEndpoint => ({
  kind,
  url: `${protocol}://${host}${paths[kind]}`,
  state: 'answers',
  authentication: [],
  isTls: protocol === 'https',
  ...more,
});
const asked = (...endpoints: readonly EnrolmentEndpoint[]): EvidenceRecord =>
  record('pki.enrolment-endpoints', host, { host, endpoints });
const absent = (['http', 'https'] as const).map((protocol) => endpoint(protocol, 'web-enrolment', { state: 'absent' }));
const ntlm = { status: 401, authentication: ['negotiate', 'ntlm'] };

describeCheck(check, [
  {
    name: 'nothing listens',
    evidence: [cas, asked(...absent)],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
    says: ['1 CA host checked'],
  },
  {
    name: 'NTLM over plain HTTP',
    evidence: [cas, asked(endpoint('http', 'web-enrolment', ntlm))],
    outcome: 'fail',
    severity: 'high',
    says: ['CA Web Enrollment takes Negotiate and NTLM over plain HTTP'],
    differs: ['Contoso Issuing CA 1'],
  },
  {
    name: 'Negotiate alone over plain HTTP',
    evidence: [cas, asked(endpoint('http', 'enrolment-service', { status: 401, authentication: ['negotiate'] }))],
    outcome: 'fail',
  },
  {
    name: 'an open page over plain HTTP',
    evidence: [cas, asked(endpoint('http', 'web-enrolment', { status: 200 }))],
    outcome: 'fail',
    says: ['is offered over plain HTTP'],
  },
  {
    name: 'a password in the clear',
    evidence: [cas, asked(endpoint('http', 'web-enrolment', { status: 401, authentication: ['basic'] }))],
    outcome: 'fail',
  },
  {
    name: 'HTTP leads to HTTPS without NTLM',
    evidence: [
      cas,
      asked(
        endpoint('http', 'web-enrolment', { status: 302 }),
        endpoint('https', 'web-enrolment', { status: 401, authentication: ['basic'] }),
      ),
    ],
    outcome: 'pass',
  },
  {
    name: 'HTTP refused because TLS is required',
    evidence: [cas, asked(endpoint('http', 'web-enrolment', { status: 403 }))],
    outcome: 'pass',
  },
  {
    name: 'NTLM over HTTPS, extended protection not visible',
    evidence: [cas, asked(...absent, endpoint('https', 'web-enrolment', ntlm))],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether IIS requires extended protection'],
  },
  {
    name: 'SCEP over plain HTTP is open by design',
    evidence: [cas, asked(endpoint('http', 'ndes', { status: 200 }))],
    outcome: 'pass',
  },
  {
    name: 'the administration page of NDES over HTTPS',
    evidence: [cas, asked(endpoint('https', 'ndes-admin', { status: 401, authentication: ['ntlm'] }))],
    outcome: 'warning',
    says: ['administration page of NDES can be reached'],
  },
  {
    name: 'the administration page of NDES over plain HTTP',
    evidence: [cas, asked(endpoint('http', 'ndes-admin', ntlm))],
    outcome: 'fail',
  },
  {
    name: 'a server that did not answer',
    evidence: [
      cas,
      asked(endpoint('http', 'web-enrolment', { state: 'silent', problem: 'ca01 did not answer in time.' })),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['did not answer in time'],
  },
  {
    name: 'a certificate that could not be verified',
    evidence: [
      cas,
      asked(endpoint('https', 'web-enrolment', { state: 'unverified', problem: 'The certificate is foreign.' })),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [caGuid]: 'The certificate is foreign.' },
  },
  {
    name: 'a server in trouble',
    evidence: [cas, asked(endpoint('https', 'web-enrolment', { status: 503 }))],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'a fault outweighs what is not known',
    evidence: [
      cas,
      asked(endpoint('https', 'web-enrolment', { state: 'silent' }), endpoint('http', 'web-enrolment', ntlm)),
    ],
    outcome: 'fail',
  },
  {
    name: 'one of two CA hosts',
    evidence: [
      authoritiesOf([authority(), secondAuthority()]),
      asked(...absent),
      record('pki.enrolment-endpoints', 'ca02.contoso.com', {
        host: 'ca02.contoso.com',
        endpoints: [endpoint('http', 'web-enrolment', ntlm)],
      }),
    ],
    outcome: 'fail',
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'fail' },
  },
  { name: 'nobody asked', evidence: [cas], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a host whose name nobody knows',
    evidence: [cas, failed('pki.enrolment-endpoints', host, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  { name: 'no CA', evidence: [authoritiesOf([])], outcome: 'not-applicable' },
  {
    name: 'a forest nobody read',
    evidence: [cas, asked(...absent)],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'HTTPS that refuses NTLM without channel binding',
    evidence: [
      cas,
      asked(...absent.slice(0, 1), endpoint('https', 'web-enrolment', { ...ntlm, demandsChannelBinding: true })),
    ],
    outcome: 'pass',
  },
  {
    name: 'HTTPS that takes NTLM without channel binding',
    evidence: [cas, asked(endpoint('https', 'web-enrolment', { ...ntlm, demandsChannelBinding: false }))],
    outcome: 'fail',
    says: ['without extended protection'],
  },
]);
