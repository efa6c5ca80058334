import check from '../../../../src-main/checks/sec/sec-006-pki-objects.check';
import { classGuid } from '../../../../src-main/knowledge/access-rights';
import type { SecuredObject } from '../../../../src-shared/model/evidence/access';
import { describeCheck, failed, record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import { authoritiesOf, certificate } from '../pki/authorities';
import { allow, descriptor, privilegedGroup, rid, sidOf } from '../principals';
import { secured, services } from './access-control';
import { authorityComputerCases } from './authority-computer-cases';
import { caComputer, having, helpdesk, operators, own, searched } from './authority-forest';

const ca = `CN=Contoso Issuing CA 1,CN=Enrollment Services,${services}`;
const foreign = certificate({ thumbprint: 'FE'.repeat(20), subject: 'CN=Lab Root CA' });
const caOwned = (...entries: Parameters<typeof descriptor>[0] & object): SecuredObject =>
  secured(403, 'enrollment-services', ca, descriptor(entries));

describeCheck(check, [
  {
    name: 'administrators only',
    evidence: having({}),
    outcome: 'pass',
    says: [
      'Only Tier 0 and the CAs themselves can change the 6 PKI objects',
      'only Tier 0 and the key administrators can take over the 1 computer account of CAs',
    ],
    counts: { pass: 7 },
    notes: { [guid(501)]: 'Only Tier 0 and the key administrators may take it over' },
  },
  {
    name: 'full control of NTAuthCertificates for a group',
    evidence: having({
      changes: [secured(404, 'nt-auth', `CN=NTAuthCertificates,${services}`, descriptor([allow(helpdesk, 0xf_01ff)]))],
    }),
    outcome: 'fail',
    says: ['1 of 6 PKI objects is open to accounts outside Tier 0', 'CONTOSO\\Helpdesk (full control)'],
    notes: { [guid(404)]: 'CONTOSO\\Helpdesk (full control) may change it' },
  },
  {
    name: 'new CAs may be added by everybody',
    evidence: having({
      changes: [
        secured(
          402,
          'enrollment-services',
          `CN=Enrollment Services,${services}`,
          descriptor([allow('S-1-5-11', 0x1, { objectType: classGuid.enrollmentService })]),
        ),
      ],
    }),
    outcome: 'fail',
    says: ['Authenticated Users (this right)'],
  },
  {
    name: 'new templates may be added by a group',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(helpdesk, 0x1)]),
        ),
      ],
    }),
    outcome: 'fail',
  },
  {
    name: 'children of another class',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(helpdesk, 0x1, { objectType: classGuid.user })]),
        ),
      ],
    }),
    outcome: 'pass',
  },
  {
    name: 'the CA on its own object',
    evidence: having({ changes: [caOwned(allow(sidOf(1800), 0xf_01ff))] }),
    outcome: 'pass',
  },
  {
    name: 'the CA on the container of templates',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(sidOf(1800), 0xf_01ff)]),
        ),
      ],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Cert Publishers with only the CA in it',
    evidence: having({
      changes: [caOwned(allow(sidOf(517), 0xf_01ff))],
      principals: { privilegedGroups: [operators(), privilegedGroup('Cert Publishers', 517, [caComputer])] },
    }),
    outcome: 'pass',
  },
  {
    name: 'Cert Publishers with somebody else in it',
    evidence: having({
      changes: [caOwned(allow(sidOf(517), 0xf_01ff))],
      principals: { privilegedGroups: [privilegedGroup('Cert Publishers', 517, [caComputer, `CN=Otto,${forestDn}`])] },
    }),
    outcome: 'fail',
    says: ['CONTOSO\\Cert Publishers'],
  },
  {
    name: 'an account without a name on the object of a CA whose computer was not found',
    evidence: having({ changes: [caOwned(allow(sidOf(rid.unseen), 0xf_01ff))], host: 'other.contoso.com' }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [guid(403)]: 'not known whether they belong to Tier 0' },
  },
  {
    name: 'an account without a name although the computers of all CAs were found',
    evidence: having({ changes: [caOwned(allow(sidOf(rid.unseen), 0xf_01ff))] }),
    outcome: 'fail',
    notes: { [guid(403)]: sidOf(rid.unseen) },
  },
  {
    name: 'permissions that are not visible',
    evidence: having({ changes: [secured(403, 'enrollment-services', ca, undefined)] }),
    outcome: 'unknown',
    reason: 'access-denied',
    objects: Object.fromEntries(
      [401, 402, 403, 404, 405, 406, 501].map((n) => [guid(n), n === 403 ? 'unknown' : 'pass']),
    ),
  },
  {
    name: 'a certificate of no known CA in NTAuthCertificates',
    evidence: having({ certificates: [own, foreign] }),
    outcome: 'warning',
    says: ['lists 1 certificate of no CA known here: CN=Lab Root CA'],
    differs: ['CN=Lab Root CA'],
  },
  {
    name: 'one that has expired',
    evidence: having({ certificates: [own, { ...foreign, notAfter: '2020-01-01T00:00:00.000Z' }] }),
    outcome: 'pass',
  },
  {
    name: 'a value of NTAuthCertificates that cannot be decoded',
    evidence: having({}).map((piece) =>
      piece.kind === 'ad.nt-auth'
        ? record('ad.nt-auth', forest, { objectFound: true, certificates: [own], unreadableCertificates: 1 })
        : piece,
    ),
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'NTAuthCertificates not read',
    evidence: having({}).filter(({ kind }) => kind !== 'ad.nt-auth'),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Nobody outside Tier 0 was seen'],
  },
  {
    name: 'CAs not read',
    evidence: having({}).filter(({ kind }) => kind !== 'ad.certification-authorities'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second forest that was not read',
    evidence: having({}),
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  ...authorityComputerCases,
  {
    name: 'no PKI object visible, in a forest without a CA',
    evidence: [
      ...having({ certificates: [], accounts: [searched([], [])] }).filter(
        ({ kind }) => kind !== 'ad.pki-access-control' && kind !== 'ad.certification-authorities',
      ),
      record('ad.pki-access-control', forest, { objects: [] }),
      authoritiesOf([]),
    ],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['No PKI object was visible'],
  },
  {
    name: 'denied',
    evidence: [failed('ad.pki-access-control', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
