import check from '../../../../src-main/checks/pki/pki-006-controller-certificates.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { DescribedCertificate, HeldCertificate } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { describedAs, describedStore } from '../described';
import { controllerLeaf, controllersOf, dc1, dc2, shown } from './controllers';
import { controllerTemplate, templatesOf, usage } from './templates';

const oid = '1.3.6.1.4.1.311.21.8.1111.2222.1.33';
const templates = templatesOf([controllerTemplate({ cn: 'DCKerberos', oid })]);
const held = (
  changes: Parameters<typeof controllerLeaf>[1] = {},
  more: Partial<HeldCertificate> = { hasPrivateKey: true },
): HeldCertificate => ({ certificate: controllerLeaf(dc1, { templateOid: oid, ...changes }), ...more });
const store = (host: string, ...certificates: readonly HeldCertificate[]): EvidenceRecord =>
  record('host.certificates', `${host} machine`, { host, store: 'machine', certificates });

const told = (
  changes: Parameters<typeof controllerLeaf>[1] = {},
  more: DescribedCertificate = {},
): DescribedCertificate =>
  describedAs(controllerLeaf(dc1, { templateOid: oid, thumbprint: 'D2'.repeat(20), ...changes }), more);
const toldStore = (described: readonly DescribedCertificate[], ...certificates: readonly HeldCertificate[]) =>
  describedStore({ host: dc1, store: 'machine' }, described, certificates);

const [one, two] = [controllersOf([dc1]), controllersOf([dc1, dc2])];
const readOnly = controllersOf([dc1], forest, [dc1]);
const first = guid(300);
const entra = { joinTypes: { hybridJoined: true, entraJoined: true } };

describeCheck(check, [
  {
    name: 'a suitable certificate with its key in the store',
    evidence: [one, templates, store(dc1, held())],
    outcome: 'pass',
    says: ['1 domain controller checked'],
    objects: { [first]: 'pass' },
  },
  {
    name: 'a store that names its machine without domain',
    evidence: [one, templates, store('DC01', held())],
    outcome: 'pass',
  },
  {
    name: 'one suitable among others',
    evidence: [
      one,
      templates,
      store(dc1, held({ extendedKeyUsage: [usage.client] }), held({ notAfter: '2026-01-01T00:00:00.000Z' }), held()),
    ],
    outcome: 'pass',
  },
  {
    name: 'renewal due, which PKI-010 tells',
    evidence: [one, templates, store(dc1, held({ notAfter: '2026-12-22T15:00:00.000Z' }))],
    outcome: 'pass',
  },
  {
    name: 'an empty store',
    evidence: [one, templates, store(dc1)],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [first]: 'no certificate with a private key' },
    differs: [dc1],
  },
  {
    name: 'an empty store on a read-only controller',
    evidence: [readOnly, templates, store(dc1)],
    outcome: 'warning',
    says: ['is read-only'],
  },
  {
    name: 'a certificate without its key',
    evidence: [one, templates, store(dc1, held({}, { hasPrivateKey: false }))],
    outcome: 'fail',
  },
  {
    name: 'a certificate whose key was not told of',
    evidence: [one, templates, store(dc1, held({}, {}))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'expired',
    evidence: [one, templates, store(dc1, held({ notAfter: '2026-11-01T00:00:00.000Z' }))],
    outcome: 'fail',
    says: ['The only certificate with a key does not suit the KDC: it expired on 2026-11-01'],
  },
  {
    name: 'a web server certificate',
    evidence: [one, templates, store(dc1, held({ templateOid: undefined, extendedKeyUsage: [usage.server] }))],
    outcome: 'fail',
    says: ['lacks KDC Authentication and Smart Card Logon'],
  },
  {
    name: 'without KDC Authentication, hybrid joined only',
    evidence: [one, templates, store(dc1, held({ extendedKeyUsage: [usage.server, usage.client] }))],
    outcome: 'pass',
  },
  {
    name: 'without KDC Authentication, with Entra-joined devices',
    evidence: [one, templates, store(dc1, held({ extendedKeyUsage: [usage.server, usage.client] }))],
    scope: entra,
    outcome: 'fail',
  },
  {
    name: 'the name of another host',
    evidence: [one, templates, store(dc1, held({ dnsNames: ['olddc.contoso.com'] }))],
    outcome: 'fail',
    says: ['does not name the controller'],
  },
  {
    name: 'a template that cannot be resolved',
    evidence: [one, store(dc1, held({ extendedKeyUsage: [usage.server] }))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'seen on LDAPS only, in order',
    evidence: [one, templates, shown(dc1, { templateOid: oid })],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [first]: 'The certificate shown on LDAPS suits the KDC. Whether the KDC holds and uses it' },
  },
  {
    name: 'seen on LDAPS only, expired',
    evidence: [one, templates, shown(dc1, { notAfter: '2026-11-01T00:00:00.000Z' })],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [first]: 'Whether another one serves the KDC' },
  },
  {
    name: 'an exported file only',
    evidence: [one, templates, shown(dc1, { templateOid: oid }, 'file')],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [first]: 'The certificate in the file suits' },
  },
  {
    name: 'a controller that did not answer',
    evidence: [
      two,
      templates,
      store(dc1, held()),
      failed('pki.dc-certificate', dc2, 'unreachable', 'dc02 did not answer.'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    objects: { [first]: 'pass', [guid(301)]: 'unknown' },
  },
  { name: 'a controller without anything', evidence: [one], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a store of another machine',
    evidence: [one, templates, store('fs01.contoso.com', held())],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a domain nobody read',
    evidence: [one, templates, store(dc1, held())],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'an empty list of controllers', evidence: [controllersOf([])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'described, in order but for its dates',
    evidence: [one, templates, toldStore([told({}, { hasPrivateKey: true })])],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [first]: 'suits the KDC by its usages, names and template, but its dates are told in the language' },
  },
  {
    name: 'described without usages and names, as without -v',
    evidence: [one, templates, toldStore([{ thumbprint: 'D1'.repeat(20), provider: 'X' }])],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [first]: 'may suit the KDC: its usages, names and template could not be read' },
  },
  {
    name: 'described, each without its key',
    evidence: [one, templates, toldStore([told({}, { hasPrivateKey: false }), { hasPrivateKey: false }])],
    outcome: 'fail',
    notes: { [first]: 'no certificate with a private key' },
  },
  {
    name: 'described, none for the KDC',
    evidence: [
      one,
      templates,
      toldStore([
        told({ extendedKeyUsage: [usage.client] }),
        { usages: { extendedKeyUsage: [usage.smartCardLogon] } },
        { names: { dnsNames: ['olddc.contoso.com'], userPrincipalNames: [], uris: [] } },
        told({ signatureHash: 'SHA-1' }),
        told({ publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA 1024' } }, { hasPrivateKey: true }),
      ]),
    ],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [first]: 'None of 5 certificates with a key suits the KDC' },
    differs: [dc1],
  },
  {
    name: 'described, without KDC Authentication for Entra-joined devices',
    scope: entra,
    evidence: [one, templates, toldStore([told({ extendedKeyUsage: [usage.server, usage.client] })])],
    outcome: 'fail',
    says: ['lacks the usage KDC Authentication'],
  },
  {
    name: 'described, unsuitable, on a read-only controller',
    evidence: [readOnly, templates, toldStore([told({ dnsNames: ['olddc.contoso.com'] })])],
    outcome: 'warning',
  },
  {
    name: 'an ended one beside one that is described',
    evidence: [one, templates, toldStore([told()], held({ notAfter: '2026-01-01T00:00:00.000Z' }))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a suitable one beside some that are described',
    evidence: [one, templates, toldStore([{}, told({ dnsNames: [] })], held())],
    outcome: 'pass',
  },
  {
    name: 'described later than a collector read the store',
    evidence: [one, templates, { ...store(dc1, held()), collectedAt: '2026-11-20T09:00:00Z' }, toldStore([])],
    outcome: 'pass',
  },
]);
