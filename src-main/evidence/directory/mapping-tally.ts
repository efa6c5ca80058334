import type {
  CertificateMappingForm,
  MappedAccount,
  PilotUserTraits,
} from '../../../src-shared/model/evidence/directory';
import { mappingFormOf, weakMappingForms } from '../certificate-mapping';
import { byDistinguishedName } from '../distinguished-name';
import { isProtected, pilotUserOf } from './account-tally';
import type { DirectoryEntry } from './directory-topic';
import { bytesOf, rawTextsOf } from './entry-values';
import { ShortList } from './short-list';

const attribute = 'altsecurityidentities';
const weakLimit = 1000;

/** Explicit certificate mappings of users that stream by. */
export class MappingTally {
  readonly #countByForm: Partial<Record<CertificateMappingForm, number>> = {};
  readonly #weak = new ShortList<MappedAccount>(weakLimit);

  add(entry: DirectoryEntry): void {
    if (bytesOf(entry, attribute).length === 0) return;
    const forms = [...new Set(rawTextsOf(entry, attribute).map(mappingFormOf))].sort();
    for (const form of forms) this.#countByForm[form] = (this.#countByForm[form] ?? 0) + 1;
    if (!forms.some((form) => weakMappingForms.includes(form))) return;
    const adminCount = isProtected(entry);
    this.#weak.add({ ...pilotUserOf(entry), adminCount, forms }, adminCount);
  }

  finish(): PilotUserTraits['mappings'] {
    return { countByForm: this.#countByForm, weak: this.#weak.sorted(byDistinguishedName) };
  }
}
