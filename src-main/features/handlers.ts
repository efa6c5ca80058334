import type { Handlers } from '../ipc/handlers';
import { appHandlers } from './app/app-handlers';
import type { AppContext } from './app-context';
import { evidenceHandlers } from './evidence/evidence-handlers';
import { findingsHandlers } from './findings/findings-handlers';
import { libraryHandlers } from './library/library-handlers';
import { reportHandlers } from './report/report-handlers';
import { runHandlers } from './run/run-handlers';
import { sourcesHandlers } from './sources/sources-handlers';

/** A handler for everything in the contract. */
export const createHandlers = (context: AppContext): Handlers => ({
  app: appHandlers(context),
  library: libraryHandlers(context),
  sources: sourcesHandlers(context),
  run: runHandlers(context),
  findings: findingsHandlers(context),
  evidence: evidenceHandlers(context),
  report: reportHandlers(context),
});
