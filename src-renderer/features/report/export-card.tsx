import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentPdf20Regular } from '@fluentui/react-icons';
import { bridge } from '../../api/bridge';
import { Card } from '../../ui/card';
import type { ReportOptions } from './report-preview';
import { type DocumentFormat, useWriting } from './use-writing';
import { WritingStatus } from './writing-status';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  format: { minWidth: 0 },
});

const what = 'The report';
const formats: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'];

/** Writes the report to a file the consultant chooses, and shows where it is. */
export function ExportCard({ options }: { readonly options: ReportOptions }) {
  const styles = useStyles();
  const { job, write } = useWriting(what, (format: DocumentFormat, onProgress) =>
    bridge.report.export({ format, options }, onProgress),
  );
  return (
    <Card title="Export">
      <div className={styles.row}>
        {formats.map((candidate) => (
          <Button
            key={candidate}
            className={styles.format}
            appearance={candidate === 'pdf' ? 'primary' : 'secondary'}
            {...(candidate === 'pdf' ? { icon: <DocumentPdf20Regular /> } : {})}
            disabledFocusable={job.isRunning}
            aria-label={`Export ${candidate.toUpperCase()}`}
            onClick={() => void write(candidate)}
          >
            {candidate.toUpperCase()}
          </Button>
        ))}
        {job.isRunning ? <Button onClick={job.cancel}>Cancel</Button> : null}
      </div>
      <WritingStatus what={what} job={job} />
    </Card>
  );
}
