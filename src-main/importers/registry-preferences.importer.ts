import type { Importer } from '../engine/importer';
import { policyPreferencesDraft } from '../evidence/policy-folder';
import { failedDrafts, sourceOf } from './file-drafts';
import { noPlaceFailure, policyFolders, readPolicyFolder } from './policy-folders';

/** `Preferences\Registry\Registry.xml` of a SYSVOL copy; both halves of a policy become one record. */
const registryPreferencesImporter: Importer = {
  id: 'registry-preferences',
  title: 'Registry preferences of SYSVOL',
  gives: ['policy.preferences'],
  sizeLimit: 8 * 1024 * 1024,
  together: true,

  recognises: ({ name, text }) => /<RegistrySettings[\s>]/u.test(text) || name.toLowerCase() === 'registry.xml',

  async *read(files, { signal, progress }) {
    const { folders, misplaced } = policyFolders(files);
    for (const file of misplaced)
      yield* failedDrafts(
        ['policy.preferences'],
        sourceOf('registry-preferences', file),
        noPlaceFailure(file),
        file.path,
      );
    for (const [index, found] of folders.entries()) {
      signal.throwIfAborted();
      const { folder, shown } = await readPolicyFolder(found);
      yield policyPreferencesDraft(folder, sourceOf('registry-preferences', shown));
      progress('Reading preferences of policies', index + 1);
    }
  },
};

export default registryPreferencesImporter;
