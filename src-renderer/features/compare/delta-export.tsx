import { Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { bridge } from '../../api/bridge';
import { useThemeStore } from '../../theme/theme-store';
import { ExportMenu } from '../report/export-menu';

/** Writes what is shown here as a document for the customer. */
export function DeltaExport() {
  const paper = useThemeStore((state) => state.paper);
  const [redact, setRedact] = useState(false);
  return (
    <section aria-label="Delta report">
      <ExportMenu
        title="Export the delta report"
        what="The delta report"
        formats={['pdf', 'docx', 'xlsx', 'csv', 'html', 'json']}
        isMain
        begin={(format, onProgress) => bridge.compare.export({ format, paper, redact }, onProgress)}
      >
        <Switch
          checked={redact}
          label="Replace names of the customer"
          onChange={(_event, { checked }) => setRedact(checked)}
        />
      </ExportMenu>
    </section>
  );
}
