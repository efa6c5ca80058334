import type { ValueOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { keptAnswers } from '../../api/kept-answers';
import { type Loaded, useLoad } from '../../api/use-load';
import { useRun } from '../run/run-store';

type Contradictions = ValueOf<typeof bridge.findings.contradictions>;

const kept = keptAnswers<Contradictions>();

/** Where the sources of the latest judged run cannot all be right. */
export function useContradictions(): Loaded<Contradictions> {
  const version = useRun((state) => state.version);
  return useLoad(`contradictions:${version}`, () => bridge.findings.contradictions({}), kept);
}
