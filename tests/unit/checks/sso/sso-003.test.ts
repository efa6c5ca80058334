import check from '../../../../src-main/checks/sso/sso-003-delta-list-names.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesWith, cdpDn, dead, directory, download, file, ldapUrl, point } from '../pki/chain-evidence';
import { TestAuthority } from '../pki/test-authority';

const base = 'http://crl.contoso.com/cdp/CA.crl';
const delta = 'http://crl.contoso.com/cdp/CA+.crl';
const issuingDn = cdpDn('Contoso Root CA', 'ca01');
const week = { thisUpdate: '2026-11-20T17:00:00Z', nextUpdate: '2026-11-28T05:00:00Z' };

/** An enterprise root: one key, one list. */
const root = await TestAuthority.root('Contoso Root CA');
const stranger = await TestAuthority.root('Contoso Root CA');
const known = authoritiesWith([root.facts], [root.facts]);
const id = `revocation-list:${root.facts.subjectKeyIdentifier}`;
const plain = await root.list({ ...week, number: 7 });
const announcing = async (...deltaAddresses: readonly string[]) => root.list({ ...week, number: 7, deltaAddresses });
const withDelta = await announcing(delta);
const deltaList = await root.list({ ...week, number: 8, deltaOf: 7 });
const scope = { joinTypes: { hybridJoined: false, entraJoined: true } };
const message = `${delta} answered with HTTP status 404.`;

describeCheck(check, [
  {
    name: 'the delta list is given',
    evidence: [known, download(withDelta, base), download(deltaList, delta)],
    scope,
    outcome: 'pass',
    objects: { [id]: 'pass' },
    says: ['1 CA checked'],
  },
  {
    name: 'no delta lists',
    evidence: [known, download(plain, base)],
    scope,
    outcome: 'pass',
    says: ['announce no delta lists'],
  },
  {
    name: 'no delta lists in Active Directory',
    evidence: [known, directory(point(issuingDn, plain))],
    scope,
    outcome: 'pass',
  },
  { name: 'hybrid joined devices only', evidence: [known, download(plain, base)], outcome: 'not-applicable' },
  {
    name: 'IIS refuses the plus sign',
    evidence: [known, download(withDelta, base), failed('pki.crl', delta, 'unreachable', message)],
    scope,
    outcome: 'fail',
    severity: 'medium',
    says: ['announces delta lists that its web server does not give', 'status 404'],
    differs: ['Contoso Root CA'],
  },
  {
    name: 'the server is not there at all',
    evidence: [known, directory(point(issuingDn, withDelta)), dead(delta)],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'another server gives the base list',
    evidence: [known, download(withDelta, 'http://other.contoso.com/CA.crl'), dead(delta)],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'one of two addresses is enough',
    evidence: [
      known,
      download(await announcing('http://crl.contoso.com/old+.crl', delta), base),
      failed('pki.crl', 'http://crl.contoso.com/old+.crl', 'unreachable', message),
      download(deltaList, delta),
    ],
    scope,
    outcome: 'pass',
  },
  {
    name: 'the base list again under the name of the delta list',
    evidence: [known, download(withDelta, base), download(withDelta, delta)],
    scope,
    outcome: 'fail',
    says: ['no delta list of this CA'],
  },
  {
    name: 'the delta list of another CA',
    evidence: [known, download(withDelta, base), download(await stranger.list({ ...week, deltaOf: 7 }), delta)],
    scope,
    outcome: 'fail',
  },
  {
    name: 'announced in Active Directory only',
    evidence: [known, directory(point(issuingDn, await announcing(ldapUrl(issuingDn))))],
    scope,
    outcome: 'not-applicable',
  },
  {
    name: 'nobody has fetched it',
    evidence: [known, directory(point(issuingDn, withDelta))],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a web page in place of it',
    evidence: [known, download(withDelta, base), failed('pki.crl', delta, 'unreadable', 'A web page came.')],
    scope,
    outcome: 'unknown',
    reason: 'unreadable',
  },
  { name: 'no list at all', evidence: [known], scope, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a list of another key tells nothing',
    evidence: [known, download(await stranger.list(week), base)],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'a list as a file tells what it announces', evidence: [known, file(plain, 'a1')], scope, outcome: 'pass' },
  {
    name: 'no CA',
    evidence: [
      record('ad.certification-authorities', forest, {
        containerFound: true,
        authorities: [],
        roots: [],
        intermediates: [],
      }),
    ],
    scope,
    outcome: 'not-applicable',
  },
]);
