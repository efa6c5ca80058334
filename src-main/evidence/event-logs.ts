import type { HostEvent, HostEvents } from '../../src-shared/model/evidence/host';
import { EventRuns } from './event-runs';
import { present } from './present';
import type { WindowsEvent } from './windows-event';

const eventLimit = 5000;
const logLimit = 20_000;

/** What is kept of a log: all of its events, or those of some providers in a log that many share. */
interface LogPart {
  /** Lower case; absent = of every provider. */
  readonly providers?: readonly string[];
  /** Provider the record is named after. */
  readonly provider?: string;
  readonly wants?: (event: HostEvent) => boolean;
}

const kdc = 'Microsoft-Windows-Kerberos-Key-Distribution-Center';
const kerberosClient = 'Microsoft-Windows-Security-Kerberos';

/** Logs the catalogue judges (appendix A.11), by channel in lower case. The first part of a log is its record, further ones have their provider in the target. */
const judgedLogs: ReadonlyMap<string, readonly LogPart[]> = new Map([
  ['microsoft-windows-user device registration/admin', [{}]],
  ['microsoft-windows-helloforbusiness/operational', [{}]],
  ['microsoft-windows-aad/operational', [{}]],
  ['microsoft-windows-certificateservicesclient-lifecycle-system/operational', [{}]],
  ['microsoft-windows-certificateservicesclient-lifecycle-user/operational', [{}]],
  ['ad fs/admin', [{}]],
  [
    'system',
    [
      { provider: kdc, providers: [kdc.toLowerCase(), 'kdc'] },
      { provider: kerberosClient, providers: [kerberosClient.toLowerCase()] },
    ],
  ],
  ['security', [{ provider: 'Microsoft-Windows-Security-Auditing', wants: isCertificateSignIn }]],
]);

const preAuthenticationAt: Readonly<Record<number, number>> = { 4768: 8, 4771: 5 };

/** A request for a ticket, or its failure, whose pre-authentication was by certificate (RFC 4120 PA-PK-AS-REQ and -REP). */
function isCertificateSignIn({ id, parameters }: HostEvent): boolean {
  const at = preAuthenticationAt[id];
  return at !== undefined && ['15', '16', '17'].includes(parameters[at] ?? '');
}

export interface ReadLog {
  readonly target: string;
  /** As {@link EventLogs.add} names the log. */
  readonly source: string;
  readonly data: HostEvents;
  readonly notes: readonly string[];
}

/** Reduces events of many machines and logs to what is judged, while they stream in. */
export class EventLogs {
  readonly #logs = new Map<string, EventLog>();
  readonly #passedOver = new Set<string>();

  /** A name of the log the event belongs to, or undefined when that log is not judged. */
  add(event: WindowsEvent): string | undefined {
    const parts = judgedLogs.get(event.log.toLowerCase());
    if (parts === undefined) {
      if (this.#passedOver.size < 20) this.#passedOver.add(event.log);
      return undefined;
    }
    const key = `${event.host} ${event.log.toLowerCase()}`;
    let log = this.#logs.get(key);
    if (log === undefined) {
      if (this.#logs.size >= logLimit) throw new Error(`The exports hold more than ${logLimit} logs`);
      log = new EventLog(key, event.host, event.log, parts);
      this.#logs.set(key, log);
    }
    log.add(event);
    return key;
  }

  /** Names of the logs that are not judged. */
  get passedOver(): readonly string[] {
    return [...this.#passedOver].sort();
  }

  read(): readonly ReadLog[] {
    return [...this.#logs.values()].flatMap((log) => log.read());
  }
}

interface KeptEvent {
  readonly event: HostEvent;
  readonly record?: number;
}

class EventLog {
  readonly #runs = new EventRuns();
  readonly #parts: readonly { readonly rule: LogPart; kept: KeptEvent[]; count: number; provider: string }[];

  constructor(
    readonly key: string,
    readonly host: string,
    readonly log: string,
    rules: readonly LogPart[],
  ) {
    this.#parts = rules.map((rule) => ({ rule, kept: [], count: 0, provider: rule.provider ?? '' }));
  }

  add({ provider, record, event }: WindowsEvent): void {
    this.#runs.add(record, event.time);
    const part = this.#parts.find(({ rule }) => rule.providers?.includes(provider.toLowerCase()) ?? true);
    if (part === undefined || part.rule.wants?.(event) === false) return;
    part.count += 1;
    if (part.provider === '') part.provider = provider;
    part.kept.push({ event, ...present({ record }) });
    if (part.kept.length > 2 * eventLimit) part.kept = newestOf(part.kept);
  }

  read(): readonly ReadLog[] {
    const span = this.#runs.newest();
    return this.#parts.map(({ kept, count, provider }, index): ReadLog => {
      const events = newestOf(kept).map(({ event }) => event);
      const oldest = events.at(-1)?.time;
      const isCut = count > events.length && events.length === eventLimit;
      const since = isCut && span !== undefined && oldest !== undefined && oldest > span.since ? oldest : span?.since;
      return {
        source: this.key,
        target: index === 0 ? `${this.host} ${this.log}` : `${this.host} ${this.log} ${provider}`,
        data: {
          host: this.host,
          log: this.log,
          ...present({ provider: provider === '' ? undefined : provider, since, until: span?.until }),
          events,
        },
        notes: [
          ...(isCut ? [`Of ${count} events of ${this.log} of ${this.host} the newest ${eventLimit} are kept.`] : []),
          ...(span === undefined
            ? [
                `Whether the export of ${this.log} of ${this.host} leaves events out is not known; none can be said to be missing.`,
              ]
            : []),
        ],
      };
    });
  }
}

/** The newest events, newest first; one that lies in two exports counts once. */
function newestOf(events: readonly KeptEvent[]): KeptEvent[] {
  const sorted = [...events].sort(
    (a, b) => Date.parse(b.event.time) - Date.parse(a.event.time) || (b.record ?? 0) - (a.record ?? 0),
  );
  return sorted
    .filter(({ record, event }, index) => {
      const previous = sorted[index - 1];
      return record === undefined || previous?.record !== record || previous.event.time !== event.time;
    })
    .slice(0, eventLimit);
}
