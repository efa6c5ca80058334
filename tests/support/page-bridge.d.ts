import type { Bridge } from '../../src-shared/ipc/contract';

/** For functions that a test evaluates in the page. */
declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}
