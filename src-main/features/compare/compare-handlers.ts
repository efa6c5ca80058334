import { changedObjectsShown, type compareContract } from '../../../src-shared/ipc/compare';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { Comparison } from '../../../src-shared/model/comparison';
import { AppError } from '../../../src-shared/model/error';
import { compareReports } from '../../report/compare-reports';
import { closeEngagement, openEngagement } from '../../store/engagement-file';
import type { AppContext } from '../app-context';
import { knownPath } from '../library/known-path';
import { loadReportDocument } from '../report/load-report-document';

export function compareHandlers(context: AppContext): HandlersOf<typeof compareContract> {
  return {
    with: async ({ path, passphrase }) => {
      const { file } = context.session;
      const older = knownPath(context, path);
      if (older === file.path) throw sameFile();
      const other = await openEngagement(older, passphrase);
      try {
        const now = new Date();
        const before = await loadReportDocument(other, now);
        return { comparison: short(compareReports(before, await loadReportDocument(file, now))) };
      } finally {
        closeEngagement(other);
      }
    },
  };
}

const short = (comparison: Comparison): Comparison => ({
  ...comparison,
  checks: comparison.checks.map((check) => ({ ...check, objects: check.objects.slice(0, changedObjectsShown) })),
});

const sameFile = (): AppError =>
  new AppError('same-engagement', 'This is the engagement that is open.', 'Choose an older one to compare it with.');
