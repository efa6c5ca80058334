import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { bridge } from '../../../api/bridge';
import { useJob } from '../../../api/use-job';
import { announce } from '../../../shell/announcer';
import { useThemeStore } from '../../../theme/theme-store';
import { FailureNotice } from '../../../ui/failure-notice';
import { useReport } from '../../report/report-store';
import { WrittenNotice } from '../../report/written-notice';

const useStyles = makeStyles({ row: { marginBottom: '10px' } });

const formats = { pdf: 'PDF', docx: 'Word document', html: 'Web page' } as const;
type Format = keyof typeof formats;
const formatsInOrder: readonly Format[] = ['pdf', 'docx', 'html'];

interface Written {
  readonly path: string | null;
  readonly sizeBytes: number | null;
  readonly remark: string | null;
}

/** Writes this finding alone, with its evidence and decisions; with names replaced when the report is set to that. */
export function ExportFinding({ checkId }: { readonly checkId: string }) {
  const styles = useStyles();
  const paper = useThemeStore((state) => state.paper);
  const redact = useReport((state) => state.redact);
  const job = useJob<{ phase: string }, Written>();
  const write = async (format: Format): Promise<void> => {
    const options = { paper, redact, profile: 'technical' as const };
    const answer = await job.start((onProgress) => bridge.report.export({ format, options, checkId }, onProgress));
    if (answer.ok && answer.value.path !== null) announce(`${checkId} was written as ${format.toUpperCase()}.`);
  };
  const written = job.answer?.ok === true ? job.answer.value : undefined;
  return (
    <div className={styles.row}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" icon={<ArrowDownload20Regular />} disabledFocusable={job.isRunning}>
            {redact ? 'Export this finding, names replaced' : 'Export this finding'}
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
      {job.isRunning ? <Spinner size="tiny" label={job.progress?.phase ?? 'Writing the finding'} /> : null}
      {job.answer?.ok === false && job.answer.error.code !== 'cancelled' ? (
        <FailureNotice title="The finding was not written" failure={job.answer.error} />
      ) : null}
      {written?.path == null ? null : <WrittenNotice {...written} path={written.path} />}
    </div>
  );
}
