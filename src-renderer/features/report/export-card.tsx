import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { DocumentPdf20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import type { ReportOptions } from './report-preview';
import { WrittenNotice } from './written-notice';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  format: { minWidth: 0 },
});

const formats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;
type Format = (typeof formats)[number];

interface Written {
  readonly path: string | null;
  readonly sizeBytes: number | null;
  readonly remark: string | null;
}

/** Writes the report to a file the consultant chooses, and shows where it is. */
export function ExportCard({ options }: { readonly options: ReportOptions }) {
  const styles = useStyles();
  const job = useJob<{ phase: string }, Written>();
  const [format, setFormat] = useState<Format>('pdf');
  const write = async (chosen: Format): Promise<void> => {
    setFormat(chosen);
    const answer = await job.start((onProgress) => bridge.report.export({ format: chosen, options }, onProgress));
    if (answer.ok && answer.value.path !== null) announce(`The report was written as ${chosen.toUpperCase()}.`);
  };
  const written = job.answer?.ok === true ? job.answer.value : undefined;
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
      {job.isRunning ? (
        <Spinner size="tiny" label={job.progress?.phase ?? `Writing the ${format.toUpperCase()}; a few seconds`} />
      ) : null}
      {job.answer?.ok === false && job.answer.error.code !== 'cancelled' ? (
        <FailureNotice title="The report was not written" failure={job.answer.error} />
      ) : null}
      {written?.path == null ? null : <WrittenNotice {...written} path={written.path} />}
    </Card>
  );
}
