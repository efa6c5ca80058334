import type { EngagementSummary } from '../../../src-shared/model/engagement';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import type { AppContext } from '../app-context';
import { summaryOf } from '../session';

/** Makes an opened file the one of the window; what was open before is closed. */
export async function showEngagement(context: AppContext, file: EngagementFile): Promise<EngagementSummary> {
  await context.session.use(file);
  return refreshShown(context, file);
}

/** Title bar and library follow what the engagement says. */
export function refreshShown({ library, desktop }: AppContext, file: EngagementFile): EngagementSummary {
  const { customer } = readDraft(file).details;
  library.opened(file.path, customer);
  desktop.showTitle(customer);
  return summaryOf(file);
}
