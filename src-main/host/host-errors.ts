import { AppError } from '../../src-shared/model/error';

/** Ways the assessment host fails as a whole; a single target's failure is data of its own. */
export const hostErrors = {
  notStarted: () =>
    new AppError(
      'host-not-started',
      'The process that collects and judges could not be started.',
      'Start the app again. If it stays like this, a security product may be blocking it; the log has the details.',
    ),
  stopped: () =>
    new AppError(
      'host-stopped',
      'The process that collects and judges stopped unexpectedly. What it had collected is kept.',
      'Continue the run: finished targets are not read again.',
    ),
  badMessage: () =>
    new AppError(
      'host-bad-message',
      'The process that collects and judges sent something that makes no sense and was stopped. What it had collected is kept.',
      'Continue the run. If it happens again, the log has the details.',
    ),
  closed: () =>
    new AppError(
      'host-closed',
      'The app is closing, so the work was stopped.',
      'What was collected is kept; continue the run later.',
    ),
} as const;

/** Codes after which a run can go on where it stopped. */
export const isHostFailure = (error: unknown): error is AppError =>
  error instanceof AppError &&
  ['host-not-started', 'host-stopped', 'host-bad-message', 'host-closed'].includes(error.code);
