import type { Collector } from '../../src-shared/model/evidence';
import type { HostSupervisor } from '../host/supervisor';
import type { WholeFileWork } from '../store/whole-file/whole-file-work';
import type { Desktop } from './desktop';
import type { Library } from './library/library-file';
import type { ReportWork } from './report/report-work';
import type { Unlocked } from './search/unlocked';
import type { Session } from './session';
import type { SettingsFile } from './settings-file';

/** What the handlers work with. Made once at start-up; tests make their own. */
export interface AppContext {
  readonly session: Session;
  /** Past engagements opened to be searched. */
  readonly unlocked: Unlocked;
  readonly library: Library;
  readonly settings: SettingsFile;
  readonly host: HostSupervisor;
  readonly desktop: Desktop;
  /** Who collects: signed-in user, this computer, version of the app. */
  readonly collector: Collector;
  readonly version: string;
  /** Where new engagements go unless the settings name another folder. */
  readonly storageFolder: string;
  /** The input of the demo engagements that ships with the app: a folder for each, with its `plan.json`. */
  readonly demoFolder: string;
  /** Makes reports, and compares engagements, away from the main thread. */
  readonly reportWork: ReportWork;
  /** Files written since the start: nothing else is shown in the file manager. */
  readonly written: Set<string>;
  /** Checks and encrypts whole files away from the main thread. */
  readonly wholeFile: WholeFileWork;
}
