import type { Collector } from '../../src-shared/model/evidence';
import type { HostSupervisor } from '../host/supervisor';
import type { ConsoleIo } from './console-io';

/** What commands need from the process they run in. */
export interface CliContext {
  readonly io: ConsoleIo;
  readonly host: HostSupervisor;
  readonly collector: Collector;
  /** Fires on Ctrl+C. */
  readonly signal: AbortSignal;
}
