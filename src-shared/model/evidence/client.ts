/** One `dsregcmd /status` (catalogue A.1). Labels are fixed English in every display language. */
export interface DsregcmdStatus {
  readonly deviceName: string;
  /** label → value as printed, e.g. `AzureAdJoined` → `YES`; values trimmed, control characters made visible. */
  readonly fields: Readonly<Record<string, string>>;
  /** Section titles present, e.g. `Device State`, `Ngc Prerequisite Check`. */
  readonly sections: readonly string[];
  /** Line number (1-based) per label, for highlighting. */
  readonly lines: Readonly<Record<string, number>>;
}
