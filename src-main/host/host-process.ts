import type { ToHost } from '../../src-shared/host/messages';

/** A running assessment host, whatever kind of process it is. */
export interface HostProcess {
  readonly post: (message: ToHost) => void;
  /** Messages as they come, not validated. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** What the host or one of its libraries prints. */
  readonly onOutput: (listener: (text: string) => void) => void;
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
}

export type SpawnHost = () => HostProcess;
