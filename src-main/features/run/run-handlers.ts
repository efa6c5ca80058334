import type { HandlersOf, JobContext } from '../../../src-shared/ipc/define';
import type { RunProgress, runContract } from '../../../src-shared/ipc/run';
import type { Run } from '../../../src-shared/model/run';
import { catalogueVersion } from '../../knowledge/catalogue';
import { readDraft, saveDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { latestRun } from '../../store/runs';
import type { AppContext } from '../app-context';
import { type AssessmentRequest, runAssessment } from './assess';

export function runHandlers({ session, host, collector, desktop }: AppContext): HandlersOf<typeof runContract> {
  const run = (
    context: JobContext<RunProgress>,
    request: Pick<AssessmentRequest, 'mode' | 'credentials' | 'importPaths' | 'choice'>,
    prepare?: (file: EngagementFile) => void,
  ): Promise<Run> =>
    session.runAlone(context.signal, async (file, signal) => {
      prepare?.(file);
      return await runAssessment({
        ...request,
        file,
        host,
        collector,
        catalogueVersion,
        onProgress: context.progress,
        // A browser that cannot be opened is seen by the person who waits for it; the sign-in ends by itself.
        openAddress: (url) => void desktop.openAddress(url).catch(() => undefined),
        signal,
      });
    });

  return {
    start: ({ mode, credentials, choice }, context) => run(context, { mode, credentials, choice }),
    latest: () => ({ run: latestRun(session.file) ?? null }),
    import: ({ paths }, context) =>
      run(context, { mode: 'import', credentials: [], importPaths: paths }, (file) => addImports(file, paths)),
  };
}

/** Kept with the engagement, so that the next full run reads them again. */
export function addImports(file: EngagementFile, paths: readonly string[]): void {
  const draft = readDraft(file);
  const known = new Set(draft.imports.map((entry) => entry.path));
  const addedAt = new Date().toISOString();
  const added = [...new Set(paths)].filter((path) => !known.has(path)).map((path) => ({ path, addedAt }));
  if (added.length > 0) saveDraft(file, { ...draft, imports: [...draft.imports, ...added] });
}
