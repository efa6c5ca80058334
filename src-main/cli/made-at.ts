import { AppError } from '../../src-shared/model/error';
import type { ConsoleIo } from './console-io';

/**
 * When a report is made: now, or the instant of `SOURCE_DATE_EPOCH` (seconds since 1970; reproducible-builds.org), with which the same engagement gives the
 * same files byte for byte.
 * @throws AppError `bad-usage` for a value that is no such number
 */
export function madeAt(environment: ConsoleIo['environment'], now = new Date()): Date {
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  if (epoch === undefined || epoch === '') return now;
  if (!/^\d{1,10}$/u.test(epoch))
    throw new AppError('bad-usage', `SOURCE_DATE_EPOCH is "${epoch}".`, 'Set it to seconds since 1970, or not at all.');
  return new Date(Number(epoch) * 1000);
}
