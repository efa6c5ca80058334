import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Spinner,
  Switch,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';
import { useThemeStore } from '../../theme/theme-store';
import { FailureNotice } from '../../ui/failure-notice';
import { WrittenNotice } from '../report/written-notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
});

const formats = {
  pdf: 'PDF',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'Folder of CSV files',
  html: 'Web page',
  json: 'JSON',
} as const;
type Format = keyof typeof formats;
const formatsInOrder: readonly Format[] = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'];

interface Written {
  readonly path: string | null;
  readonly sizeBytes: number | null;
  readonly remark: string | null;
}

/** Writes what is shown here as a document for the customer. */
export function DeltaExport() {
  const styles = useStyles();
  const paper = useThemeStore((state) => state.paper);
  const [redact, setRedact] = useState(false);
  const job = useJob<{ phase: string }, Written>();
  const write = async (format: Format): Promise<void> => {
    const answer = await job.start((onProgress) => bridge.compare.export({ format, paper, redact }, onProgress));
    if (answer.ok && answer.value.path !== null) announce(`The delta report was written as ${formats[format]}.`);
  };
  const written = job.answer?.ok === true ? job.answer.value : undefined;
  return (
    <section className={styles.root} aria-label="Delta report">
      <div className={styles.row}>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="primary" icon={<ArrowDownload20Regular />} disabledFocusable={job.isRunning}>
              Export the delta report
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {formatsInOrder.map((format) => (
                <MenuItem key={format} onClick={() => void write(format)}>
                  {formats[format]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Switch
          checked={redact}
          label="Replace names of the customer"
          onChange={(_event, { checked }) => setRedact(checked)}
        />
        {job.isRunning ? <Button onClick={job.cancel}>Cancel</Button> : null}
      </div>
      {job.isRunning ? <Spinner size="tiny" label={job.progress?.phase ?? 'Writing the delta report'} /> : null}
      {job.answer?.ok === false && job.answer.error.code !== 'cancelled' ? (
        <FailureNotice title="The delta report was not written" failure={job.answer.error} />
      ) : null}
      {written?.path == null ? null : <WrittenNotice {...written} path={written.path} />}
    </section>
  );
}
