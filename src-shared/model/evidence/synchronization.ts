/** Entra Connect Sync as its server says (catalogue DIR-011 to DIR-028, DEV-010). One record a server. Dates ISO 8601 UTC. */

export interface ConnectServer {
  readonly host: string;
  /** `2.5.79.0` */
  readonly version?: string;
  readonly serviceAccount?: string;
  readonly tenantId?: string;
  readonly autoUpgrade?: string;
}

export interface ConnectScheduler {
  readonly host: string;
  readonly syncCycleEnabled?: boolean;
  readonly stagingModeEnabled?: boolean;
  readonly schedulerSuspended?: boolean;
  readonly effectiveIntervalSeconds?: number;
  readonly nextStart?: string;
}

export interface ConnectConnector {
  readonly name: string;
  /** `AD` or `Extensible2` (Entra ID). */
  readonly type: string;
  /** Account of an AD connector, `CONTOSO\MSOL_…`. */
  readonly account?: string;
  readonly forest?: string;
  readonly partitions: readonly {
    readonly distinguishedName: string;
    readonly selected: boolean;
    readonly inclusions: readonly string[];
    readonly exclusions: readonly string[];
    readonly objectClasses: readonly string[];
  }[];
}

export interface ConnectConnectors {
  readonly host: string;
  readonly connectors: readonly ConnectConnector[];
}

export interface ConnectRule {
  readonly name: string;
  readonly direction?: string;
  readonly disabled: boolean;
  readonly sourceObjectType?: string;
  readonly targetObjectType?: string;
  readonly isStandard?: boolean;
  /** Target attributes the rule writes. */
  readonly attributes: readonly string[];
}

export interface ConnectRules {
  readonly host: string;
  readonly rules: readonly ConnectRule[];
}

/** `Get-ADSyncGlobalSettings` parameters and company features by name. */
export interface ConnectSettings {
  readonly host: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly features: Readonly<Record<string, boolean>>;
  readonly passwordHashSync?: boolean;
}

export interface ConnectRuns {
  readonly host: string;
  readonly results: readonly {
    readonly connector: string;
    readonly profile: string;
    readonly result: string;
    readonly started?: string;
    /** Absent = not counted; `result` tells whether there were any (`completed-export-errors`). */
    readonly errors?: number;
  }[];
  /** Objects that could not be exported: DN and error number or code word; absent = not read. */
  readonly exportErrors?: readonly { readonly distinguishedName: string; readonly error: string }[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface SynchronizationKinds {
  /** host name */
  'connect.server': ConnectServer;
  /** host name */
  'connect.scheduler': ConnectScheduler;
  /** host name */
  'connect.connectors': ConnectConnectors;
  /** host name */
  'connect.rules': ConnectRules;
  /** host name */
  'connect.settings': ConnectSettings;
  /** host name */
  'connect.runs': ConnectRuns;
}

export const synchronizationKindTitles: Readonly<Record<keyof SynchronizationKinds, string>> = {
  'connect.server': 'Entra Connect server',
  'connect.scheduler': 'Entra Connect scheduler',
  'connect.connectors': 'Entra Connect connectors and filters',
  'connect.rules': 'Entra Connect synchronisation rules',
  'connect.settings': 'Entra Connect settings',
  'connect.runs': 'Entra Connect run results',
};
