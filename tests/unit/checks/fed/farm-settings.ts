import type { EvidenceDataByKind, EvidenceKind, EvidenceRecord } from '../../../../src-shared/model/evidence';
import { record } from '../check-cases';
import { federationService } from '../contoso';

export const farmId = 'federation-service:fs.contoso.com';

/** A record about the farm of the samples. */
export const farm = <K extends EvidenceKind>(kind: K, data: EvidenceDataByKind[K]): EvidenceRecord =>
  record(kind, federationService, data);

export const endpoint = (path: string, enabled = true, proxy?: boolean) => ({
  path: `/adfs/services/trust/${path}`,
  enabled,
  ...(proxy === undefined ? {} : { proxy }),
});
