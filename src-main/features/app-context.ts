import type { Collector } from '../../src-shared/model/evidence';
import type { HostSupervisor } from '../host/supervisor';
import type { RenderReport } from '../report/render-report';
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
  /** The input of the demo engagements that ships with the app: a folder for each, with its `plan.json`. */
  readonly demoFolder: string;
  /** Renders a report away from the main thread. */
  readonly renderReport: RenderReport;
}
