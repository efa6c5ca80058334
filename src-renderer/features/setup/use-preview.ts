import { useEffect, useState } from 'react';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';

const settleMs = 200;

/** What a run of this draft would contact and how many checks apply; asked again when scope, sources or imports settle. */
export function usePreview({ scope, live, imports }: EngagementDraft) {
  const wanted = JSON.stringify({ scope, live, importCount: imports.length });
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), settleMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  return useLoad(settled, () => bridge.sources.preview({ scope, live, importCount: imports.length }));
}
