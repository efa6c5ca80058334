import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type {
  CertificateFacts,
  CrlDistributionPoints,
  RevocationList,
} from '../../../../src-shared/model/evidence/pki';
import { failed, record } from '../check-cases';
import { forest } from '../contoso';
import { authority } from './authorities';

/** Evidence of certificates and lists that really are signed by each other; the certificates come from `TestAuthority`. */

export const cdpDn = (name: string, host: string): string =>
  `CN=${name},CN=${host},CN=CDP,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com`;
export const ldapUrl = (dn: string): string =>
  `ldap:///${dn.replaceAll(' ', '%20')}?certificateRevocationList?base?objectClass=cRLDistributionPoint`;

type Point = CrlDistributionPoints['points'][number];
export const point = (distinguishedName: string, base?: RevocationList, more: Partial<Point> = {}): Point => ({
  distinguishedName,
  unreadable: false,
  ...(base === undefined ? {} : { base }),
  ...more,
});
export const directory = (...points: readonly Point[]): EvidenceRecord =>
  record('ad.crl-distribution-points', forest, { containerFound: true, points });
export const file = (list: RevocationList, name: string): EvidenceRecord =>
  record('pki.crl', name.padEnd(64, '0'), list);
export const download = (list: RevocationList, url: string): EvidenceRecord => record('pki.crl', url, { ...list, url });
/** A server that is not there. */
export const dead = (url: string): EvidenceRecord =>
  failed('pki.crl', url, 'unreachable', `${new URL(url).host} did not answer.`);

export const authoritiesWith = (
  certificates: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
  intermediates: readonly CertificateFacts[] = [],
): EvidenceRecord =>
  record('ad.certification-authorities', forest, {
    containerFound: true,
    authorities: [authority({ certificates })],
    roots,
    intermediates,
  });

export const controllerWith = (certificate: CertificateFacts, host = 'dc01.contoso.com'): EvidenceRecord =>
  record('pki.dc-certificate', host, { host, chain: [certificate], seen: 'tls' });
