import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import { renderReportHtml } from '../../report/render-report-html';
import { registerPrintDocument } from '../../security/print-documents';
import type { AppContext } from '../app-context';
import { loadReportDocument } from './load-report-document';

const formats = {
  pdf: { name: 'PDF', extension: 'pdf' },
  html: { name: 'Web page', extension: 'html' },
  json: { name: 'JSON', extension: 'json' },
} as const;

export function reportHandlers({ session, desktop, writeReport }: AppContext): HandlersOf<typeof reportContract> {
  /** Files written since the start: nothing else is shown in the file manager. */
  const written = new Set<string>();
  let releasePreview = (): void => undefined;

  return {
    preview: async ({ options }) => {
      const document = await loadReportDocument(session.file, new Date());
      const nonce = randomBytes(16).toString('base64');
      const { url, release } = registerPrintDocument({
        html: renderReportHtml(document, { ...options, nonce }),
        nonce,
      });
      releasePreview();
      releasePreview = release;
      return { url };
    },
    export: async ({ format, options }, { progress }) => {
      const { file } = session;
      const document = await loadReportDocument(file, new Date());
      const name = basename(file.path).replace(/\.preflight$/iu, '');
      const suggested = join(dirname(file.path), `${name}.${formats[format].extension}`);
      const path = await desktop.chooseSavePath(suggested, formats[format]);
      if (path === undefined) return { path: null, sizeBytes: null };
      progress({ phase: `Writing ${basename(path)}` });
      const { sizeBytes } = await writeReport(document, { format, path, ...options });
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
