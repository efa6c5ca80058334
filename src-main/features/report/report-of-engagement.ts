import type { ReportBranding } from '../../../src-shared/report/report-branding';
import { type RedactionSample, redactionSample } from '../../report/redaction/redaction-sample';
import { type RenderedReport, type Rendering, renderReport } from '../../report/render-report';
import { type ReadableFile, readBeside } from '../../store/open-beside';
import { handedOver } from './handed-over';
import { loadReportDocument } from './load-report-document';
import { prepareDocument } from './prepare-document';
import { identitiesOf, redactForSharing } from './redact-for-sharing';

/** The report of an engagement that is open elsewhere. */
export interface ReportOrder {
  readonly file: ReadableFile;
  /** ISO 8601. */
  readonly createdAt: string;
  /** With notes and pictures. */
  readonly notes: boolean;
  /** Of the engagement, where names are to be replaced. */
  readonly redactionKey: string | undefined;
  readonly branding: ReportBranding;
  /** One finding instead of all. */
  readonly checkId?: string | undefined;
  readonly rendering: Rendering;
}

/** @throws AppError `nothing-judged`, `no-finding` and those of the store */
export const renderOfEngagement = (order: ReportOrder): Promise<RenderedReport> =>
  readBeside(order.file, async (file) => {
    const { createdAt, notes, redactionKey, branding, checkId, rendering } = order;
    const loaded = await loadReportDocument(file, new Date(createdAt), { notes, objects: objectsFor(order) });
    const shared = redactionKey === undefined ? loaded : await redactForSharing(file, loaded, redactionKey);
    return handedOver(await renderReport(prepareDocument(shared, { branding, checkId }), rendering), rendering);
  });

/** Names are replaced by what all objects are called, and the report of one finding has the evidence of all its objects. */
const objectsFor = ({ rendering, redactionKey, checkId }: ReportOrder): 'printed' | undefined =>
  rendering.format === 'html' && redactionKey === undefined && checkId === undefined ? 'printed' : undefined;

/** Of an engagement that is open elsewhere, to see what becomes of its names. */
export interface SampleOrder {
  readonly file: ReadableFile;
  readonly redactionKey: string;
}

/** With the notes, since names stand in them. @throws AppError `nothing-judged` and those of the store */
export const sampleOfEngagement = (order: SampleOrder): Promise<RedactionSample> =>
  readBeside(order.file, async (file) => {
    const document = await loadReportDocument(file, new Date(), { notes: true });
    return redactionSample(document, await identitiesOf([file], order.redactionKey));
  });
