import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { buildChain } from '../../evidence/certificate-chain';
import { knownIssuers } from '../../evidence/derived/known-issuers';

/** Certificates with more distinct addresses than a forest can have were made to keep us busy. */
export const addressLimit = 200;

/** The certificates of domain controllers and CAs with all their issuers, each once. */
export function certificatesInPlay(
  evidence: readonly EvidenceRecord[],
  issuers: readonly CertificateFacts[] = knownIssuers(evidence),
): readonly CertificateFacts[] {
  const inPlay = new Map<string, CertificateFacts>();
  for (const certificate of evidence.flatMap(startsOfChains)) {
    for (const member of buildChain(certificate, issuers)) inPlay.set(member.thumbprint, member);
  }
  return [...inPlay.values()];
}

function startsOfChains(record: EvidenceRecord): readonly CertificateFacts[] {
  if (record.kind === 'ad.certification-authorities') {
    return record.data?.authorities.flatMap(({ certificates }) => certificates) ?? [];
  }
  return record.kind === 'pki.dc-certificate' ? (record.data?.chain.slice(0, 1) ?? []) : [];
}

/** An address as a certificate spells it, and as it is asked. */
export interface WebAddress {
  readonly spelling: string;
  readonly url: URL;
}

/** LDAP addresses are read from the directory, and credentials in an address are not ours to use. */
export function webAddress(spelling: string): readonly WebAddress[] {
  if (!URL.canParse(spelling)) return [];
  const url = new URL(spelling);
  const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
  return isWeb ? [{ spelling, url }] : [];
}
