import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { EvidenceFailure } from '../../../../src-shared/model/evidence';
import type { AdfsSource, LiveSources } from '../../../../src-shared/model/plan';
import { bridge } from '../../../api/bridge';
import { useJob } from '../../../api/use-job';
import { FailureNotice } from '../../../ui/failure-notice';
import { Untrusted } from '../../../ui/untrusted';

type TestResult =
  | { readonly ok: true; readonly issuer: string }
  | { readonly ok: false; readonly failure: EvidenceFailure };

/** Reads the discovery document of the farm once, as soon as it is shown. */
export function AdfsTest({ source, live }: { readonly source: AdfsSource; readonly live: LiveSources }) {
  const { start, isRunning, progress, answer } = useJob<{ phase: string }, TestResult>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: tested once; the parent makes a new one when the source changes
  useEffect(() => {
    void start((onProgress) => bridge.sources.testAdfs({ source, live }, onProgress));
  }, []);
  if (isRunning)
    return <Spinner size="tiny" label={progress?.phase ?? `Connecting to ${source.host}; at most half a minute`} />;
  if (answer === undefined) return null;
  if (!answer.ok) return <FailureNotice title="The test could not be made" failure={answer.error} />;
  if (!answer.value.ok) return <FailureNotice title="No connection" failure={answer.value.failure} />;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Connected</MessageBarTitle>
        The farm calls itself <Untrusted>{answer.value.issuer}</Untrusted>.
      </MessageBarBody>
    </MessageBar>
  );
}
