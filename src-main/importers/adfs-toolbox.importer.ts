import type { EvidenceDraft, EvidenceFailure } from '../../src-shared/model/evidence';
import type { Importer } from '../engine/importer';
import { adfsFactKinds, adfsFacts, unnamedFarm } from '../evidence/cmdlets/adfs-facts';
import { isAdfsToolboxFile, kindsOfCmdlet, readAdfsToolbox } from '../evidence/cmdlets/adfs-toolbox';
import { readJsonObjects } from '../evidence/powershell/json-objects';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, sourceOf, unreadableFile } from './file-drafts';

const id = 'adfs-toolbox';
const next =
  'Run `Export-AdfsDiagnosticsFile` on the primary AD FS server as an administrator of AD FS, or the AD FS collector of this app, which reads everything.';

/** A file of Microsoft's adfsToolbox, old or new: the settings of the farm it holds, none of the verdicts of its tests. */
const adfsToolboxImporter: Importer = {
  id,
  title: 'File of adfsToolbox (AD FS diagnostics)',
  gives: adfsFactKinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ text }) => isAdfsToolboxFile(text),

  async *read([file]) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const [bag] = readJsonObjects(decodeText(await file.bytesOf()));
      if (bag === undefined) throw new Error('It holds no object');
      const { output, service, parts, failures } = readAdfsToolbox(bag);
      const target = service ?? unnamedFarm;
      const collectedAt = writtenAt(file.name);
      const about = { target, source, ...(collectedAt === undefined ? {} : { collectedAt }) };
      for (const { incomplete, ...known } of adfsFacts(output)) {
        const lack = incomplete ?? parts.get(known.kind);
        const notes = ['The verdicts of the tests in the file are not taken over.'];
        // Kind and data come from the same fact, which TypeScript cannot follow through the union.
        yield (
          lack === undefined
            ? { ...known, ...about, notes, status: 'complete' }
            : { ...known, ...about, notes, status: 'partial', failure: failureOf(`${file.path}: ${lack}`) }
        ) as EvidenceDraft;
      }
      for (const [cmdlet, noted] of failures)
        for (const kind of kindsOfCmdlet(cmdlet))
          yield {
            kind,
            ...about,
            status: 'failed',
            failure: failureOf(`${file.path}: ${cmdlet} failed. ${noted}`),
            facts: 0,
          };
    } catch (error) {
      yield* failedDrafts(adfsFactKinds, source, unreadableFile(file, error, next));
    }
  },
};

export default adfsToolboxImporter;

const failureOf = (message: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'toolbox-incomplete',
  message,
  next,
});

/** The tool names its file after the minute it was made. Its time zone is not known, which is at most half a day: less than what makes evidence old. */
function writtenAt(name: string): string | undefined {
  const parts = /^ADFSDiagnosticsFile-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.json$/iu.exec(name)?.slice(1);
  if (parts === undefined) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
