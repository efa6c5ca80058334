import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { redactionSample } from '../../report/redaction/redaction-sample';
import { writeReport } from '../../report/write-report';
import { registerPrintDocument } from '../../security/print-documents';
import type { AppContext } from '../app-context';
import { brandingHandlers } from './branding-handlers';
import { chosenBranding } from './chosen-branding';
import { exportFormats } from './export-formats';
import { loadReportDocument } from './load-report-document';
import { prepareDocument } from './prepare-document';
import { redactForSharing } from './redact-for-sharing';

export function reportHandlers({
  session,
  desktop,
  settings,
  reportWork,
  written,
  storageFolder,
}: AppContext): HandlersOf<typeof reportContract> {
  /** The preview asked for last stays served, whichever of two overlapping calls ends first. */
  let asked = 0;
  let served = { call: 0, release: (): void => undefined };

  const load = async (at: Date, { notes, redact }: { readonly notes: boolean; readonly redact: boolean }) => {
    const { file } = session;
    const document = await loadReportDocument(file, at, { notes });
    return redact ? await redactForSharing(file, document, reportWork.redact) : document;
  };

  return {
    ...brandingHandlers(settings, desktop, () => dirname(session.path ?? storageFolder)),
    preview: async ({ options: given }) => {
      asked += 1;
      const call = asked;
      const { redact, notes = false, reportProfile, ...options } = given;
      const loaded = await load(new Date(), { notes, redact });
      const document = prepareDocument(loaded, { branding: chosenBranding(settings, reportProfile) });
      const nonce = randomBytes(16).toString('base64');
      const { url, release } = registerPrintDocument({
        html: String(await reportWork.render(document, { format: 'html', ...options, nonce })),
        nonce,
      });
      if (call < served.call) release();
      else {
        served.release();
        served = { call, release };
      }
      return { url };
    },
    export: async (
      { format, options: { redact, notes = false, paper, profile: chosen, reportProfile }, checkId },
      { progress },
    ) => {
      const { file } = session;
      const branding = chosenBranding(settings, reportProfile);
      const loaded = await load(new Date(), { notes, redact });
      const document = prepareDocument(loaded, { branding, checkId });
      const profile = checkId === undefined ? chosen : 'finding';
      const { details, createdAt } = document;
      const { customer, classification } = details;
      const named = { customer, classification, createdAt, profile: checkId ?? profile };
      const own = redact ? '' : basename(file.path).replace(/\.preflight$/iu, '');
      const name =
        reportFileName(branding.fileName, named) || [own || 'Redacted report', checkId].filter(Boolean).join(' ');
      const suggested = join(dirname(file.path), `${name}.${exportFormats[format].extension}`);
      const path = await desktop.chooseSavePath(suggested, exportFormats[format]);
      if (path === undefined) return { path: null, sizeBytes: null };
      progress({ phase: `Writing ${basename(path)}` });
      const { sizeBytes } = await writeReport(document, { format, path, paper, profile }, reportWork);
      written.add(path);
      return { path, sizeBytes };
    },
    redactionSample: async () => {
      const document = await load(new Date(), { notes: false, redact: false });
      return {
        sample: [...redactionSample(document, await redactForSharing(session.file, document, reportWork.redact))],
      };
    },
    reveal: ({ path }) => {
      if (!written.has(path)) return { shown: false };
      desktop.revealFile(path);
      return { shown: true };
    },
  };
}
