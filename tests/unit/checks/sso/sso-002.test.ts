import check from '../../../../src-main/checks/sso/sso-002-http-distribution-points.check';
import { describeCheck, failed, record } from '../check-cases';
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
import { controllerId, controllersOf, dc1, dc2 } from '../pki/controllers';
import { TestAuthority } from '../pki/test-authority';

const issuingDn = cdpDn('Contoso Issuing CA 1', 'ca01');
const issuingLdap = ldapUrl(issuingDn);
const issuingHttp = 'http://crl.contoso.com/cdp/Contoso%20Issuing%20CA%201.crl';
const rootHttp = 'http://crl.contoso.com/cdp/Contoso%20Root%20CA.crl';

const root = await TestAuthority.root('Contoso Root CA');
const issuing = await root.subordinate('Contoso Issuing CA 1', { cdp: [rootHttp] });
const ldapOnly = await root.subordinate('Contoso Issuing CA 1', { cdp: [ldapUrl(cdpDn('Contoso Root CA', 'rootca'))] });
const stranger = await TestAuthority.root('Contoso Issuing CA 1');

const week = { thisUpdate: '2026-11-20T17:00:00Z', nextUpdate: '2026-11-28T05:00:00Z' };
const halfYear = { thisUpdate: '2026-10-26T08:00:00Z', nextUpdate: '2027-05-03T09:00:00Z' };
const past = { thisUpdate: '2026-04-27T08:00:00Z', nextUpdate: '2026-11-03T09:00:00Z' };
const rootList = download(await root.list(halfYear), rootHttp);
const issuingList = await issuing.list(week);
const lists = [rootList, download(issuingList, issuingHttp)];

const known = authoritiesWith([issuing.facts], [root.facts]);
const leafWith = async (...cdp: readonly string[]) => controllerWith(await issuing.leaf({ cdp }), dc1);
const leaf = await leafWith(issuingHttp, issuingLdap);
const ca = issuing.facts.thumbprint;
const scope = { joinTypes: { hybridJoined: true, entraJoined: true } };
const both = (ofController: 'pass' | 'warning' | 'fail' | 'unknown', ofAuthority: 'pass' | 'unknown' = 'pass') => ({
  [controllerId(dc1)]: ofController,
  [ca]: ofAuthority,
});

describeCheck(check, [
  {
    name: 'HTTP first, both lists valid',
    evidence: [known, leaf, ...lists],
    scope,
    outcome: 'pass',
    says: ['2 certificates checked'],
    objects: both('pass'),
  },
  {
    name: 'hybrid joined devices only',
    evidence: [known, await leafWith(issuingLdap)],
    outcome: 'not-applicable',
  },
  {
    name: 'HTTP after LDAP',
    evidence: [known, await leafWith(issuingLdap, issuingHttp), ...lists],
    scope,
    outcome: 'warning',
    severity: 'medium',
    objects: both('warning'),
  },
  {
    name: 'LDAP only, although the list is in the directory',
    evidence: [known, await leafWith(issuingLdap), ...lists, directory(point(issuingDn, issuingList))],
    scope,
    outcome: 'fail',
    severity: 'blocker',
    objects: both('fail'),
    notes: { [controllerId(dc1)]: 'LDAP addresses only' },
    differs: [dc1],
  },
  {
    name: 'HTTPS only',
    evidence: [known, await leafWith('https://crl.contoso.com/ca.crl'), ...lists],
    scope,
    outcome: 'fail',
    says: ['https:// but no http://'],
  },
  {
    name: 'a file share only',
    evidence: [known, await leafWith('file://\\\\ca01\\CertEnroll\\ca.crl'), ...lists],
    scope,
    outcome: 'fail',
    says: ['Names no http:// address'],
  },
  {
    name: 'no address',
    evidence: [known, await leafWith(), ...lists],
    scope,
    outcome: 'fail',
    says: ['Names no place of a revocation list'],
  },
  {
    name: 'the CA’s own certificate names LDAP only',
    evidence: [authoritiesWith([ldapOnly.facts], [root.facts]), ...lists],
    scope,
    outcome: 'fail',
    objects: { [ldapOnly.facts.thumbprint]: 'fail' },
  },
  {
    name: 'an expired list at the HTTP address',
    evidence: [known, leaf, rootList, download(await issuing.list(past), issuingHttp)],
    scope,
    outcome: 'fail',
    says: ['No http:// address gives a valid list', 'expired on 2026-11-03'],
  },
  {
    name: 'the list of another CA at the HTTP address',
    evidence: [known, leaf, rootList, download(await stranger.list(week), issuingHttp)],
    scope,
    outcome: 'fail',
    says: ['not signed with the key of the CA'],
  },
  {
    name: 'a server that is not there',
    evidence: [known, leaf, rootList, dead(issuingHttp)],
    scope,
    outcome: 'fail',
    objects: both('fail'),
  },
  {
    name: 'one of two HTTP addresses is enough',
    evidence: [
      known,
      await leafWith('http://old.contoso.com/ca.crl', issuingHttp),
      ...lists,
      dead('http://old.contoso.com/ca.crl'),
    ],
    scope,
    outcome: 'pass',
  },
  {
    name: 'addresses nobody has fetched',
    evidence: [known, leaf],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: both('unknown', 'unknown'),
  },
  {
    name: 'a server that refused this computer',
    evidence: [known, leaf, rootList, failed('pki.crl', issuingHttp, 'access-denied')],
    scope,
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a web page, which a proxy here may have put in between',
    evidence: [known, leaf, rootList, failed('pki.crl', issuingHttp, 'unreadable', 'The answer is a web page.')],
    scope,
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a CA certificate that was found over AIA only',
    evidence: [
      authoritiesWith([issuing.facts], []),
      leaf,
      ...lists,
      record('pki.authority-information', 'http://pki/root.crt', {
        url: 'http://pki/root.crt',
        certificates: [root.facts],
      }),
    ],
    scope,
    outcome: 'pass',
  },
  {
    name: 'a controller nobody asked',
    evidence: [known, leaf, ...lists, controllersOf([dc1, dc2])],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { ...both('pass'), [controllerId(dc2)]: 'unknown' },
  },
  {
    name: 'an enterprise root and nothing else',
    evidence: [authoritiesWith([root.facts], [root.facts])],
    scope,
    outcome: 'not-applicable',
  },
]);
