import { basename, dirname, join } from 'node:path';
import type { compareContract } from '../../../src-shared/ipc/compare';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { AppError } from '../../../src-shared/model/error';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { redactedDetails } from '../../report/delta/redact-delta';
import { withBranding } from '../../report/with-branding';
import { writeRendered } from '../../report/write-report';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { readableFile } from '../../store/open-beside';
import { redactionKey } from '../../store/redaction-key';
import type { AppContext } from '../app-context';
import { knownPath } from '../library/known-path';
import { chosenBranding } from '../report/chosen-branding';
import { exportFormats } from '../report/export-formats';

export function compareHandlers(context: AppContext): HandlersOf<typeof compareContract> {
  const { session, unlocked, desktop, settings, compare, written, reportWork } = context;
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
      const comparison = await compare('compare', order, signal);
      olderPath = older;
      return { comparison };
    },
    export: async ({ format, paper, redact }, { signal, progress }) => {
      const { file } = session;
      const before = readableFile(unlockedFile(context, olderPath));
      const branding = chosenBranding(settings);
      const createdAt = new Date().toISOString();
      const details = readDraft(file).details;
      const page = withBranding(
        {
          kind: 'delta' as const,
          details: redact ? redactedDetails(details) : details,
          product: { name: 'Hello Preflight', version: context.version },
          createdAt,
        },
        branding,
      );
      const { customer, classification } = page.details;
      const named = { customer, classification, createdAt, profile: 'delta' };
      const own = redact ? 'Redacted report' : basename(file.path).replace(/\.preflight$/iu, '');
      const name = reportFileName(branding.fileName, named) || `${own} – what changed`;
      const suggested = join(dirname(file.path), `${name}.${exportFormats[format].extension}`);
      const path = await desktop.chooseSavePath(suggested, exportFormats[format]);
      if (path === undefined) return { path: null, sizeBytes: null };
      progress({ phase: `Writing ${basename(path)}` });
      const key = redact ? redactionKey(file) : undefined;
      const order = { before, after: readableFile(file), createdAt, branding, redactionKey: key };
      const { sizeBytes } = await writeRendered(
        page,
        { format, path, paper, profile: 'executive' },
        { render: (rendering) => compare('render', { ...order, rendering }, signal), finish: reportWork.finish },
      );
      written.add(path);
      return { path, sizeBytes };
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
