import { useMemo, useState } from 'react';
import type { FindingRow } from '../../src-shared/model/finding';
import { bridge } from '../api/bridge';
import { useLoad } from '../api/use-load';
import { emptyFilter } from '../features/findings/findings-store';
import { useCatalogue } from './catalogue-store';
import { availableCommands, type Command } from './commands';
import { useEngagement } from './engagement-store';
import { screenButtons } from './screen-buttons';

const noRows: readonly FindingRow[] = [];

/** The commands that make sense where the palette was opened. */
export function useCommands(): readonly Command[] {
  const hasEngagement = useEngagement((state) => state.engagement !== null);
  const checks = useCatalogue((state) => state.checks);
  const [onScreen] = useState(screenButtons);
  const findings = useFindingRows(hasEngagement);
  return useMemo(
    () => availableCommands({ hasEngagement, checks, findings, onScreen }),
    [hasEngagement, checks, findings, onScreen],
  );
}

/** The findings of the open engagement, so that a server is found by its name. */
function useFindingRows(hasEngagement: boolean): readonly FindingRow[] {
  const { value } = useLoad(`palette:${hasEngagement}`, async () =>
    hasEngagement
      ? await bridge.findings.list({ filter: emptyFilter, sort: { by: 'urgency', descending: false } })
      : { ok: true as const, value: { rows: [], total: 0, conclusions: 0, undecided: 0, decisionsRaisedAgain: 0 } },
  );
  return value?.rows ?? noRows;
}
