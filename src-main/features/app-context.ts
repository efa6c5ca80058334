import type { Collector } from '../../src-shared/model/evidence';
import type { ReportDocument } from '../../src-shared/report/report-document';
import type { HostSupervisor } from '../host/supervisor';
import type { Desktop } from './desktop';
import type { Library } from './library/library-file';
import type { Session } from './session';
import type { SettingsFile } from './settings-file';

/** What the handlers work with. Made once at start-up; tests make their own. */
export interface AppContext {
  readonly session: Session;
  readonly library: Library;
  readonly settings: SettingsFile;
  readonly host: HostSupervisor;
  readonly desktop: Desktop;
  /** Who collects: signed-in user, this computer, version of the app. */
  readonly collector: Collector;
  readonly version: string;
  /** Where new engagements go. */
  readonly storageFolder: string;
  /** The Contoso input that ships with the app, with its `plan.json`. */
  readonly demoFolder: string;
  /** Writes a report file; needs Electron for PDF, so it is handed in. Throws AppError for a place that cannot be written to. */
  readonly writeReport: (document: ReportDocument, target: ReportTarget) => Promise<{ readonly sizeBytes: number }>;
}

export interface ReportTarget {
  readonly format: 'pdf' | 'html' | 'json';
  readonly path: string;
  readonly paper: 'A4' | 'Letter';
  readonly profile: 'executive' | 'technical';
}
