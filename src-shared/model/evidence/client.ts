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

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface ClientKinds {
  /** device name as the client prints it, lower case */
  'client.dsregcmd': DsregcmdStatus;
}

export const clientKindTitles: Readonly<Record<keyof ClientKinds, string>> = {
  'client.dsregcmd': 'dsregcmd /status of a client',
};
