import type { HostEvent, HostEvents } from '../../../src-shared/model/evidence/host';
import { normalHostName } from './forest-scope';
import { dateOf } from './time-span';
import type { Verdict } from './verdict';

const registrationLog = 'microsoft-windows-user device registration/admin';
const helloLog = 'microsoft-windows-helloforbusiness/operational';

/** The logs of one machine that tell of setting up Hello; absent = not read. */
export interface ProvisioningLogs {
  readonly host: string;
  readonly registration?: HostEvents;
  readonly hello?: HostEvents;
  readonly evidenceId: string;
}

export function provisioningLogs(
  records: readonly { readonly id: string; readonly data: HostEvents }[],
): readonly ProvisioningLogs[] {
  const found = new Map<string, ProvisioningLogs>();
  for (const { id, data } of records) {
    const log = data.log.toLowerCase();
    if (log !== registrationLog && log !== helloLog) continue;
    const host = normalHostName(data.host);
    const known = found.get(host);
    found.set(
      host,
      log === registrationLog
        ? { ...known, host, evidenceId: id, registration: data }
        : { ...known, host, evidenceId: known?.evidenceId ?? id, hello: data },
    );
  }
  return [...found.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Numbers that tell how far an attempt came (catalogue A.11). */
const [keyRegistered, willProvision, willNotForKey, willNotForCertificate] = [300, 358, 360, 362];
const joinFailures: ReadonlySet<number> = new Set([304, 305, 307]);
const telling: ReadonlySet<number> = new Set([
  keyRegistered,
  willProvision,
  willNotForKey,
  willNotForCertificate,
  ...joinFailures,
]);
const enrolmentStarted = 3066;
const isEnrolmentError = ({ id }: HostEvent): boolean => id >= 8000 && id < 9000;

/** How the last attempt on a machine ended, by the newest event that tells. */
export function judgeProvisioningLogs({ registration, hello }: ProvisioningLogs): Verdict {
  if (registration === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Its log of device registration was not read.' };
  const last = newest(registration.events, ({ id }) => telling.has(id));
  if (last === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Its log of device registration tells of no attempt.' };
  const when = `event ${last.id} of ${dateOf(last.time)}`;
  if (joinFailures.has(last.id)) return { outcome: 'fail', note: `The device did not register (${when}).` };
  if (last.id === willNotForCertificate)
    return { outcome: 'fail', note: `The prerequisites are not met (${when}${stateOf(last)}).` };
  if (last.id === willNotForKey)
    return { outcome: 'warning', note: `The prerequisites are not met, and no certificate is asked for (${when}).` };
  if (last.id === willProvision)
    return { outcome: 'warning', note: `The prerequisites are met, but no key was registered after that (${when}).` };
  return judgeEnrolment(last, registration, hello);
}

/** What came after the key was registered. */
function judgeEnrolment(registered: HostEvent, registration: HostEvents, hello: HostEvents | undefined): Verdict {
  const key = `The key was registered on ${dateOf(registered.time)}`;
  const open = (why: string): Verdict => ({ outcome: 'unknown', reason: 'not-collected', note: `${key}; ${why}` });
  if (hello === undefined)
    return open('what came of the certificate is not known: the log of Windows Hello was not read.');
  const later = hello.events.filter(({ time }) => Date.parse(time) >= Date.parse(registered.time));
  const started = newest(later, ({ id }) => id === enrolmentStarted);
  const error = newest(
    later,
    (event) => isEnrolmentError(event) && (started === undefined || event.time >= started.time),
  );
  if (error !== undefined)
    return { outcome: 'warning', note: `${key}, but an error followed (event ${error.id} of ${dateOf(error.time)}).` };
  if (hello.since === undefined || Date.parse(hello.since) > Date.parse(registered.time))
    return open('the log of Windows Hello was not read from then on.');
  if (started === undefined)
    return { outcome: 'warning', note: `${key}, but no certificate was asked for (no event ${enrolmentStarted}).` };
  return registration.since === undefined
    ? open('whether the export of its log leaves later events out is not known.')
    : { outcome: 'pass', note: `${key}, and the certificate was asked for without an error.` };
}

const newest = (events: readonly HostEvent[], wanted: (event: HostEvent) => boolean): HostEvent | undefined =>
  events
    .filter(wanted)
    .reduce<HostEvent | undefined>(
      (last, event) => (last === undefined || event.time > last.time ? event : last),
      undefined,
    );

/** The state of the template, the one parameter of event 362 that is the same in every language: `No ( 1 : StateNoPolicy )`. */
function stateOf({ parameters }: HostEvent): string {
  const state = /\(\s*\d+\s*:\s*(State[A-Za-z]{1,40})\s*\)/u.exec(parameters[9] ?? '')?.[1];
  return state === undefined ? '' : `, certificate template: ${state}`;
}
