import type { EvidenceFailure } from '../../src-shared/model/evidence';
import type { ImportFile } from '../engine/importer';
import type { PolicyFile, PolicyFolder } from '../evidence/policy-folder';
import { type PolicyPart, policyFilePlace } from '../evidence/policy-place';

/** The files of one policy that have been found but not read. */
interface FoundFolder {
  readonly domain: string;
  readonly guid: string;
  readonly files: Map<PolicyPart, ImportFile>;
}

/** Files of a SYSVOL copy by the policy folder they lie in, and those that lie in none. */
export function policyFolders(files: readonly ImportFile[]): {
  readonly folders: readonly FoundFolder[];
  readonly misplaced: readonly ImportFile[];
} {
  const folders = new Map<string, FoundFolder>();
  const misplaced: ImportFile[] = [];
  for (const file of files) {
    const place = policyFilePlace(file.location) ?? policyFilePlace(file.path);
    if (place === undefined) {
      misplaced.push(file);
      continue;
    }
    const { root, domain, guid, part } = place;
    const folder = folders.get(`${root}/${guid}`) ?? { domain, guid, files: new Map() };
    folder.files.set(part, file);
    folders.set(`${root}/${guid}`, folder);
  }
  return { folders: [...folders.values()], misplaced };
}

/** Reads the files of a folder; `shown` stands for all of them where one has to be named. */
export async function readPolicyFolder({ domain, guid, files }: FoundFolder): Promise<{
  readonly folder: PolicyFolder;
  readonly shown: ImportFile;
}> {
  const [shown] = files.values();
  if (shown === undefined) throw new Error('A policy folder without files');
  const read: Partial<Record<PolicyPart, PolicyFile>> = {};
  for (const [part, file] of files) read[part] = { path: file.path, bytes: await file.bytesOf() };
  return { folder: { domain, guid, files: read }, shown };
}

export const noPlaceFailure = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'policy-file-without-folder',
  message: `${file.path} does not lie in a policy folder ({GUID}/Machine or {GUID}/User), so the policy it belongs to is not known.`,
  next: 'Import the folder Policies of SYSVOL as it is, or the {GUID} folder of the policy.',
});
