import { makeStyles, tokens } from '@fluentui/react-components';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { FailureNotice } from '../../ui/failure-notice';
import { Waiting } from '../../ui/waiting';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '360px',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  frame: { flex: 1, border: 'none', width: '100%', backgroundColor: '#ffffff' },
});

export interface ReportOptions {
  readonly paper: 'A4' | 'Letter';
  readonly profile: 'executive' | 'technical';
  /** Names of the customer are replaced. */
  readonly redact: boolean;
  readonly notes: boolean;
  readonly reportProfile?: string;
}

/** The document as it will be exported, in a frame without scripts. */
export function ReportPreview({ options, version }: { readonly options: ReportOptions; readonly version: number }) {
  const styles = useStyles();
  const { value, failure, isLoading, reload } = useLoad(JSON.stringify({ options, version }), () =>
    bridge.report.preview({ options }),
  );
  return (
    <section className={styles.root} aria-label="Preview" data-preview={isLoading ? 'loading' : 'shown'}>
      {failure === undefined ? null : (
        <FailureNotice title="The preview could not be made" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Writing the report for the preview" /> : null}
      {value === undefined || failure !== undefined ? null : (
        <iframe className={styles.frame} title="Preview of the report" sandbox="" src={value.url} />
      )}
    </section>
  );
}
