import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * Takes the user-data folder from `HELLO_PREFLIGHT_USER_DATA` or `--user-data-dir`, so that tests and portable copies keep to themselves. Returns whether
 * one was given. Before the app is ready.
 */
export function chooseUserData(environment: Readonly<Record<string, string | undefined>>): boolean {
  const given = environment.HELLO_PREFLIGHT_USER_DATA || app.commandLine.getSwitchValue('user-data-dir');
  if (given === '') return false;
  app.setPath('userData', resolve(given));
  return true;
}
