import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AuthoritySettings } from '../../../../src-shared/model/evidence/authority-settings';
import { record } from '../check-cases';

/** Settings of the CA of the samples. */
export const settingsOf = (
  more: Partial<AuthoritySettings>,
  name = 'Contoso Issuing CA 1',
  host = 'ca01.contoso.com',
): EvidenceRecord => record('ca.settings', name, { authority: `${host}\\${name}`, host, ...more });
