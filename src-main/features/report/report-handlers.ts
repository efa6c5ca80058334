import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { withBranding } from '../../report/with-branding';
import { writeReport } from '../../report/write-report';
import { registerPrintDocument } from '../../security/print-documents';
import type { AppContext } from '../app-context';
import { brandingHandlers } from './branding-handlers';
import { loadReportDocument } from './load-report-document';

const formats = {
  pdf: { name: 'PDF', extension: 'pdf' },
  docx: { name: 'Word document', extension: 'docx' },
  xlsx: { name: 'Excel workbook', extension: 'xlsx' },
  csv: { name: 'Folder of CSV files', extension: 'csv' },
  html: { name: 'Web page', extension: 'html' },
  json: { name: 'JSON', extension: 'json' },
} as const;

export function reportHandlers({
  session,
  desktop,
  settings,
  renderReport,
}: AppContext): HandlersOf<typeof reportContract> {
  /** Files written since the start: nothing else is shown in the file manager. */
  const written = new Set<string>();
  /** The preview asked for last stays served, whichever of two overlapping calls ends first. */
  let asked = 0;
  let served = { call: 0, release: (): void => undefined };

  return {
    ...brandingHandlers(settings, desktop),
    preview: async ({ options }) => {
      asked += 1;
      const call = asked;
      const document = withBranding(await loadReportDocument(session.file, new Date()), settings.read().branding);
      const nonce = randomBytes(16).toString('base64');
      const { url, release } = registerPrintDocument({
        html: String(await renderReport(document, { format: 'html', ...options, nonce })),
        nonce,
      });
      if (call < served.call) release();
      else {
        served.release();
        served = { call, release };
      }
      return { url };
    },
    export: async ({ format, options }, { progress }) => {
      const { file } = session;
      const { branding } = settings.read();
      const document = withBranding(await loadReportDocument(file, new Date()), branding);
      const { details, createdAt } = document;
      const named = { customer: details.customer, createdAt, profile: options.profile };
      const name = reportFileName(branding.fileName, named) || basename(file.path).replace(/\.preflight$/iu, '');
      const suggested = join(dirname(file.path), `${name}.${formats[format].extension}`);
      const path = await desktop.chooseSavePath(suggested, formats[format]);
      if (path === undefined) return { path: null, sizeBytes: null };
      progress({ phase: `Writing ${basename(path)}` });
      const { sizeBytes } = await writeReport(document, { format, path, ...options }, renderReport);
      written.add(path);
      return { path, sizeBytes };
    },
    reveal: ({ path }) => {
      if (!written.has(path)) return { shown: false };
      desktop.revealFile(path);
      return { shown: true };
    },
  };
}
