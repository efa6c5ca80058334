import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateFacts, DcCertificate } from '../../../../src-shared/model/evidence/pki';
import { record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { certificate } from './authorities';
import { usage } from './templates';

export const [dc1, dc2, dc3] = ['dc01.contoso.com', 'dc02.contoso.com', 'dc03.contoso.com'];
export const controllerId = (host: string): string => `domain-controller:${host}`;

type Changes = Partial<{ [K in keyof CertificateFacts]: CertificateFacts[K] | undefined }>;

/** Facts of a domain controller's certificate that is in order, for rules that do not verify signatures; `undefined` takes an extension away. */
export function controllerLeaf(host: string, changes: Changes = {}): CertificateFacts {
  const facts = certificate({
    thumbprint: 'D1'.repeat(20),
    subject: '',
    issuer: 'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
    isCa: false,
    notBefore: '2026-06-18T04:11:57.000Z',
    notAfter: '2027-06-18T04:11:57.000Z',
    publicKey: { algorithm: 'RSA', bits: 2048, name: 'RSA 2048' },
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: [usage.server, usage.client, usage.kdc, usage.smartCardLogon],
    dnsNames: [host, forest, 'CONTOSO'],
  });
  const entries = Object.entries({ ...facts, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<CertificateFacts> as CertificateFacts;
}

export const shown = (host: string, changes: Changes = {}, seen: DcCertificate['seen'] = 'tls'): EvidenceRecord =>
  record('pki.dc-certificate', host, { host, chain: [controllerLeaf(host, changes)], seen });

export const controllersOf = (
  hosts: readonly string[],
  domain: string = forest,
  readOnly: readonly string[] = [],
): EvidenceRecord =>
  record('ad.domain-controllers', domain, {
    controllers: hosts.map((dnsHostName, index) => ({
      distinguishedName: `CN=${dnsHostName},OU=Domain Controllers,${dnOf(domain)}`,
      objectGuid: guid(300 + index),
      dnsHostName,
      readOnly: readOnly.includes(dnsHostName),
    })),
  });
