/** What only the desktop can do; Electron's part is `app/electron-desktop.ts`. */
export interface Desktop {
  /** System dialog for an engagement file; undefined when cancelled. */
  readonly chooseEngagement: (folder: string) => Promise<string | undefined>;
  /** System dialog for what to import; empty when cancelled. */
  readonly chooseImports: (kind: 'files' | 'folder') => Promise<readonly string[]>;
  /** System dialog for the folder that collectors are written to; undefined when cancelled. */
  readonly chooseCollectorFolder: () => Promise<string | undefined>;
  /** System dialog for a PEM file with CA certificates; undefined when cancelled. */
  readonly chooseCaFile: () => Promise<string | undefined>;
  /** System dialog for a file that proves an answer of the interview; undefined when cancelled. */
  readonly chooseAttachment: () => Promise<string | undefined>;
  /** System dialog for a picture; undefined when cancelled. */
  readonly chooseLogo: () => Promise<string | undefined>;
  /** System dialog for the file of a report profile; undefined when cancelled. */
  readonly chooseReportProfile: () => Promise<string | undefined>;
  /** System dialog for the folder of new engagements; undefined when cancelled. */
  readonly chooseStorageFolder: (present: string) => Promise<string | undefined>;
  /** System dialog for where to save; `title` for what is no report. Undefined when cancelled. */
  readonly chooseSavePath: (
    suggested: string,
    format: { readonly name: string; readonly extension: string; readonly title?: string },
  ) => Promise<string | undefined>;
  /** Opens a web address in the system browser. Callers pass addresses of the allow-list only. */
  readonly openAddress: (url: string) => Promise<void>;
  /** Whether the person did something in the window a moment ago. */
  readonly hasUserGesture: () => boolean;
  readonly copyText: (text: string) => void;
  /** Shows a file in the system's file manager. */
  readonly revealFile: (path: string) => void;
  readonly systemTheme: () => { readonly dark: boolean; readonly highContrast: boolean };
  /** Frame and dialogs follow. */
  readonly applyTheme: (theme: 'system' | 'light' | 'dark' | 'high-contrast') => void;
  /** Name in the title bar; nothing open when undefined. */
  readonly showTitle: (engagement: string | undefined) => void;
}
