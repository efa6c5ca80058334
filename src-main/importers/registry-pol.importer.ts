import type { Importer, ImportFile } from '../engine/importer';
import {
  type PolicyFilePlace,
  type PolicyFolder,
  policyFilePlace,
  policyRegistryDraft,
} from '../evidence/policy-folder';
import { isRegistryPol, registryPolLimit } from '../evidence/registry-pol';
import { failedDrafts, sourceOf } from './file-drafts';

/** A policy folder whose files have been found but not read. */
interface FoundFolder {
  readonly domain: string;
  readonly guid: string;
  readonly files: Map<PolicyFilePlace['part'], ImportFile>;
}

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
    const folders = new Map<string, FoundFolder>();
    for (const file of files) {
      const place = policyFilePlace(file.location) ?? policyFilePlace(file.path);
      if (place === undefined)
        yield* failedDrafts(['policy.registry'], sourceOf('registry-pol', file), noPlaceFailure(file), file.path);
      else addTo(folders, place, file);
    }
    let read = 0;
    for (const folder of folders.values()) {
      signal.throwIfAborted();
      yield await draftOf(folder);
      read += 1;
      progress('Reading policy folders', read);
    }
  },
};

export default registryPolImporter;

function addTo(
  folders: Map<string, FoundFolder>,
  { root, domain, guid, part }: PolicyFilePlace,
  file: ImportFile,
): void {
  const key = `${root}/${guid}`;
  const folder = folders.get(key) ?? { domain, guid, files: new Map() };
  folder.files.set(part, file);
  folders.set(key, folder);
}

async function draftOf({ domain, guid, files }: FoundFolder) {
  const fileOf = async (part: PolicyFilePlace['part']): Promise<PolicyFolder['machine']> => {
    const file = files.get(part);
    return file === undefined ? undefined : { path: file.path, bytes: await file.bytesOf() };
  };
  const folder = {
    domain,
    guid,
    machine: await fileOf('machine'),
    user: await fileOf('user'),
    gptIni: await fileOf('gptIni'),
  };
  const shown = files.get('machine') ?? files.get('user') ?? files.get('gptIni');
  if (shown === undefined) throw new Error('A policy folder without files');
  return policyRegistryDraft(folder, sourceOf('registry-pol', shown));
}

const noPlaceFailure = (file: ImportFile) =>
  ({
    reason: 'unreadable',
    code: 'policy-file-without-folder',
    message: `${file.path} does not lie in a policy folder ({GUID}/Machine or {GUID}/User), so the policy it belongs to is not known.`,
    next: 'Import the folder Policies of SYSVOL as it is, or the {GUID} folder of the policy.',
  }) as const;
