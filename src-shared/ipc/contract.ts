import { appContract } from './app';
import type { BridgeOf } from './define';
import { evidenceContract } from './evidence';
import { findingsContract } from './findings';
import { libraryContract } from './library';
import { reportContract } from './report';
import { runContract } from './run';
import { sourcesContract } from './sources';

/** Everything the page may ask of the main process. Adding a call: its line in a domain file and its handler. */
export const contract = {
  app: appContract,
  library: libraryContract,
  sources: sourcesContract,
  run: runContract,
  findings: findingsContract,
  evidence: evidenceContract,
  report: reportContract,
} as const;

export type Contract = typeof contract;
export type Bridge = BridgeOf<Contract>;
