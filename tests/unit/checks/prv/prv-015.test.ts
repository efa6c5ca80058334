import check from '../../../../src-main/checks/prv/prv-015-waiting-time.check';
import { describeCheck, failed, record } from '../check-cases';
import { describedStore } from '../described';
import { certificate } from '../pki/authorities';
import { events } from './client-hosts';
import { idOf, pc1, pc2 } from './clients';

const passport = 'Microsoft Passport Key Storage Provider';
const registered = (host: string, time = '2026-11-22T08:00:00.000Z') =>
  events(host, [{ id: 300, time, parameters: [] }]);
/** A CA dates back by ten minutes: 07:52 is a certificate of 08:02. */
const held = (host: string, notBefore: string, provider: string | undefined = passport) =>
  record('host.certificates', `${host} user`, {
    host,
    store: 'user',
    certificates: [{ certificate: certificate({ notBefore }), ...(provider === undefined ? {} : { provider }) }],
  });
const toldStore = (notBefore: string) =>
  describedStore(
    { host: pc1, store: 'user' },
    [{ provider: passport }],
    [{ certificate: certificate({ notBefore }), provider: passport }],
  );
const openId = (...capabilities: readonly (readonly string[])[]) =>
  record('adfs.openid-configuration', 'fs.contoso.com', {
    host: 'fs.contoso.com',
    answers: capabilities.map((list) => ({
      issuer: 'https://fs.contoso.com/adfs',
      scopesSupported: [],
      sha256: '0'.repeat(64),
      capabilities: list,
    })),
  });
const farm = 'federation-service:fs.contoso.com';

describeCheck(check, [
  {
    name: 'two minutes',
    evidence: [registered(pc1), held(pc1, '2026-11-22T07:52:00Z')],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
    says: ['2 minutes'],
  },
  {
    name: 'at once, by a CA that dates back further',
    evidence: [registered(pc1), held(pc1, '2026-11-22T07:45:00Z')],
    outcome: 'pass',
  },
  { name: 'a quarter of an hour', evidence: [registered(pc1), held(pc1, '2026-11-22T08:05:00Z')], outcome: 'info' },
  {
    name: 'more than half an hour',
    evidence: [registered(pc1), held(pc1, '2026-11-22T08:25:00Z'), registered(pc2), held(pc2, '2026-11-22T07:51:00Z')],
    outcome: 'warning',
    objects: { [idOf(pc1)]: 'warning', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'what was measured counts more than what is announced',
    evidence: [registered(pc1), held(pc1, '2026-11-22T07:51:00Z'), openId(['winhello_cert'])],
    outcome: 'pass',
  },
  {
    name: 'a certificate of an earlier set-up, key receipts announced',
    evidence: [registered(pc1), held(pc1, '2026-11-01T08:00:00Z'), openId(['winhello_cert', 'winhello_cert_kr'])],
    outcome: 'pass',
    objects: { [farm]: 'pass' },
  },
  {
    name: 'a certificate of another provider',
    evidence: [registered(pc1), held(pc1, '2026-11-22T07:52:00Z', 'Microsoft Software Key Storage Provider')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'registration authority without key receipts',
    evidence: [openId(['winhello_cert', 'winhello_cert_kr'], ['winhello_cert'])],
    outcome: 'warning',
    says: ['next synchronisation'],
  },
  { name: 'no registration authority', evidence: [openId(['kdf_ver2'])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'denied',
    evidence: [failed('host.events', pc1, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a late one beside one without dates',
    evidence: [registered(pc1), toldStore('2026-11-22T08:25:00Z')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an early one beside one without dates',
    evidence: [registered(pc1), toldStore('2026-11-22T07:52:00Z')],
    outcome: 'pass',
  },
]);
