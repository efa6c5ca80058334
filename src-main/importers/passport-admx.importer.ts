import type { Importer, ImportFile } from '../engine/importer';
import { centralStoreDraft, definitionFilePlace } from '../evidence/central-store';
import { policyDefinitionsLimit } from '../evidence/policy-definitions';
import { failedDrafts, sourceOf } from './file-drafts';

interface FoundStore {
  definitions?: ImportFile;
  readonly languages: Set<string>;
}

/** `Passport.admx` with `Passport.adml` of the central store in a SYSVOL copy; the files of one domain become one record. */
const passportAdmxImporter: Importer = {
  id: 'passport-admx',
  title: 'Hello definitions of the central store (SYSVOL)',
  gives: ['policy.central-store'],
  sizeLimit: policyDefinitionsLimit,
  together: true,

  recognises: ({ name }) => /^passport\.adm[xl]$/iu.test(name),

  async *read(files, { signal }) {
    const stores = new Map<string, FoundStore>();
    for (const file of files) {
      const place = definitionFilePlace(file.location) ?? definitionFilePlace(file.path);
      if (place === undefined) {
        yield* failedDrafts(['policy.central-store'], sourceOf('passport-admx', file), outsideStore(file), file.path);
        continue;
      }
      const store = stores.get(place.domain) ?? { languages: new Set<string>() };
      if (place.language === undefined) store.definitions = file;
      else store.languages.add(place.language);
      stores.set(place.domain, store);
    }
    for (const [domain, { definitions, languages }] of stores) {
      signal.throwIfAborted();
      // Without the definitions themselves it is not known whether the store has none or they were not copied.
      if (definitions === undefined) continue;
      const passport = { path: definitions.path, bytes: await definitions.bytesOf() };
      yield centralStoreDraft(
        { domain, exists: true, passport, languages: [...languages] },
        sourceOf('passport-admx', definitions),
      );
    }
  },
};

export default passportAdmxImporter;

const outsideStore = (file: ImportFile) =>
  ({
    reason: 'unreadable',
    code: 'definitions-outside-central-store',
    message: `${file.path} does not lie in Policies/PolicyDefinitions, so it is not the central store of a domain.`,
    next: 'Import the folder Policies of SYSVOL with its folder PolicyDefinitions.',
  }) as const;
