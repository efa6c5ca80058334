import type { Handlers } from '../ipc/handlers';
import { appHandlers } from './app/app-handlers';
import type { AppContext } from './app-context';
import { attachmentsHandlers } from './attachments/attachments-handlers';
import { clientsHandlers } from './clients/clients-handlers';
import { compareHandlers } from './compare/compare-handlers';
import { custodyHandlers } from './custody/custody-handlers';
import { evidenceHandlers } from './evidence/evidence-handlers';
import { findingsHandlers } from './findings/findings-handlers';
import { interviewHandlers } from './interview/interview-handlers';
import { libraryHandlers } from './library/library-handlers';
import { notesHandlers } from './notes/notes-handlers';
import { reportHandlers } from './report/report-handlers';
import { reviewsHandlers } from './reviews/reviews-handlers';
import { runHandlers } from './run/run-handlers';
import { searchHandlers } from './search/search-handlers';
import { sourcesHandlers } from './sources/sources-handlers';

/** A handler for everything in the contract. */
export const createHandlers = (context: AppContext): Handlers => ({
  app: appHandlers(context),
  library: libraryHandlers(context),
  custody: custodyHandlers(context),
  search: searchHandlers(context),
  sources: sourcesHandlers(context),
  interview: interviewHandlers(context),
  run: runHandlers(context),
  findings: findingsHandlers(context),
  clients: clientsHandlers(context),
  evidence: evidenceHandlers(context),
  reviews: reviewsHandlers(context),
  notes: notesHandlers(context),
  attachments: attachmentsHandlers(context),
  compare: compareHandlers(context),
  report: reportHandlers(context),
});
