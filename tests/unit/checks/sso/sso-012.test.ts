import check from '../../../../src-main/checks/sso/sso-012-ndes-web-server.check';
import type { NdesServer } from '../../../../src-shared/model/evidence/ndes';
import type { EnrolmentEndpoint } from '../../../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { describedAs, describedStore } from '../described';
import { certificate } from '../pki/authorities';
import { certificateProfiles, scepProfile } from '../pol/intune';
import { machineStoreOf, ndesHost, ndesServer, ndesScope as scope } from './ndes';

const id = `host:${ndesHost}`;
const good: Partial<NdesServer> = {
  maxFieldLength: 65_534,
  maxRequestBytes: 65_534,
  maxUrl: 65_534,
  maxQueryString: 65_534,
};
const web = (more: Partial<CertificateFacts> = {}, hasPrivateKey = true) => ({
  certificate: certificate({
    dnsNames: [ndesHost, 'scep.contoso.com'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
    notAfter: '2028-01-01T00:00:00Z',
    ...more,
  }),
  hasPrivateKey,
});
const profiles = certificateProfiles(
  scepProfile({
    scepServerUrls: [
      'https://scep.contoso.com/certsrv/mscep/mscep.dll',
      'https://ndes-contoso.msappproxy.net/certsrv/mscep/mscep.dll',
    ],
  }),
);
const seen = (status: number, more: Partial<EnrolmentEndpoint> = {}) =>
  record('pki.enrolment-endpoints', ndesHost, {
    host: ndesHost,
    endpoints: [
      {
        kind: 'ndes',
        url: `https://${ndesHost}/certsrv/mscep/mscep.dll`,
        state: 'answers',
        status,
        authentication: [],
        isTls: true,
        ...more,
      },
    ],
  });
const having = (
  server: Partial<NdesServer> = {},
  held = [web()],
  answer: CheckCase['evidence'] = [seen(403)],
): CheckCase['evidence'] => [ndesServer({ ...good, ...server }), machineStoreOf(held), profiles, ...answer];
const told = (
  described: Parameters<typeof describedStore>[1],
  held: readonly ReturnType<typeof web>[] = [],
): CheckCase['evidence'] => [
  ndesServer(good),
  describedStore({ host: ndesHost, store: 'machine' }, described, held),
  profiles,
  seen(403),
];
const answering = (status: number, more: Partial<EnrolmentEndpoint> = {}): CheckCase['evidence'] =>
  having({}, [web()], [seen(status, more)]);
const one = (
  name: string,
  evidence: CheckCase['evidence'],
  outcome: 'pass' | 'fail' | 'warning' | 'unknown',
  note = '',
): CheckCase => ({
  name,
  scope,
  evidence,
  outcome,
  ...(outcome === 'unknown' ? { reason: 'not-collected' } : {}),
  objects: { [id]: outcome },
  notes: { [id]: note },
});
const without = (...keys: readonly (keyof NdesServer)[]): CheckCase['evidence'] => {
  const kept = Object.fromEntries(Object.entries(good).filter(([key]) => !keys.some((each) => each === key)));
  return [ndesServer(kept), machineStoreOf([web()]), profiles, seen(403)];
};

describeCheck(check, [
  { ...one('as in the guide', having(), 'pass'), decisive: ['host.certificates certificates.*.hasPrivateKey'] },
  one('higher limits', having({ maxRequestBytes: 16_777_216 }), 'pass'),
  one('a wildcard certificate', having({}, [web({ dnsNames: ['*.contoso.com'] })]), 'pass'),
  one(
    'limits of the registry not set',
    without('maxFieldLength', 'maxRequestBytes'),
    'warning',
    'MaxFieldLength and MaxRequestBytes',
  ),
  one(
    'limits of IIS by default',
    having({ maxUrl: 4096, maxQueryString: 2048 }),
    'warning',
    'maxUrl and maxQueryString',
  ),
  one('limits of IIS not read', without('maxUrl', 'maxQueryString'), 'unknown', 'did not tell maxUrl'),
  one('an error of the server', answering(500), 'fail', 'answers 500'),
  one('the page of a server without connector', answering(200), 'warning', 'still shows its page'),
  one('another answer', answering(401), 'warning', 'answers 401'),
  one('nothing at the address', answering(404, { state: 'absent' }), 'fail', 'does not answer'),
  one('no answer in time', answering(403, { state: 'silent' }), 'unknown', 'was not asked'),
  one('an answer without TLS does not count', answering(403, { isTls: false }), 'unknown', 'was not asked'),
  one(
    'an answer of another host',
    answering(403, { url: 'https://ca01.contoso.com/certsrv/mscep/mscep.dll' }),
    'unknown',
  ),
  one('not asked', having({}, [web()], []), 'unknown', 'was not asked'),
  {
    ...one(
      'a certificate this machine does not trust',
      answering(403, { state: 'unverified' }),
      'unknown',
      'not be verified',
    ),
    reason: 'unreachable',
  },
  one(
    'a certificate of another name',
    having({}, [web({ dnsNames: ['web.fabrikam.com'] })]),
    'fail',
    'no valid certificate',
  ),
  one('an ended certificate', having({}, [web({ notAfter: '2026-01-01T00:00:00Z' })]), 'fail'),
  one('a certificate not for servers', having({}, [web({ extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] })]), 'fail'),
  one('a certificate without its key', having({}, [web({}, false)]), 'fail'),
  one('the outer name is missing', having({}, [web({ dnsNames: [ndesHost] })]), 'warning', 'scep.contoso.com'),
  one(
    'store not read',
    [
      ndesServer(good),
      record('host.certificates', `${ndesHost} user`, { host: ndesHost, store: 'user', certificates: [] }),
      profiles,
      seen(403),
    ],
    'unknown',
    'was not asked for the certificates',
  ),
  {
    name: 'denied',
    scope,
    evidence: [failed('ndes.server', ndesHost, 'access-denied'), machineStoreOf([web()])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'NDES not in scope', evidence: having(), outcome: 'not-applicable' },
  {
    name: 'a certificate that is described and names it',
    scope,
    evidence: told([describedAs(web().certificate)]),
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id]: 'may have a certificate for HTTPS with its own name, but its dates' },
  },
  one(
    'a described one of another name',
    told([describedAs({ ...web().certificate, dnsNames: ['x.contoso.com'] })]),
    'fail',
  ),
  one('a described one without its key', told([describedAs(web().certificate, { hasPrivateKey: false })]), 'fail'),
  {
    name: 'a described one that may have the name devices call',
    scope,
    evidence: told([{}], [web({ dnsNames: [ndesHost] })]),
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id]: 'may have a certificate that names scep.contoso.com' },
  },
  one('a good one beside what is described', told([{}], [web()]), 'pass'),
]);
