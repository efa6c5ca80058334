import { makeStyles } from '@fluentui/react-components';
import { bridge } from '../../../api/bridge';
import { useThemeStore } from '../../../theme/theme-store';
import { ExportMenu } from '../../report/export-menu';
import { useReport } from '../../report/report-store';

const useStyles = makeStyles({ place: { marginBottom: '10px' } });

/** Writes this finding alone, with its evidence and decisions; with names replaced when the report is set to that. */
export function ExportFinding({ checkId }: { readonly checkId: string }) {
  const styles = useStyles();
  const paper = useThemeStore((state) => state.paper);
  const redact = useReport((state) => state.redact);
  const options = { paper, redact, profile: 'technical' } as const;
  return (
    <div className={styles.place}>
      <ExportMenu
        title={redact ? 'Export this finding, names replaced' : 'Export this finding'}
        what={`Finding ${checkId}`}
        formats={['pdf', 'docx', 'html']}
        begin={(format, onProgress) => bridge.report.export({ format, options, checkId }, onProgress)}
      />
    </div>
  );
}
