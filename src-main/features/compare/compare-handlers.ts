import type { compareContract } from '../../../src-shared/ipc/compare';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { AppError } from '../../../src-shared/model/error';
import type { RenderedReport, Rendering } from '../../report/render-report';
import type { EngagementFile } from '../../store/engagement-file';
import { readableFile } from '../../store/open-beside';
import { redactionKey } from '../../store/redaction-key';
import type { AppContext } from '../app-context';
import { knownPath } from '../library/known-path';
import { chosenBranding } from '../report/chosen-branding';
import { exportReport } from '../report/export-report';

export function compareHandlers(context: AppContext): HandlersOf<typeof compareContract> {
  const { session, unlocked, settings, reportWork } = context;
  /** Path of the engagement that was compared with last. */
  let olderPath: string | undefined;

  return {
    with: async ({ path, passphrase }, { signal, progress }) => {
      const older = knownPath(context, path);
      if (older === session.file.path) throw sameFile();
      progress({ phase: 'Opening the older engagement' });
      unlocked.lock(older); // opened twice it would be read-only the second time
      await unlocked.unlock(older, passphrase);
      progress({ phase: 'Comparing' });
      const order = { before: readableFile(unlockedFile(context, older)), after: readableFile(session.file) };
      const comparison = await reportWork('compare', order, signal);
      olderPath = older;
      return { comparison };
    },
    export: async ({ format, paper, redact }, going) => {
      const { file } = session;
      const before = readableFile(unlockedFile(context, olderPath));
      const common = { createdAt: new Date().toISOString(), branding: chosenBranding(settings) };
      const names = { kind: 'delta', named: 'delta', suffix: ' – what changed', profile: 'executive' } as const;
      const render = (rendering: Rendering): Promise<RenderedReport> => {
        const key = redact ? redactionKey(file) : undefined;
        const order = { ...common, before, after: readableFile(file), redactionKey: key, rendering };
        return reportWork('delta', order, going.signal);
      };
      return await exportReport(context, { ...common, ...names, format, paper, redact, render }, going);
    },
  };
}

/** The older engagement stays unlocked, as one that is searched does, until it is locked or opened. */
function unlockedFile({ unlocked }: AppContext, path: string | undefined): EngagementFile {
  const file = unlocked.files.find((each) => each.path === path);
  if (file !== undefined) return file;
  throw new AppError(
    'older-locked',
    'The older engagement is not unlocked any more, so nothing was written.',
    'Compare with it again, then export.',
  );
}

const sameFile = (): AppError =>
  new AppError('same-engagement', 'This is the engagement that is open.', 'Choose an older one to compare it with.');
