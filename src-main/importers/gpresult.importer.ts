import type { EvidenceFailure } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import { isGpresult, readGpresult } from '../evidence/gpresult';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, isWebPage, sourceOf, unreadableFile } from './file-drafts';

const id = 'gpresult';
const kinds = ['policy.resultant'] as const;
const next =
  'Run gpresult /x result.xml /f on the client, as administrator in the session of the user, and import the file.';

/** Reports of `gpresult /x`: what a client made of group policy. */
const gpresultImporter: Importer = {
  id,
  title: 'Report of gpresult /x',
  gives: kinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ bytes, name, text }) =>
    isGpresult(decodeText(bytes)) || (/gpresult/iu.test(name) && (/\.html?$/iu.test(name) || isWebPage(text))),

  async *read(files, { signal }) {
    for (const file of files) {
      signal.throwIfAborted();
      const source = sourceOf(id, file);
      try {
        const text = decodeText(await file.bytesOf());
        if (!isGpresult(text)) {
          yield* failedDrafts(kinds, source, webReport(file));
          continue;
        }
        const { data, readAt } = readGpresult(text);
        const target = data.account === undefined ? data.host : `${data.host} ${data.account.toLowerCase()}`;
        const halves = [data.machine, data.user].filter((half) => half !== undefined);
        const facts = halves.reduce((sum, { policies, values }) => sum + policies.length + values.length, 0);
        const notes =
          data.machine === undefined
            ? [`${file.path} holds no results of the computer: gpresult was not run as administrator.`]
            : [];
        yield { kind: 'policy.resultant', target, source, status: 'complete', data, facts, notes, collectedAt: readAt };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
      }
    }
  },
};

export default gpresultImporter;

const webReport = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'gpresult-web-page',
  message: `${file.path} is a report of gpresult for reading, in the language of the machine, and is not evaluated.`,
  next,
});
