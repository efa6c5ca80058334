import check from '../../../../src-main/checks/sso/sso-004-web-publication.check';
import type { RevocationList } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import {
  authoritiesWith,
  cdpDn,
  controllerWith,
  dead,
  directory,
  download,
  ldapUrl,
  point,
} from '../pki/chain-evidence';
import { TestAuthority } from '../pki/test-authority';

const http = 'http://crl.contoso.com/cdp/CA.crl';
const dn = cdpDn('Contoso Root CA', 'ca01');
const week = { thisUpdate: '2026-11-20T17:00:00Z', nextUpdate: '2026-11-28T05:00:00Z' };
const former = { thisUpdate: '2026-11-18T17:00:00Z', nextUpdate: '2026-11-26T05:00:00Z' };
const past = { thisUpdate: '2026-04-27T08:00:00Z', nextUpdate: '2026-11-03T09:00:00Z' };

const root = await TestAuthority.root('Contoso Root CA');
const known = [
  authoritiesWith([root.facts], [root.facts]),
  controllerWith(await root.leaf({ cdp: [ldapUrl(dn), http] })),
];
const id = `revocation-list:${root.facts.subjectKeyIdentifier}`;
const inDirectory = (list: RevocationList) => directory(point(dn, list));
const numbered = (number: number, times = week) => root.list({ ...times, number });
const scope = { joinTypes: { hybridJoined: true, entraJoined: true } };

describeCheck(check, [
  {
    name: 'the same number',
    evidence: [...known, inDirectory(await numbered(300)), download(await numbered(300), http)],
    scope,
    outcome: 'pass',
    says: ['number 300 on the web, 300 in Active Directory'],
    objects: { [id]: 'pass' },
  },
  { name: 'hybrid joined devices only', evidence: known, outcome: 'not-applicable' },
  {
    name: 'one behind',
    evidence: [...known, inDirectory(await numbered(301)), download(await numbered(300, former), http)],
    scope,
    outcome: 'warning',
    severity: 'high',
    says: ['one behind'],
  },
  {
    name: 'two behind across a byte boundary',
    evidence: [...known, inDirectory(await numbered(257)), download(await numbered(255, former), http)],
    scope,
    outcome: 'fail',
    says: ['2 behind'],
  },
  {
    name: 'Active Directory lags behind the web',
    evidence: [...known, inDirectory(await numbered(300, former)), download(await numbered(302), http)],
    scope,
    outcome: 'pass',
  },
  {
    name: 'expired on the web, although equal',
    evidence: [...known, inDirectory(await numbered(300, past)), download(await numbered(300, past), http)],
    scope,
    outcome: 'fail',
    says: ['expired on 2026-11-03'],
  },
  {
    name: 'without numbers, the same day',
    evidence: [...known, inDirectory(await root.list(week)), download(await root.list(week), http)],
    scope,
    outcome: 'pass',
  },
  {
    name: 'without numbers, older on the web',
    evidence: [...known, inDirectory(await root.list(week)), download(await root.list(former), http)],
    scope,
    outcome: 'warning',
    says: ['of 2026-11-18, the one in Active Directory of 2026-11-20'],
  },
  {
    name: 'no list in Active Directory, the next one still to come',
    evidence: [...known, download(await root.list({ ...week, nextPublish: '2026-11-27T17:00:00Z' }), http)],
    scope,
    outcome: 'pass',
    says: ['the next list is to come on 2026-11-27'],
  },
  {
    name: 'no list in Active Directory, the next one overdue',
    evidence: [...known, download(await root.list({ ...week, nextPublish: '2026-11-21T17:00:00Z' }), http)],
    scope,
    outcome: 'warning',
    says: ['a newer list was to come on 2026-11-21'],
  },
  {
    name: 'nothing to compare with',
    evidence: [...known, download(await numbered(300), http)],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the web server does not answer',
    evidence: [...known, inDirectory(await numbered(300)), dead(http)],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the oldest of two copies counts',
    evidence: [
      known[0] ?? dead(http),
      controllerWith(await root.leaf({ cdp: [http, 'http://crl2.contoso.com/CA.crl'] })),
      inDirectory(await numbered(303)),
      download(await numbered(303), http),
      download(await numbered(300, former), 'http://crl2.contoso.com/CA.crl'),
    ],
    scope,
    outcome: 'fail',
    says: ['3 behind'],
  },
  {
    name: 'certificates that name LDAP only',
    evidence: [
      authoritiesWith([root.facts], [root.facts]),
      controllerWith(await root.leaf({ cdp: [ldapUrl(dn)] })),
      inDirectory(await numbered(300)),
    ],
    scope,
    outcome: 'not-applicable',
    says: ['SSO-002'],
  },
]);
