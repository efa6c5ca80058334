import { appContract } from './app';
import { attachmentsContract } from './attachments';
import { clientsContract } from './clients';
import { compareContract } from './compare';
import { custodyContract } from './custody';
import type { BridgeOf } from './define';
import { evidenceContract } from './evidence';
import { findingsContract } from './findings';
import { interviewContract } from './interview';
import { libraryContract } from './library';
import { notesContract } from './notes';
import { reportContract } from './report';
import { reviewsContract } from './reviews';
import { runContract } from './run';
import { searchContract } from './search';
import { sourcesContract } from './sources';

/** Everything the page may ask of the main process. Adding a call: its line in a domain file and its handler. */
export const contract = {
  app: appContract,
  library: libraryContract,
  custody: custodyContract,
  search: searchContract,
  sources: sourcesContract,
  interview: interviewContract,
  run: runContract,
  findings: findingsContract,
  clients: clientsContract,
  evidence: evidenceContract,
  reviews: reviewsContract,
  notes: notesContract,
  attachments: attachmentsContract,
  compare: compareContract,
  report: reportContract,
} as const;

export type Contract = typeof contract;
export type Bridge = BridgeOf<Contract>;
