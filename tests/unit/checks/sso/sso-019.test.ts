import check from '../../../../src-main/checks/sso/sso-019-line-of-sight.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { pilotUsers } from '../dir/pilot-users';
import { answer, partitionsOf, state } from '../sites';

const forest = partitionsOf(['contoso.com']);
const both = partitionsOf(['contoso.com', 'emea.contoso.com']);
const srv = (domain = 'contoso.com', hosts = ['dc1', 'dc2']): EvidenceRecord =>
  answer(
    `_kerberos._tcp.${domain}`,
    'SRV',
    hosts.map((host) => `0 100 88 ${host}.${domain}`),
  );
const listUrl = 'http://pki.contoso.com/ca.crl';
const crl = record('pki.crl', listUrl, {
  issuer: 'CN=CA',
  thisUpdate: '2026-11-20T00:00:00Z',
  nextUpdate: '2026-11-27T00:00:00Z',
  revokedCount: 0,
  signatureAlgorithm: 'sha256WithRSAEncryption',
});
const joined = { joinTypes: { hybridJoined: true, entraJoined: true } };
const domain = 'domain:contoso.com';

const cases: readonly CheckCase[] = [
  {
    name: 'DNS, Kerberos and revocation lists',
    evidence: [forest, srv(), state('dc1.contoso.com'), state('dc2.contoso.com', 'refused'), crl],
    outcome: 'pass',
    says: ['As seen from this computer', '1 domain'],
    objects: { [domain]: 'pass', 'revocation-lists': 'pass' },
  },
  {
    name: 'DNS denies the name',
    evidence: [forest, answer('_kerberos._tcp.contoso.com', 'SRV', 'no-such-name'), crl],
    outcome: 'fail',
    severity: 'high',
    says: ['contoso.com', 'names no domain controller'],
  },
  {
    name: 'DNS has no such records',
    evidence: [forest, answer('_kerberos._tcp.contoso.com', 'SRV', 'empty'), crl],
    outcome: 'fail',
  },
  {
    name: 'DNS gave no answer',
    evidence: [forest, failed('dns.answer', '_kerberos._tcp.contoso.com srv', 'unreachable'), crl],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'DNS was not asked',
    evidence: [forest, state('dc1.contoso.com'), crl],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'every controller refuses',
    evidence: [forest, srv(), state('dc1.contoso.com', 'refused'), state('dc2.contoso.com', 'refused'), crl],
    outcome: 'fail',
    notes: { [domain]: 'refused' },
  },
  {
    name: 'controllers keep silent',
    evidence: [
      forest,
      srv(),
      state('dc1.contoso.com', 'silent'),
      failed('ad.controller-state', 'dc2.contoso.com', 'unreachable'),
      crl,
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'one refuses, the other was not tried',
    evidence: [forest, srv(), state('dc1.contoso.com', 'refused'), crl],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no revocation list was downloaded',
    evidence: [forest, srv(), state('dc1.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { 'revocation-lists': 'No revocation list' },
  },
  {
    name: 'a revocation list could not be downloaded',
    evidence: [
      forest,
      srv(),
      state('dc1.contoso.com'),
      crl,
      failed('pki.crl', 'http://old.contoso.com/x.crl', 'unreachable'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'a domain without pilot users does not matter',
    evidence: [
      both,
      pilotUsers({ 'contoso.com': 4 }),
      pilotUsers({}, 0, {}, 'emea.contoso.com'),
      srv(),
      state('dc1.contoso.com'),
      crl,
    ],
    outcome: 'pass',
    objects: { [domain]: 'pass', 'revocation-lists': 'pass' },
  },
  {
    name: 'a domain nobody counted may have pilot users',
    evidence: [both, pilotUsers({ 'contoso.com': 4 }), srv(), state('dc1.contoso.com'), crl],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [domain]: 'pass', 'domain:emea.contoso.com': 'unknown', 'revocation-lists': 'pass' },
  },
  {
    name: 'no pilot anywhere',
    evidence: [forest, pilotUsers({})],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No domain with pilot users'],
  },
];

describeCheck(check, [
  ...cases.map((one) => ({ ...one, scope: joined })),
  { name: 'no Entra-joined devices in scope', evidence: [forest], outcome: 'not-applicable' },
]);
