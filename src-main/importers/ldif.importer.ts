import type { EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { ImportContext, Importer, ImportFile } from '../engine/importer';
import type { PilotGroup } from '../evidence/directory/directory-topic';
import { directoryTopics } from '../evidence/directory/directory-topics';
import { GroupIndex, namedGroups } from '../evidence/directory/pilot-group';
import { failedDrafts, sourceOf } from './file-drafts';
import { ExportedDirectory } from './ldif/exported-directory';
import { type LdifReading, readLdif } from './ldif/read-ldif';

const kinds: readonly EvidenceKind[] = ['ad.root-dse', ...directoryTopics.map(({ kind }) => kind)];

/** Exports of Active Directory by `ldifde` and `ldapsearch`; all files of a drop together are one directory. */
const ldifImporter: Importer = {
  id: 'ldif',
  title: 'LDIF export of Active Directory',
  gives: kinds,
  sizeLimit: 4 * 1024 * 1024 * 1024,
  together: true,

  recognises({ name, text }) {
    const first = text.split(/\r?\n/u, 200).find((line) => line.trim() !== '' && !/^[# ]/u.test(line));
    return /^(?:version: ?1\b|dn::?(?: |$))/iu.test(first ?? '') || /\.ldif?$|\.ldf$/iu.test(name);
  },

  async *read(files, context) {
    const directory = new ExportedDirectory(context.scope, await findPilotGroups(files, context));
    const damaged = new Map<ImportFile, string>();
    const withoutEntries: { readonly file: ImportFile; readonly reading: LdifReading }[] = [];
    let total = 0;
    for (const file of files) {
      const reading = await readLdif(file, context.signal, (entry) => {
        directory.add(entry, file);
        total += 1;
        if (total % 1000 === 0) context.progress(`Reading ${file.path}`, total);
      });
      if (reading.entries === 0) withoutEntries.push({ file, reading });
      if (reading.problemCount > 0) damaged.set(file, sentenceOf(file, reading));
    }
    // What such a file should have held is not known; one failure a kind explains what the others do not give. It comes first: it is why those are incomplete.
    const [first] = withoutEntries;
    if (first !== undefined) yield* failedDrafts(kinds, sourceOf('ldif', first.file), noEntriesFailure(withoutEntries));
    yield* directory.drafts(damaged);
  },
};

export default ldifImporter;

/** Members of nested groups can only be told when all groups are known: a first pass over the files, made only when the scope names a group. */
async function findPilotGroups(
  files: readonly ImportFile[],
  { scope, signal, progress }: ImportContext,
): Promise<ReadonlyMap<string, PilotGroup>> {
  const named = namedGroups(scope);
  const found = new Map<string, PilotGroup>();
  if (named.length === 0) return found;
  const groups = new GroupIndex(named);
  for (const file of files) {
    progress(`Looking for pilot groups in ${file.path}`, 0);
    await readLdif(file, signal, (entry) => groups.add(entry));
  }
  for (const name of named) {
    const group = groups.resolve(name);
    if (group !== undefined) found.set(name, group);
  }
  return found;
}

function sentenceOf(file: ImportFile, { problems, problemCount }: LdifReading): string {
  const [first] = problems;
  const place = first === undefined || first.line === 0 ? '' : ` at line ${first.line}`;
  const more = problemCount > 1 ? ` There are ${problemCount - 1} more such places.` : '';
  return `${file.path} is damaged${place}. ${first?.message ?? ''}${more}`;
}

function noEntriesFailure(
  files: readonly { readonly file: ImportFile; readonly reading: LdifReading }[],
): EvidenceFailure {
  const sentences = files.map(({ file, reading: { problems } }) => {
    const [first] = problems;
    const why =
      first === undefined
        ? 'It is empty, or a search without results.'
        : `${first.line === 0 ? '' : `Line ${first.line}: `}${first.message}`;
    return `${file.path} holds no entry of a directory. ${why}`;
  });
  return {
    reason: 'unreadable',
    code: 'ldif-no-entries',
    message: sentences.join(' ').slice(0, 2000),
    next: 'Export the partition with ldifde -f or ldapsearch and import that file.',
  };
}
