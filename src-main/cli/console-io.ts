import type { ReportProfiles } from '../../src-shared/report/report-profiles';

/** What the command line has around it, so that commands can be run by tests without a terminal. */
export interface ConsoleIo {
  /** Results. */
  readonly out: (line: string) => void;
  /** Progress and errors, one line each. */
  readonly err: (line: string) => void;
  /** First line of standard input; undefined when there is none. */
  readonly readLine: () => Promise<string | undefined>;
  /** The report profiles of this user. */
  readonly savedProfiles: () => ReportProfiles;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
