import check from '../../../../src-main/checks/sso/sso-007-strict-kdc-validation.check';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed } from '../check-cases';
import { authoritiesWith, controllerWith, dead, download } from '../pki/chain-evidence';
import { controllerId, controllersOf, dc1, dc2 } from '../pki/controllers';
import { usage } from '../pki/templates';
import { TestAuthority } from '../pki/test-authority';

const http = 'http://crl.contoso.com/cdp/CA.crl';
const week = { thisUpdate: '2026-11-20T17:00:00Z', nextUpdate: '2026-11-28T05:00:00Z' };
const root = await TestAuthority.root('Contoso Root CA');
const issuing = await root.subordinate('Contoso Issuing CA 1');
const known = authoritiesWith([issuing.facts], [root.facts]);
const list = download(await issuing.list(week), http);

/** Signed for real; the key is said to be RSA, which the generator of these tests does not make. */
const leaf = async (more: Parameters<TestAuthority['leaf']>[0] = {}): Promise<CertificateFacts> => ({
  ...(await issuing.leaf({
    cdp: [http],
    dnsNames: [dc1, 'contoso.com'],
    usages: [usage.server, usage.client, usage.kdc],
    ...more,
  })),
  publicKey: { algorithm: 'RSA', bits: 2048, name: 'RSA 2048' },
});
const good = await leaf();
const shown = (certificate: CertificateFacts) => controllerWith(certificate, dc1);
const scope = { joinTypes: { hybridJoined: true, entraJoined: true } };
const revoked = await leaf();

describeCheck(check, [
  {
    name: 'every condition holds',
    evidence: [shown(good), known, list],
    scope,
    outcome: 'pass',
    decisive: ['pki.crl revokedSerials'],
    says: ['SSO-006'],
    objects: { [controllerId(dc1)]: 'pass' },
  },
  { name: 'hybrid joined devices only', evidence: [shown(good), known, list], outcome: 'not-applicable' },
  {
    name: 'an HTTP address after LDAP still gives the list',
    evidence: [shown(await leaf({ cdp: ['ldap:///CN=x', http] })), known, list],
    scope,
    outcome: 'pass',
  },
  {
    name: 'without KDC Authentication',
    evidence: [shown(await leaf({ usages: [usage.server, usage.client] })), known, list],
    scope,
    outcome: 'fail',
    severity: 'blocker',
    says: ['KDC Authentication is missing'],
    differs: [dc1],
  },
  {
    name: 'without the name of the domain',
    evidence: [shown(await leaf({ dnsNames: [dc1] })), known, list],
    scope,
    outcome: 'fail',
    says: ['contoso.com, is missing'],
  },
  {
    name: 'SHA-1 and RSA 1024',
    evidence: [
      shown({ ...good, signatureHash: 'SHA-1', publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA 1024' } }),
      known,
      list,
    ],
    scope,
    outcome: 'fail',
    says: ['the key RSA 1024 and a SHA-1 signature'],
  },
  {
    name: 'an elliptic curve',
    evidence: [shown({ ...good, publicKey: { algorithm: 'EC', bits: 256, name: 'EC P-256' } }), known, list],
    scope,
    outcome: 'warning',
  },
  {
    name: 'an unknown signature algorithm',
    evidence: [shown({ ...good, signatureHash: 'unknown' }), known, list],
    scope,
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'expired',
    evidence: [shown({ ...good, notAfter: '2026-11-20T00:00:00.000Z' }), known, list],
    scope,
    outcome: 'fail',
    says: ['expired on 2026-11-20'],
  },
  {
    name: 'not valid yet',
    evidence: [shown({ ...good, notBefore: '2026-12-01T00:00:00.000Z' }), known, list],
    scope,
    outcome: 'fail',
  },
  {
    name: 'revoked',
    evidence: [shown(revoked), known, download(await issuing.list({ ...week, revoked: [revoked.serialNumber] }), http)],
    scope,
    outcome: 'fail',
    says: ['It was revoked'],
  },
  {
    name: 'LDAP only',
    evidence: [shown(await leaf({ cdp: ['ldap:///CN=x'] })), known, list],
    scope,
    outcome: 'fail',
    says: ['LDAP addresses only'],
  },
  {
    name: 'a dead web server',
    evidence: [shown(good), known, dead(http)],
    scope,
    outcome: 'fail',
    says: ['did not answer'],
  },
  {
    name: 'a list nobody has fetched',
    evidence: [shown(good), known],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a chain that ends before the root',
    evidence: [shown(good), authoritiesWith([issuing.facts], []), list],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [controllerId(dc1)]: 'chain ends before a root' },
  },
  {
    name: 'two faults are both told',
    evidence: [shown(await leaf({ dnsNames: [dc1], usages: [usage.server] })), known],
    scope,
    outcome: 'fail',
    notes: { [controllerId(dc1)]: 'KDC Authentication is missing. The name of the domain, contoso.com, is missing. ' },
  },
  {
    name: 'a controller that did not answer',
    evidence: [shown(good), known, list, failed('pki.dc-certificate', dc2, 'unreachable'), controllersOf([dc1, dc2])],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'unknown' },
  },
]);
