import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';

/** Every CA certificate that evidence of any kind holds, for building chains. */
export const knownIssuers = (evidence: readonly EvidenceRecord[]): readonly CertificateFacts[] =>
  evidence.flatMap((record): readonly CertificateFacts[] => {
    switch (record.kind) {
      case 'ad.certification-authorities': {
        const { authorities = [], intermediates = [], roots = [] } = record.data ?? {};
        return [...authorities.flatMap(({ certificates }) => certificates), ...intermediates, ...roots];
      }
      case 'pki.dc-certificate':
        return record.data?.chain.slice(1) ?? [];
      case 'pki.authority-information':
        return record.data?.certificates ?? [];
      case 'pki.certificate':
        return record.data === undefined ? [] : [record.data.certificate];
      default:
        return [];
    }
  });
