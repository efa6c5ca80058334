import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { evidenceContract } from '../../../src-shared/ipc/evidence';
import { AppError } from '../../../src-shared/model/error';
import { readEvidence, readEvidencePage } from '../../store/evidence';
import type { AppContext } from '../app-context';
import { rawView } from './raw-view';

/** Characters of decoded facts that are shown; the rest is in the JSON export. */
const factsLimit = 400_000;

export function evidenceHandlers({ session }: AppContext): HandlersOf<typeof evidenceContract> {
  return {
    list: ({ after }) => {
      const { records, next } = readEvidencePage(session.file, after);
      return { records, next: next ?? null };
    },
    view: async ({ id, locate }) => {
      const { file } = session;
      const record = await readEvidence(file, id);
      if (record === undefined) {
        throw new AppError(
          'no-evidence',
          'This evidence is not in the engagement.',
          'Choose another record from the list.',
        );
      }
      const { header, dataJson } = record;
      const raw = header.sha256 === undefined ? undefined : await rawView(file, header.sha256, locate);
      return { header, facts: readableFacts(dataJson), raw: raw ?? null };
    },
  };
}

/** Indented when it is short enough to be indented without holding up the window. */
function readableFacts(dataJson: string | null): string {
  if (dataJson === null) return '';
  if (dataJson.length > factsLimit)
    return `${dataJson.slice(0, factsLimit)}\n… (${dataJson.length - factsLimit} more characters)`;
  return JSON.stringify(JSON.parse(dataJson), null, 2);
}
