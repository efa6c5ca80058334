import type { HostEvent, HostEvents } from '../../../src-shared/model/evidence/host';

/** Events of the KDC about certificates (KB5014754, KB5057784, hybrid certificate trust deployment). */
export const kdcEvents: Readonly<Record<number, string>> = {
  19: 'no valid certificate for the KDC',
  20: 'the certificate of the KDC is no longer valid',
  21: 'the certificate of a user was refused',
  29: 'no suitable certificate for the KDC',
  32: 'the certificate of the KDC lacks KDC Authentication',
  39: 'a certificate without strong mapping',
  40: 'a certificate older than its account',
  41: 'a SID in a certificate that is not that of the account',
  45: 'a chain to a CA outside NTAuth',
};

/** Whether a log is that of the KDC: in the System log, numbers mean nothing without their provider. */
export const isKdcLog = ({ log, provider }: HostEvents): boolean =>
  log.toLowerCase() === 'system' && /kerberos-key-distribution-center|^kdc$/iu.test(provider ?? '');

/** "2 × no suitable certificate for the KDC (event 29)" for each number, the smallest first. */
export const toldEvents = (events: readonly HostEvent[]): readonly string[] =>
  [...new Set(events.map(({ id }) => id))]
    .sort((a, b) => a - b)
    .map((id) => `${events.filter((event) => event.id === id).length} × ${kdcEvents[id] ?? 'event'} (event ${id})`);
