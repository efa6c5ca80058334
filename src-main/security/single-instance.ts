import { app } from 'electron';

/**
 * One window a user. A second start only brings the first window forward; what it was started with is not looked at.
 * Returns false when this is the second one and must end.
 */
export function claimSingleInstance(bringForward: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => bringForward());
  return true;
}
