import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentPdf20Regular } from '@fluentui/react-icons';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { go } from '../../shell/navigation-store';
import { useThemeStore } from '../../theme/theme-store';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { useRun } from '../run/run-store';
import { ContentsCard } from './contents-card';
import { ExportCard } from './export-card';
import { OptionsCard } from './options-card';
import { RedactionCard } from './redaction-card';
import { ReportPreview } from './report-preview';
import { useReport } from './report-store';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '300px minmax(0, 1fr)',
    gap: '16px',
    flex: 1,
    minHeight: '420px',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)', flex: 'none' },
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    overflowY: 'auto',
    minHeight: 0,
    paddingRight: '2px',
    '@media (max-width: 860px)': { overflowY: 'visible' },
  },
});

/** Live preview of the report, its options, and the exports. */
export function ReportScreen() {
  const styles = useStyles();
  const version = useRun((state) => state.version);
  const paper = useThemeStore((state) => state.paper);
  const profile = useReport((state) => state.profile);
  const judged = useLoad(`judged:${version}`, () => bridge.findings.readiness({}));
  const redact = useReport((state) => state.redact);
  const notes = useReport((state) => state.notes);
  const reportProfile = useReport((state) => state.reportProfile);
  const options = { paper, profile, redact, notes, ...(reportProfile === undefined ? {} : { reportProfile }) };
  if (judged.value?.readiness == null) {
    return (
      <Page title="Report" name="report" ready={judged.value !== undefined}>
        {judged.failure === undefined ? null : (
          <FailureNotice title="The findings could not be read" failure={judged.failure} onRetry={judged.reload} />
        )}
        {judged.value === undefined && judged.failure === undefined ? <Waiting what="Reading the findings" /> : null}
        {judged.value === undefined ? null : <NothingToReport />}
      </Page>
    );
  }
  return (
    <Page
      title="Report"
      name="report"
      layout="fill"
      ready
      intro="One document for the screen and every format. Nothing leaves this laptop until you hand it over."
    >
      <div className={styles.columns}>
        <div className={styles.side}>
          <ExportCard options={options} />
          <OptionsCard options={options} />
          <RedactionCard isOn={redact} version={version} />
          <ContentsCard profile={profile} />
        </div>
        <ReportPreview options={options} version={version} />
      </div>
    </Page>
  );
}

function NothingToReport() {
  return (
    <EmptyState
      icon={<DocumentPdf20Regular />}
      title="There is nothing to report yet"
      actions={
        <Button appearance="primary" onClick={() => go({ screen: 'run' })}>
          Go to Run
        </Button>
      }
    >
      The report is written from the findings of a run. Nothing was judged in this engagement so far.
    </EmptyState>
  );
}
