import { app, dialog } from 'electron';
import { log } from './log';

/** Bugs that nobody caught: logged, shown once, and the app ends; the store is safe at every moment. */
export function reportExceptions(): void {
  let isReported = false;
  const report = (error: unknown): void => {
    log('app').error('Unexpected error', error);
    if (isReported) return;
    isReported = true;
    if (app.isReady() && process.env.HELLO_PREFLIGHT_QUIET !== '1') {
      dialog.showErrorBox(
        'Hello Preflight has to close',
        'Something unexpected happened. What was collected is stored; open the engagement again to go on. The log has the details.',
      );
    }
    app.exit(1);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
