import check from '../../../../src-main/checks/dev/dev-008-cloud-endpoints.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CloudEndpoint } from '../../../../src-shared/model/evidence/network';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { describeCheck, failed, record } from '../check-cases';
import { certificate } from '../pki/authorities';

const [signIn, deviceSignIn, registration, seamless] = [
  'login.microsoftonline.com',
  'device.login.microsoftonline.com',
  'enterpriseregistration.windows.net',
  'autologon.microsoftazuread-sso.com',
];
const sound: Omit<CloudEndpoint, 'host'> = {
  reachable: true,
  chain: [certificate({ isCa: false, issuer: 'CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1, O=DigiCert Inc, C=US' })],
  verification: { trusted: true, nameMatches: true, protocol: 'TLSv1.3' },
  hasPublicRoot: true,
};
const corporate = [certificate({ isCa: false, issuer: 'CN=Contoso Web Gateway, O=Contoso' })];
const closed = (host: string) => ({ reachable: false, chain: [], problem: `${host}:443 refused the connection.` });
const endpoint = (host: string, more: Partial<CloudEndpoint> = {}): EvidenceRecord => {
  const all = { host, ...sound, ...more };
  const { verification, hasPublicRoot, ...unreachable } = all;
  return record('entra.endpoint', host, all.reachable ? all : unreachable);
};
const but = (host: string, more: Partial<CloudEndpoint>): readonly EvidenceRecord[] =>
  [signIn, deviceSignIn, registration, seamless].map((each) => endpoint(each, each === host ? more : {}));
const all = but('', {});
const objects = (changed: Readonly<Record<string, Outcome>>): Readonly<Record<string, Outcome>> => ({
  ...Object.fromEntries([signIn, deviceSignIn, registration, seamless].map((host) => [`endpoint:${host}`, 'pass'])),
  ...changed,
});

describeCheck(check, [
  {
    name: 'all reachable with public certificates',
    evidence: all,
    outcome: 'pass',
    says: ['4 cloud endpoints checked', 'Test-DeviceRegConnectivity'],
    objects: objects({}),
  },
  {
    name: 'registration is closed',
    evidence: but(registration, closed(registration)),
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 4 cloud endpoints cannot be used', 'refused the connection'],
    objects: objects({ [`endpoint:${registration}`]: 'fail' }),
    differs: [registration],
  },
  {
    name: 'seamless single sign-on is closed, which not everybody needs',
    evidence: but(seamless, closed(seamless)),
    outcome: 'warning',
    says: ['needed where seamless single sign-on is used'],
  },
  {
    name: 'nothing can be reached, as without a proxy',
    evidence: [signIn, deviceSignIn, registration, seamless].map((host) => endpoint(host, closed(host))),
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['may need a proxy that clients have'],
  },
  {
    name: 'device sign-in is inspected by a gateway this computer trusts',
    evidence: but(deviceSignIn, { chain: corporate, hasPublicRoot: false }),
    outcome: 'warning',
    says: ['Contoso Web Gateway', 'certificate of the device cannot work'],
  },
  {
    name: 'sign-in is inspected by a gateway this computer trusts',
    evidence: but(signIn, { chain: corporate, hasPublicRoot: false }),
    outcome: 'warning',
  },
  {
    name: 'a gateway this computer does not trust',
    evidence: but(signIn, {
      chain: corporate,
      hasPublicRoot: false,
      verification: { trusted: false, nameMatches: true, protocol: 'TLSv1.2', errorCode: 'SELF_SIGNED_CERT_IN_CHAIN' },
    }),
    outcome: 'fail',
    says: ['does not trust'],
  },
  {
    name: 'a page that blocks, under its own name',
    evidence: but(signIn, { verification: { trusted: true, nameMatches: false, protocol: 'TLSv1.3' } }),
    outcome: 'fail',
    says: ['is for other names'],
  },
  {
    name: 'one endpoint not tried',
    evidence: all.slice(0, 3),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: objects({ [`endpoint:${seamless}`]: 'unknown' }),
  },
  {
    name: 'one endpoint cancelled',
    evidence: [...all.slice(0, 3), failed('entra.endpoint', seamless, 'not-collected', 'The run was cancelled.')],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [`endpoint:${seamless}`]: 'cancelled' },
  },
  {
    name: 'the cloud of the US Government has its own hosts',
    evidence: [
      'login.microsoftonline.us',
      'device.login.microsoftonline.us',
      'enterpriseregistration.microsoftonline.us',
    ].map((host) => endpoint(host)),
    outcome: 'pass',
    says: ['3 cloud endpoints checked'],
  },
  {
    name: 'a host of no cloud',
    evidence: [endpoint('login.example.com')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
]);
