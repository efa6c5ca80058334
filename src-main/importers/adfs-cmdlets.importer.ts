import type { EvidenceDraft, EvidenceFailure } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import { type AdfsCmdlet, adfsCmdletOf, adfsCmdlets } from '../evidence/cmdlets/adfs-cmdlets';
import {
  adfsFactKinds,
  adfsFacts,
  cmdletOfKind,
  federationServiceIn,
  unnamedFarm,
} from '../evidence/cmdlets/adfs-facts';
import { isAdfsToolboxFile } from '../evidence/cmdlets/adfs-toolbox';
import { isCollectorFile } from '../evidence/collector/collector-file';
import { readCliXml } from '../evidence/powershell/cli-xml';
import { readFormatList } from '../evidence/powershell/format-list';
import { readJsonObjects } from '../evidence/powershell/json-objects';
import type { PropertyBag } from '../evidence/powershell/property-bag';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, sourceOf, unreadableFile } from './file-drafts';

const id = 'adfs-cmdlets';
const next =
  'Export the cmdlet again with `… | ConvertTo-Json -Depth 6`, which keeps lists whole and dates unambiguous.';

/** Output of AD FS cmdlets: text of `Format-List` as ADFS-Diag saves it, `ConvertTo-Json`, `Export-Clixml`. The files of a drop are about one farm. */
const adfsCmdletsImporter: Importer = {
  id,
  title: 'Output of AD FS cmdlets',
  gives: adfsFactKinds,
  sizeLimit: 32 * 1024 * 1024,
  together: true,

  recognises: ({ text, bytes, name }) => {
    const head = decodeText(bytes);
    if (isCollectorFile(head)) return false;
    if (/^\s*<Objs\b/u.test(head)) return namesACmdlet(head) || /Get-Adfs/iu.test(name);
    if (isAdfsToolboxFile(text)) return false;
    return namesACmdlet(head) && (/^\s*[[{]/u.test(head) || /^[A-Za-z]\w{1,80} *: /mu.test(head));
  },

  async *read(files, { signal, progress }) {
    const output = new Map<AdfsCmdlet, PropertyBag[]>();
    const sources = new Map<AdfsCmdlet, ImportFile>();
    const notes: string[] = [];
    const damaged: EvidenceDraft[] = [];
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      progress(`Reading ${file.path}`, index);
      try {
        const bags = readBags(decodeText(await file.bytesOf()));
        const known = bags.flatMap((bag) => {
          const cmdlet = adfsCmdletOf(bag);
          return cmdlet === undefined ? [] : [{ cmdlet, bag }];
        });
        if (known.length < bags.length)
          notes.push(
            `${bags.length - known.length} of ${bags.length} objects in ${file.path} are of no cmdlet that is read.`,
          );
        for (const { cmdlet, bag } of known) {
          output.set(cmdlet, [...(output.get(cmdlet) ?? []), bag]);
          if (!sources.has(cmdlet)) sources.set(cmdlet, file);
        }
      } catch (error) {
        damaged.push(...failedDrafts(adfsFactKinds, sourceOf(id, file), unreadableFile(file, error, next)));
      }
    }
    const target = federationServiceIn(output) ?? unnamedFarm;
    const [anyFile] = sources.values();
    for (const fact of adfsFacts(output)) {
      const file = sources.get(cmdletOfKind[fact.kind]) ?? anyFile;
      if (file === undefined) continue;
      const { incomplete, ...known } = fact;
      const draft = { ...known, target, source: sourceOf(id, file), notes: notes.splice(0) };
      // Kind and data come from the same fact, which TypeScript cannot follow through the union.
      yield (
        incomplete === undefined
          ? { ...draft, status: 'complete' }
          : { ...draft, status: 'partial', failure: incompleteFile(file, incomplete) }
      ) as EvidenceDraft;
    }
    yield* damaged;
  },
};

export default adfsCmdletsImporter;

const incompleteFile = (file: ImportFile, sentence: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'cmdlet-incomplete',
  message: `${file.path}: ${sentence}`,
  next,
});

/** All property names of one cmdlet in the head of a file. */
const namesACmdlet = (head: string): boolean =>
  Object.values(adfsCmdlets).some((names) => names.every((name) => new RegExp(`\\b${name}\\b`, 'u').test(head)));

function readBags(text: string): readonly PropertyBag[] {
  if (/^\s*<(?:\?xml|Objs)\b/u.test(text)) return readCliXml(text);
  return /^\s*[[{]/u.test(text) ? readJsonObjects(text) : readFormatList(text);
}
