import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { EngagementDraft } from '../../../../src-shared/model/engagement';
import { partOf } from '../../../text/quantity';
import { FailureNotice } from '../../../ui/failure-notice';
import { ShareBar } from '../../../ui/share-bar';
import { usePreview } from '../use-preview';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How many checks the chosen live sources can decide, before anything is contacted. */
export function DecidableBar({ draft }: { readonly draft: EngagementDraft }) {
  const styles = useStyles();
  const { value, failure, reload } = usePreview(draft);
  if (failure !== undefined)
    return <FailureNotice title="The checks could not be counted" failure={failure} onRetry={reload} />;
  if (value === undefined) return <div>Counting what the chosen sources can decide…</div>;
  return (
    <div className={styles.root}>
      {value.decidable === 0 ? (
        <Text weight="semibold">No live source that decides a check is chosen.</Text>
      ) : (
        <>
          <Text weight="semibold">
            The chosen live sources can decide {partOf(value.decidable, value.implemented)} checks
          </Text>
          <ShareBar part={value.decidable} whole={value.implemented} />
        </>
      )}
      <span className={styles.quiet}>
        {partOf(value.implemented, value.applicable)} checks that apply are judged by this version.
        {draft.imports.length > 0 ? ' Imported files decide more once they are read.' : ''}
      </span>
    </div>
  );
}
