import type { Importer } from '../engine/importer';
import { policyRegistryDraft } from '../evidence/policy-folder';
import { policyFilePlace } from '../evidence/policy-place';
import { isRegistryPol, registryPolLimit } from '../evidence/registry-pol';
import { failedDrafts, sourceOf } from './file-drafts';
import { noPlaceFailure, policyFolders, readPolicyFolder } from './policy-folders';

/** `registry.pol` and `gpt.ini` of a SYSVOL copy; the files of one policy folder become one record. */
const registryPolImporter: Importer = {
  id: 'registry-pol',
  title: 'Group policy files of SYSVOL',
  gives: ['policy.registry'],
  sizeLimit: registryPolLimit,
  together: true,

  recognises: ({ name, path, bytes }) =>
    isRegistryPol(bytes) ||
    name.toLowerCase() === 'registry.pol' ||
    (name.toLowerCase() === 'gpt.ini' && policyFilePlace(path) !== undefined),

  async *read(files, { signal, progress }) {
    const { folders, misplaced } = policyFolders(files);
    for (const file of misplaced)
      yield* failedDrafts(['policy.registry'], sourceOf('registry-pol', file), noPlaceFailure(file), file.path);
    for (const [index, found] of folders.entries()) {
      signal.throwIfAborted();
      const { folder, shown } = await readPolicyFolder(found);
      yield policyRegistryDraft(folder, sourceOf('registry-pol', shown));
      progress('Reading policy folders', index + 1);
    }
  },
};

export default registryPolImporter;
