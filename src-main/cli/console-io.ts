/** The streams of the command line, so that commands can be run by tests without a terminal. */
export interface ConsoleIo {
  /** Results. */
  readonly out: (line: string) => void;
  /** Progress and errors, one line each. */
  readonly err: (line: string) => void;
  /** First line of standard input; undefined when there is none. */
  readonly readLine: () => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
