import { useLoad } from '../../../api/use-load';
import { FailureNotice } from '../../../ui/failure-notice';
import { useAnswers } from '../../interview/use-answers';
import { useRun } from '../../run/run-store';
import type { StepProps } from '../setup-screen';
import { listAllEvidence } from './all-evidence';
import { CollectorsCard } from './collectors-card';
import { DecidableBar } from './decidable-bar';
import { ImportCard } from './import-card';
import { MatrixCard } from './matrix-card';

export function SourcesStep({ draft, change }: StepProps) {
  const version = useRun((state) => state.version);
  const { value, failure, reload } = useLoad(`evidence:${version}`, listAllEvidence);
  const answers = useAnswers();
  return (
    <>
      <DecidableBar draft={draft} />
      {failure === undefined ? null : (
        <FailureNotice title="The list of evidence could not be read" failure={failure} onRetry={reload} />
      )}
      <MatrixCard live={draft.live} evidence={value ?? []} answers={[...(answers?.values() ?? [])]} />
      <CollectorsCard version={version} />
      <ImportCard draft={draft} change={change} />
    </>
  );
}
