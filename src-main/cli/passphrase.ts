import { AppError } from '../../src-shared/model/error';
import type { ConsoleIo } from './console-io';

/** The passphrase from the environment or standard input; never from an argument, which others on the machine could read. */
export async function readPassphrase(io: ConsoleIo): Promise<string> {
  const passphrase = io.environment.HELLO_PREFLIGHT_PASSPHRASE ?? (await io.readLine());
  if (passphrase === undefined || passphrase === '') {
    throw new AppError(
      'passphrase-missing',
      'There is no passphrase for the engagement file.',
      'Set HELLO_PREFLIGHT_PASSPHRASE or give the passphrase as the first line of standard input.',
    );
  }
  return passphrase;
}
