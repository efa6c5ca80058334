import { useEffect, useState } from 'react';
import type { Envelope } from '../../../src-shared/ipc/define';
import type { ReportProfiles } from '../../../src-shared/report/report-profiles';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';

/** Takes over what a change answers; undefined when it went wrong. */
export type TakeProfiles = <T extends ReportProfiles>(request: Promise<Envelope<T>>) => Promise<T | undefined>;

/** The report profiles of this computer, with what went wrong last. */
export function useReportProfiles(): {
  readonly profiles: ReportProfiles | undefined;
  readonly failure: Failure | undefined;
  readonly take: TakeProfiles;
} {
  const [profiles, setProfiles] = useState<ReportProfiles>();
  const [failure, setFailure] = useState<Failure>();
  const take: TakeProfiles = async (request) => {
    const answer = await answerOf(request);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return undefined;
    setProfiles(answer.value);
    return answer.value;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => {
    void take(bridge.report.profiles({}));
  }, []);
  return { profiles, failure, take };
}
