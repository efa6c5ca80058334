import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { DescribedCertificate, HostCertificates } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { record } from './check-cases';

/** A certificate as a text in which all but the dates was understood describes it. */
export const describedAs = (facts: CertificateFacts, more: DescribedCertificate = {}): DescribedCertificate => ({
  thumbprint: facts.thumbprint,
  subject: facts.subject,
  issuer: facts.issuer,
  publicKey: facts.publicKey,
  signatureHash: facts.signatureHash,
  usages: {
    ...(facts.keyUsage === undefined ? {} : { keyUsage: facts.keyUsage }),
    ...(facts.extendedKeyUsage === undefined ? {} : { extendedKeyUsage: facts.extendedKeyUsage }),
  },
  applicationPolicies: facts.applicationPolicies,
  names: { dnsNames: facts.dnsNames, userPrincipalNames: facts.userPrincipalNames, uris: facts.uris },
  template: {
    ...(facts.templateName === undefined ? {} : { templateName: facts.templateName }),
    ...(facts.templateOid === undefined ? {} : { templateOid: facts.templateOid }),
  },
  hasSid: facts.sid !== undefined,
  ...more,
});

/** A store of which certificates are described, beside those it holds. */
export const describedStore = (
  place: Pick<HostCertificates, 'host' | 'store' | 'owner'>,
  described: readonly DescribedCertificate[],
  certificates: HostCertificates['certificates'] = [],
): EvidenceRecord =>
  record('host.certificates', `${place.host} ${place.store}`, {
    ...place,
    excerpt: { tool: 'certutil', lacks: {} },
    certificates,
    described,
  });
