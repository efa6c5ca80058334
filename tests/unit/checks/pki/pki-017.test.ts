import check from '../../../../src-main/checks/pki/pki-017-revocation-lists.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateFacts, RevocationList } from '../../../../src-shared/model/evidence/pki';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import {
  authoritiesWith,
  cdpDn,
  controllerWith,
  dead,
  directory,
  download,
  file,
  ldapUrl,
  point,
} from './chain-evidence';
import { TestAuthority } from './test-authority';

const issuingDn = cdpDn('Contoso Issuing CA 1', 'ca01');
const rootDn = cdpDn('Contoso Root CA', 'rootca');
const [issuingLdap, rootLdap] = [ldapUrl(issuingDn), ldapUrl(rootDn)];
const issuingHttp = 'http://crl.contoso.com/cdp/Contoso%20Issuing%20CA%201.crl';
const rootHttp = 'http://crl.contoso.com/cdp/Contoso%20Root%20CA.crl';

const root = await TestAuthority.root('Contoso Root CA');
const issuing = await root.subordinate('Contoso Issuing CA 1', { cdp: [rootLdap, rootHttp] });
const renewed = await root.subordinate('Contoso Issuing CA 1', { cdp: [rootLdap], notBefore: '2026-06-01T00:00:00Z' });
const stranger = await TestAuthority.root('Contoso Issuing CA 1');
const leaf = await issuing.leaf({ cdp: [issuingLdap, issuingHttp] });

const week = { thisUpdate: '2026-11-20T17:00:00Z', nextUpdate: '2026-11-28T05:00:00Z' };
const halfYear = { thisUpdate: '2026-10-26T08:00:00Z', nextUpdate: '2027-05-03T09:00:00Z' };
const past = { thisUpdate: '2026-04-27T08:00:00Z', nextUpdate: '2026-11-03T09:00:00Z' };
const issuingList = await issuing.list(week);
const rootList = await root.list(halfYear);
const expiredRootList = await root.list(past);

const goodDirectory = directory(point(issuingDn, issuingList), point(rootDn, rootList));
const authorities = (
  certificates: readonly CertificateFacts[] = [issuing.facts],
  roots: readonly CertificateFacts[] = [root.facts],
): EvidenceRecord => authoritiesWith(certificates, roots);
const controller = (certificate: CertificateFacts = leaf): EvidenceRecord => controllerWith(certificate);
const known = [authorities(), controller()];

const told = (publicationErrors: readonly string[]): EvidenceRecord =>
  record('ca.settings', 'Contoso Issuing CA 1 (certutil -CAInfo)', {
    authority: 'ca01.contoso.com\\Contoso Issuing CA 1',
    host: 'ca01.contoso.com',
    type: 'enterprise-subordinate',
    publicationErrors,
  });

const level = (ca: TestAuthority): string => `revocation-list:${ca.facts.subjectKeyIdentifier ?? ''}`;
const [issuingLevel, rootLevel] = [level(issuing), level(root)];
/** Outcomes of the levels and their addresses, in the order of the fixture. */
const objects = (
  ofIssuing: readonly [Outcome, Outcome, Outcome],
  ofRoot: readonly [Outcome, Outcome, Outcome],
): Readonly<Record<string, Outcome>> => ({
  [issuingLevel]: ofIssuing[0],
  [`${issuingLevel}:${issuingLdap}`]: ofIssuing[1],
  [`${issuingLevel}:${issuingHttp}`]: ofIssuing[2],
  [rootLevel]: ofRoot[0],
  [`${rootLevel}:${rootLdap}`]: ofRoot[1],
  [`${rootLevel}:${rootHttp}`]: ofRoot[2],
});

describeCheck(check, [
  {
    name: 'both lists valid in the directory and on the web',
    evidence: [
      ...known,
      goodDirectory,
      download(issuingList, issuingHttp),
      download(rootList, 'http://CRL.contoso.com/cdp/Contoso Root CA.crl'),
    ],
    outcome: 'pass',
    says: ['2 revocation lists checked'],
    objects: objects(['pass', 'pass', 'pass'], ['pass', 'pass', 'pass']),
  },
  {
    name: 'valid in the directory, web addresses not tried',
    evidence: [...known, goodDirectory],
    outcome: 'pass',
    objects: objects(['pass', 'pass', 'info'], ['pass', 'pass', 'info']),
  },
  {
    name: 'the CA could not publish to one of the places',
    evidence: [...known, goodDirectory, told(['CPF_HTTP_ERROR'])],
    outcome: 'warning',
    severity: 'medium',
    notes: { [issuingLevel]: 'could not publish its list to every place when it last did (CPF_HTTP_ERROR)' },
    objects: objects(['warning', 'pass', 'info'], ['pass', 'pass', 'info']),
  },
  {
    name: 'the CA published everywhere, as another source than its settings tells',
    evidence: [
      ...known,
      goodDirectory,
      told([]),
      record('ca.settings', 'Contoso Issuing CA 1', { authority: 'Contoso Issuing CA 1', auditFilter: 127 }),
    ],
    outcome: 'pass',
  },
  {
    name: 'a dead web address',
    evidence: [...known, goodDirectory, dead(issuingHttp)],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 2 revocation lists is at risk', '1 of 2 addresses gives no valid list'],
    objects: objects(['warning', 'pass', 'warning'], ['pass', 'pass', 'info']),
  },
  {
    name: 'a web address that gives something else',
    evidence: [...known, goodDirectory, failed('pki.crl', issuingHttp, 'unreadable', 'The answer is an HTML page.')],
    outcome: 'warning',
    notes: { [`${issuingLevel}:${issuingHttp}`]: 'HTML page' },
  },
  {
    name: 'a web address that refused this computer while the directory is fine',
    evidence: [...known, goodDirectory, failed('pki.crl', issuingHttp, 'access-denied')],
    outcome: 'pass',
  },
  {
    name: 'expired in the directory, dead on the web',
    evidence: [...known, directory(point(issuingDn, issuingList), point(rootDn, expiredRootList)), dead(rootHttp)],
    outcome: 'fail',
    severity: 'blocker',
    says: [
      '1 of 2 revocation lists cannot be had valid',
      'Active Directory: The list expired on 2026-11-03',
      'crl.contoso.com: crl.contoso.com did not answer',
    ],
    objects: objects(['pass', 'pass', 'info'], ['fail', 'warning', 'warning']),
    differs: ['Revocation list of Contoso Root CA', rootLdap, rootHttp],
  },
  {
    name: 'expired in the directory, not tried on the web',
    evidence: [...known, directory(point(issuingDn, issuingList), point(rootDn, expiredRootList))],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Contoso Root CA'],
    objects: objects(['pass', 'pass', 'info'], ['unknown', 'warning', 'unknown']),
  },
  {
    name: 'expired in the directory, refused on the web',
    evidence: [
      ...known,
      directory(point(issuingDn, issuingList), point(rootDn, expiredRootList)),
      failed('pki.crl', rootHttp, 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'expired in the directory, valid as a file',
    evidence: [
      ...known,
      directory(point(issuingDn, issuingList), point(rootDn, expiredRootList)),
      file(rootList, 'a1'),
    ],
    outcome: 'warning',
    says: ['read from a file, which does not prove that clients reach it'],
    objects: objects(['pass', 'pass', 'info'], ['warning', 'warning', 'info']),
  },
  {
    name: 'files only',
    evidence: [...known, file(issuingList, 'a1'), file(rootList, 'a2')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['read from a file'],
  },
  {
    name: 'a file does not bring dead addresses back',
    evidence: [...known, directory(point(rootDn, rootList)), file(issuingList, 'a1'), dead(issuingHttp)],
    outcome: 'fail',
    notes: { [`${issuingLevel}:${issuingLdap}`]: 'no such object' },
  },
  { name: 'nothing but the certificates', evidence: known, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a list signed with another key',
    evidence: [
      ...known,
      directory(point(issuingDn, await stranger.list(week)), point(rootDn, rootList)),
      download(await stranger.list(week), issuingHttp),
    ],
    outcome: 'fail',
    notes: { [`${issuingLevel}:${issuingLdap}`]: 'not signed with the key of the CA' },
  },
  {
    name: 'a file signed with another key proves nothing',
    evidence: [...known, file(await stranger.list(week), 'a1'), download(rootList, rootHttp)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a list too large to verify',
    evidence: [...known, directory(point(issuingDn, unsigned(issuingList)), point(rootDn, rootList))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'the root certificate is not in the evidence',
    evidence: [authorities([issuing.facts], []), controller(), goodDirectory],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Contoso Root CA', 'certificate of the CA is not in the evidence'],
  },
  {
    name: 'the root certificate as a file',
    evidence: [
      authorities([issuing.facts], []),
      controller(),
      goodDirectory,
      record('pki.certificate', root.facts.thumbprint, { certificate: root.facts }),
    ],
    outcome: 'pass',
  },
  {
    name: 'not valid yet',
    evidence: [
      ...known,
      directory(
        point(
          issuingDn,
          await issuing.list({ thisUpdate: '2026-11-23T00:00:00Z', nextUpdate: '2026-11-30T00:00:00Z' }),
        ),
        point(rootDn, rootList),
      ),
      dead(issuingHttp),
    ],
    outcome: 'fail',
  },
  {
    name: 'without a date of end',
    evidence: [
      ...known,
      directory(point(issuingDn, await issuing.list({ thisUpdate: '2026-11-20T00:00:00Z' })), point(rootDn, rootList)),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'ends in six hours of a week',
    evidence: [
      ...known,
      directory(
        point(
          issuingDn,
          await issuing.list({ thisUpdate: '2026-11-15T21:00:00Z', nextUpdate: '2026-11-22T21:00:00Z' }),
        ),
        point(rootDn, rootList),
      ),
    ],
    outcome: 'warning',
    severity: 'medium',
    says: ['ends within a day'],
  },
  {
    name: 'ends in six hours but is renewed every eight',
    evidence: [
      ...known,
      directory(
        point(
          issuingDn,
          await issuing.list({ thisUpdate: '2026-11-22T13:00:00Z', nextUpdate: '2026-11-22T21:00:00Z' }),
        ),
        point(rootDn, rootList),
      ),
    ],
    outcome: 'pass',
  },
  {
    name: 'the object in the directory holds no list',
    evidence: [...known, directory(point(issuingDn), point(rootDn, rootList)), dead(issuingHttp)],
    outcome: 'fail',
    notes: { [`${issuingLevel}:${issuingLdap}`]: 'holds no list' },
  },
  {
    name: 'the list in the directory is damaged',
    evidence: [
      ...known,
      directory(point(issuingDn, undefined, { unreadable: true }), point(rootDn, rootList)),
      dead(issuingHttp),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'the container is not visible',
    evidence: [...known, record('ad.crl-distribution-points', forest, { containerFound: false, points: [] })],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a delta list that expired',
    evidence: [
      ...known,
      directory(
        point(issuingDn, issuingList, { delta: await issuing.list({ ...past, deltaOf: 5 }) }),
        point(rootDn, rootList),
      ),
    ],
    outcome: 'warning',
    says: ['delta list in Active Directory expired on 2026-11-03'],
  },
  {
    name: 'a fresh delta beside an old one',
    evidence: [
      ...known,
      goodDirectory,
      file(await issuing.list({ ...past, deltaOf: 5 }), 'd1'),
      file(await issuing.list({ ...week, deltaOf: 5 }), 'd2'),
    ],
    outcome: 'pass',
  },
  {
    name: 'a delta list where the base belongs',
    evidence: [...known, goodDirectory, download(await issuing.list({ ...week, deltaOf: 5 }), issuingHttp)],
    outcome: 'warning',
    notes: { [`${issuingLevel}:${issuingHttp}`]: 'delta list' },
  },
  {
    name: 'only LDAP addresses',
    evidence: [authorities(), controller(await issuing.leaf({ cdp: [issuingLdap] })), goodDirectory],
    outcome: 'warning',
    says: ['Only LDAP addresses'],
  },
  {
    name: 'an https address',
    evidence: [
      authorities(),
      controller(await issuing.leaf({ cdp: [issuingLdap, 'https://crl.contoso.com/ca.crl'] })),
      goodDirectory,
    ],
    outcome: 'warning',
    says: ['https://'],
  },
  {
    name: 'no address at all',
    evidence: [authorities(), controller(await issuing.leaf()), goodDirectory],
    outcome: 'fail',
    says: ['name no place'],
  },
  {
    name: 'OCSP only',
    evidence: [authorities(), controller(await issuing.leaf({ ocsp: 'http://ocsp.contoso.com' })), goodDirectory],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['OCSP'],
  },
  {
    name: 'without certificates of controllers the directory object of the CA counts',
    evidence: [authorities(), goodDirectory],
    outcome: 'pass',
    objects: {
      [issuingLevel]: 'pass',
      [`${issuingLevel}:${issuingDn}`]: 'pass',
      [rootLevel]: 'pass',
      [`${rootLevel}:${rootLdap}`]: 'pass',
      [`${rootLevel}:${rootHttp}`]: 'info',
    },
  },
  {
    name: 'without certificates of controllers an expired list of the CA proves little',
    evidence: [authorities(), directory(point(issuingDn, await issuing.list(past)), point(rootDn, rootList))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a CA renewed with a new key has a list for each key in use',
    evidence: [
      authorities([renewed.facts, issuing.facts]),
      controller(),
      directory(
        point(issuingDn, issuingList),
        point(cdpDn('Contoso Issuing CA 1(1)', 'ca01'), await renewed.list(week)),
        point(rootDn, rootList),
      ),
    ],
    outcome: 'pass',
    says: ['3 revocation lists checked'],
  },
  {
    name: 'the list of the new key is missing',
    evidence: [authorities([renewed.facts, issuing.facts]), controller(), goodDirectory],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an enterprise root CA has one level',
    evidence: [authorities([root.facts], []), directory(point(rootDn, rootList))],
    outcome: 'pass',
    objects: { [rootLevel]: 'pass', [`${rootLevel}:${rootDn}`]: 'pass' },
  },
  {
    name: 'no CA and no controller certificate',
    evidence: [
      record('ad.certification-authorities', forest, {
        containerFound: true,
        authorities: [],
        roots: [],
        intermediates: [],
      }),
    ],
    outcome: 'not-applicable',
  },
  {
    name: 'denied',
    evidence: [failed('ad.certification-authorities', forest, 'access-denied'), goodDirectory],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest nobody read',
    evidence: [authorities([], []), goodDirectory],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

/** As a list above the size whose signed part is kept. */
function unsigned({ signed: _, ...list }: RevocationList): RevocationList {
  return list;
}
