import check from '../../../../src-main/checks/sso/sso-005-renewed-controllers.check';
import { describeCheck, failed } from '../check-cases';
import { controllerId, controllersOf, dc1, dc2, shown } from '../pki/controllers';

const scope = { joinTypes: { hybridJoined: true, entraJoined: true } };
const ldap = 'ldap:///CN=Contoso%20Issuing%20CA%201,CN=CDP,DC=contoso,DC=com?certificateRevocationList';
const http = 'http://crl.contoso.com/cdp/Contoso%20Issuing%20CA%201.crl';
const naming = (host: string, ...addresses: readonly string[]) => shown(host, { crlDistributionPoints: addresses });

describeCheck(check, [
  {
    name: 'all renewed',
    evidence: [naming(dc1, http), naming(dc2, ldap, http)],
    scope,
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'pass' },
  },
  {
    name: 'one not renewed',
    evidence: [naming(dc1, http), naming(dc2, ldap)],
    scope,
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 domain controllers', dc2, '2026-06-18'],
    differs: [dc2],
  },
  {
    name: 'an address of https alone',
    evidence: [naming(dc1, 'https://crl.contoso.com/a.crl')],
    scope,
    outcome: 'fail',
  },
  { name: 'no address', evidence: [naming(dc1)], scope, outcome: 'fail' },
  {
    name: 'one not read',
    evidence: [controllersOf([dc1, dc2]), naming(dc1, http)],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'one denied',
    evidence: [naming(dc1, http), failed('pki.dc-certificate', dc2, 'unreachable')],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'no Entra-joined devices',
    evidence: [naming(dc1, ldap)],
    scope: { joinTypes: { hybridJoined: true, entraJoined: false } },
    outcome: 'not-applicable',
  },
]);
