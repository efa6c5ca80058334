import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import { registerPrintDocument } from '../../security/print-documents';
import { readableFile } from '../../store/open-beside';
import { redactionKey } from '../../store/redaction-key';
import { storeErrors } from '../../store/store-errors';
import type { AppContext } from '../app-context';
import { brandingHandlers } from './branding-handlers';
import { chosenBranding } from './chosen-branding';
import { exportReport } from './export-report';
import type { ReportOrder } from './report-of-engagement';
import { requireJudgement } from './require-judgement';

export function reportHandlers(context: AppContext): HandlersOf<typeof reportContract> {
  const { session, desktop, settings, reportWork, written, storageFolder } = context;
  /** The preview asked for last: the work for an older one is ended, and what it served is given up. */
  let asked = new AbortController();
  let release = (): void => undefined;

  const render = (order: Omit<ReportOrder, 'file' | 'redactionKey'>, redact: boolean, signal?: AbortSignal) => {
    const { file } = session;
    const key = redact ? redactionKey(file) : undefined;
    return reportWork('report', { ...order, file: readableFile(file), redactionKey: key }, signal);
  };

  return {
    ...brandingHandlers(settings, desktop, () => dirname(session.path ?? storageFolder)),
    preview: async ({ options: given }) => {
      asked.abort();
      const own = new AbortController();
      asked = own;
      const { redact, notes = false, reportProfile, ...options } = given;
      const nonce = randomBytes(16).toString('base64');
      const branding = chosenBranding(settings, reportProfile);
      const rendering = { format: 'html', ...options, nonce } as const;
      const html = await render(
        { createdAt: new Date().toISOString(), notes, branding, rendering },
        redact,
        own.signal,
      );
      if (own.signal.aborted) throw storeErrors.cancelled();
      const registered = registerPrintDocument({ html: String(html), nonce });
      release();
      release = registered.release;
      return { url: registered.url };
    },
    export: async ({ format, options, checkId }, going) => {
      const { redact, notes = false, paper, profile, reportProfile } = options;
      requireJudgement(session.file);
      const common = { createdAt: new Date().toISOString(), branding: chosenBranding(settings, reportProfile) };
      const wanted = {
        ...{ ...common, format, paper, redact },
        profile: checkId === undefined ? profile : ('finding' as const),
        named: checkId ?? profile,
        suffix: checkId === undefined ? '' : ` ${checkId}`,
      };
      return await exportReport(
        context,
        { ...wanted, render: (rendering) => render({ ...common, notes, checkId, rendering }, redact, going.signal) },
        going,
      );
    },
    redactionSample: async () => {
      const { file } = session;
      const order = { file: readableFile(file), redactionKey: redactionKey(file) };
      const { sample, left } = await reportWork('redaction-sample', order);
      return { sample: [...sample], left: [...left] };
    },
    reveal: ({ path }) => {
      if (!written.has(path)) return { shown: false };
      desktop.revealFile(path);
      return { shown: true };
    },
  };
}
