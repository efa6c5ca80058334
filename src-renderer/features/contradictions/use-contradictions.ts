import type { Contradiction } from '../../../src-shared/model/contradiction';
import { bridge } from '../../api/bridge';
import { type Loaded, useLoad } from '../../api/use-load';
import { useRun } from '../run/run-store';

/** Where the sources of the latest judged run cannot all be right. */
export function useContradictions(): Loaded<{ readonly contradictions: readonly Contradiction[] }> {
  const version = useRun((state) => state.version);
  return useLoad(`contradictions:${version}`, () => bridge.findings.contradictions({}));
}
