import { basename, dirname, join } from 'node:path';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import type { PdfAdditions } from '../../report/pdf/finish-pdf';
import { redactedDetails } from '../../report/redaction/redacted-details';
import type { RenderedReport, Rendering } from '../../report/render-report';
import { withBranding } from '../../report/with-branding';
import { type PageFacts, type ReportTarget, writeRendered } from '../../report/write-report';
import { readDraft } from '../../store/draft';
import type { AppContext } from '../app-context';
import { exportFormats } from './export-formats';

/** A report of the open engagement that is to become a file. */
export interface WantedExport extends Omit<ReportTarget, 'path'> {
  readonly kind?: 'delta';
  /** ISO 8601. */
  readonly createdAt: string;
  readonly branding: ReportBranding;
  readonly redact: boolean;
  /** In the name of the file, where the branding has one. */
  readonly named: string;
  /** After the name of the engagement, where it has none. */
  readonly suffix: string;
  /** Called once it is known where the file goes. */
  readonly render: (rendering: Rendering) => Promise<RenderedReport>;
}

interface Going {
  readonly signal: AbortSignal;
  readonly progress: (progress: { readonly phase: string }) => void;
}

/** Asks where to save, then writes away from the main thread; null when the dialog was cancelled. @throws AppError as `writeReport`, and `cancelled` */
export async function exportReport(context: AppContext, wanted: WantedExport, { signal, progress }: Going) {
  const { session, desktop, reportWork, written } = context;
  const { format, paper, profile, render } = wanted;
  const page = pageFacts(context, wanted);
  const suggested = join(dirname(session.file.path), `${fileName(context, wanted, page)}`);
  const path = await desktop.chooseSavePath(suggested, exportFormats[format]);
  if (path === undefined) return { path: null, sizeBytes: null, remark: null };
  progress({ phase: `Writing ${basename(path)}` });
  const work = {
    render,
    finish: (printed: Uint8Array, additions: PdfAdditions) => reportWork('finish-pdf', { printed, additions }, signal),
  };
  const { sizeBytes, remark } = await writeRendered(page, { format, path, paper, profile }, work);
  written.add(path);
  return { path, sizeBytes, remark };
}

function pageFacts({ session, version }: AppContext, { kind, redact, createdAt, branding }: WantedExport): PageFacts {
  const details = readDraft(session.file).details;
  const page = {
    ...(kind === undefined ? {} : { kind }),
    details: redact ? redactedDetails(details) : details,
    product: { name: 'Hello Preflight', version },
    createdAt,
  };
  return withBranding(page, branding);
}

function fileName({ session }: AppContext, wanted: WantedExport, { details, createdAt }: PageFacts): string {
  const { branding, redact, named, suffix, format } = wanted;
  const { customer, classification } = details;
  const own = redact ? 'Redacted report' : basename(session.file.path).replace(/\.preflight$/iu, '');
  const name = reportFileName(branding.fileName, { customer, classification, createdAt, profile: named });
  return `${name || `${own}${suffix}`}.${exportFormats[format].extension}`;
}
