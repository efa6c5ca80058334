import check from '../../../../src-main/checks/prv/prv-010-sign-in-certificate.check';
import type { EvidenceHeader } from '../../../../src-shared/model/evidence';
import type { HeldCertificate } from '../../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { describedAs, describedStore } from '../described';
import { TestAuthority } from '../pki/test-authority';
import { clientWithoutCheck, idOf, pc1, pc2, pilotComputers, pilotScope } from './clients';

const passport = 'Microsoft Passport Key Storage Provider';
const root = await TestAuthority.root('Contoso Root CA');
const authority = await root.subordinate('Contoso Issuing CA 1');
const foreign = await (await TestAuthority.root('Fabrikam Root CA')).subordinate('Fabrikam CA');
const name = { userPrincipalNames: ['imke.brandt@contoso.com'] };

const leafOf = async (issuer: TestAuthority, notAfter: string): Promise<CertificateFacts> => ({
  ...(await issuer.leaf({
    notBefore: '2026-01-01T00:00:00Z',
    notAfter,
    usages: ['1.3.6.1.4.1.311.20.2.2'],
  })),
  ...name,
});
const good = await leafOf(authority, '2027-10-01T00:00:00Z');
const renewalDue = await leafOf(authority, '2026-12-20T00:00:00Z');
const ended = await leafOf(authority, '2026-11-01T00:00:00Z');
const ofForeign = await leafOf(foreign, '2027-10-01T00:00:00Z');

const held = (certificate: CertificateFacts, provider: string | undefined = passport): HeldCertificate => ({
  certificate,
  hasPrivateKey: true,
  ...(provider === undefined ? {} : { provider }),
});
const without = (certificate: CertificateFacts): HeldCertificate => ({ certificate, hasPrivateKey: true });
const storeAt = (host: string, certificates: readonly HeldCertificate[], header: Partial<EvidenceHeader> = {}) =>
  record(
    'host.certificates',
    `${host} user`,
    { host, store: 'user', owner: 'CONTOSO\\imke.brandt', certificates },
    header,
  );
const store = (...certificates: readonly HeldCertificate[]) => storeAt(pc1, certificates);
const told = (described: Parameters<typeof describedStore>[1], certificates: readonly HeldCertificate[] = []) =>
  describedStore({ host: pc1, store: 'user', owner: 'CONTOSO\\imke.brandt' }, described, certificates);
const ntAuth = record('ad.nt-auth', forest, {
  objectFound: true,
  certificates: [authority.facts],
  unreadableCertificates: 0,
});
const done = clientWithoutCheck(pc1, { NgcSet: 'YES' });
const base = [ntAuth, done];
const registeredAt = (time: string) =>
  record('host.events', `${pc1} x`, {
    host: pc1,
    log: 'Microsoft-Windows-User Device Registration/Admin',
    events: [{ id: 300, time, parameters: [] }],
  });

describeCheck(check, [
  { name: 'in order', evidence: [store(held(good)), ...base], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  { name: 'an ended one beside it', evidence: [store(held(ended), held(good)), ...base], outcome: 'pass' },
  {
    name: 'renewal due',
    evidence: [store(held(renewalDue)), ...base],
    outcome: 'warning',
    severity: 'medium',
    says: ['renewal is due'],
  },
  {
    name: 'two valid ones',
    evidence: [store(held(good), held(renewalDue)), ...base],
    outcome: 'warning',
    says: ['2 valid'],
  },
  { name: 'ended', evidence: [store(held(ended)), ...base], outcome: 'fail', severity: 'blocker', says: ['ended'] },
  {
    name: 'not valid yet',
    evidence: [store(held({ ...good, notBefore: '2026-12-01T00:00:00Z' })), ...base],
    outcome: 'fail',
    says: ['not valid before'],
  },
  {
    name: 'of somebody else',
    evidence: [store(held({ ...good, userPrincipalNames: ['jörg@contoso.com'] })), ...base],
    outcome: 'fail',
    says: ['jörg@contoso.com'],
  },
  {
    name: 'of somebody, in the store of nobody knows whom',
    evidence: [
      record('host.certificates', `${pc1} user`, {
        host: pc1,
        store: 'user',
        certificates: [held({ ...good, userPrincipalNames: ['jörg@contoso.com'] })],
      }),
      ...base,
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whose store'],
  },
  {
    name: 'without a name',
    evidence: [store(held({ ...good, userPrincipalNames: [] })), ...base],
    outcome: 'fail',
    says: ['nobody'],
  },
  {
    name: 'of a CA outside NTAuth',
    evidence: [store(held(ofForeign)), ...base],
    outcome: 'fail',
    says: ['not in NTAuth'],
  },
  { name: 'NTAuth not read', evidence: [store(held(good)), done], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'NTAuth denied',
    evidence: [store(held(good)), done, failed('ad.nt-auth', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'NTAuth damaged',
    evidence: [
      store(held(ofForeign)),
      done,
      record('ad.nt-auth', forest, { objectFound: true, certificates: [authority.facts], unreadableCertificates: 1 }),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'name of the user not read',
    evidence: [store(held(good)), ntAuth],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['cannot be compared'],
  },
  {
    name: 'dsregcmd of another user of the client',
    evidence: [
      store(held(good)),
      ntAuth,
      clientWithoutCheck(pc1, { NgcSet: 'YES', 'Executing Account Name': 'CONTOSO\\admin, admin@contoso.com' }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'provider not told',
    evidence: [store(without(good)), ...base],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['provider'],
  },
  {
    name: 'of a smart card only, key made long before',
    evidence: [
      store(held(good, 'Microsoft Base Smart Card Crypto Provider')),
      ...base,
      registeredAt('2026-11-20T07:00:00Z'),
    ],
    outcome: 'fail',
    says: ['of another provider'],
  },
  {
    name: 'none an hour after the capture',
    evidence: [storeAt(pc1, [], { collectedAt: '2026-11-22T11:00:00Z' }), ...base],
    outcome: 'fail',
    says: ['NgcSet : YES'],
  },
  { name: 'none, perhaps too early', evidence: [store(), ...base], outcome: 'warning', says: ['yet'] },
  {
    name: 'none, key just registered',
    evidence: [store(), ...base, registeredAt('2026-11-22T08:30:00Z')],
    outcome: 'warning',
  },
  {
    name: 'none, and whether Hello is set up not read',
    evidence: [store(), ntAuth],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Hello not set up',
    evidence: [store(), ntAuth, clientWithoutCheck(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'the store of the machine',
    evidence: [
      record('host.certificates', `${pc1} machine`, { host: pc1, store: 'machine', certificates: [held(good)] }),
      ...base,
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a client outside the pilot',
    evidence: [
      store(held(good)),
      storeAt(pc2, []),
      ...base,
      clientWithoutCheck(pc2, { NgcSet: 'YES' }),
      pilotComputers('pc0417'),
    ],
    scope: pilotScope,
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'described, with its name',
    evidence: [told([describedAs(good, { provider: passport })]), ...base],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [idOf(pc1)]: 'It holds 1 certificate of Hello, but its dates' },
  },
  {
    name: 'described, of somebody else',
    evidence: [
      told([describedAs({ ...good, userPrincipalNames: ['jörg@contoso.com'] }, { provider: passport })]),
      ...base,
    ],
    outcome: 'fail',
    says: ['jörg@contoso.com'],
  },
  {
    name: 'described beside an ended one',
    evidence: [told([{ provider: passport }], [held(ended)]), ...base],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['perhaps for sign-in'],
  },
  {
    name: 'described, none for sign-in',
    evidence: [
      told([describedAs({ ...good, extendedKeyUsage: ['1.3.6.1.5.5.7.3.4'] }, { provider: passport })]),
      ...base,
      registeredAt('2026-11-22T06:00:00.000Z'),
    ],
    outcome: 'fail',
    says: ['holds no certificate of it'],
  },
  {
    name: 'described, of an unknown provider',
    evidence: [told([describedAs(good)]), ...base],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['which provider'],
  },
  {
    name: 'described, of an unknown provider, beside an ended one',
    evidence: [told([describedAs(good)], [held(ended)]), ...base],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['which provider'],
  },
  {
    name: 'described, of an unknown provider, beside one in order',
    evidence: [told([describedAs(ended)], [held(good)]), ...base],
    outcome: 'pass',
  },
]);
