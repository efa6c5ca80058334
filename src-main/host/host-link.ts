import { type FromHost, fromHostSchema, type ToHost } from '../../src-shared/host/messages';
import type { AppError } from '../../src-shared/model/error';
import { hostErrors } from './host-errors';
import type { HostProcess } from './host-process';
import { inTurns } from './in-turns';
import { isLargerThan, messageLimit } from './message-size';

const startLimit = 30_000;
const outputLimit = 4000;

export interface HostLinkEvents {
  readonly onMessage: (message: FromHost) => void;
  /** Once: the process ended or was stopped because of what it sent. */
  readonly onEnd: (error: AppError) => void;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
}

export interface HostLink {
  /** Resolves when the host said it is ready; rejects with AppError `host-not-started`. */
  readonly ready: Promise<void>;
  readonly post: (message: ToHost) => void;
  readonly end: (error: AppError) => void;
}

/** Watches over one host process: every message is checked against size and schema before anybody sees it; one that fails ends the process. */
export function openHostLink(host: HostProcess, events: HostLinkEvents): HostLink {
  let ended = false;
  let isReady = false;
  let markReady = (): void => undefined;
  let markFailed = (_: AppError): void => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    markReady = resolve;
    markFailed = reject;
  });
  ready.catch(() => undefined); // reported through onEnd as well
  const timer = setTimeout(() => end(hostErrors.notStarted()), startLimit);

  const end = (error: AppError): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    host.kill();
    markFailed(error);
    events.onEnd(error);
  };

  const later = inTurns();
  host.onOutput((text) => events.log('warn', text.slice(0, outputLimit)));
  host.onExit((code) =>
    later(() => {
      if (!ended) events.log('error', `The assessment host ended with code ${code}.`);
      end(isReady ? hostErrors.stopped() : hostErrors.notStarted());
    }),
  );
  host.onMessage((raw) => later(() => take(raw)));
  const take = (raw: unknown): void => {
    if (ended) return;
    const message = readMessage(raw, events.log);
    if (message === undefined) end(hostErrors.badMessage());
    else if (message.type === 'ready') {
      clearTimeout(timer);
      isReady = true;
      markReady();
    } else if (message.type === 'log') events.log(message.level, message.message);
    else events.onMessage(message);
  };
  return { ready, post: (message) => host.post(message), end };
}

function readMessage(raw: unknown, log: HostLinkEvents['log']): FromHost | undefined {
  if (isLargerThan(raw, messageLimit)) {
    log('error', `The assessment host sent a message of more than ${messageLimit} bytes.`);
    return undefined;
  }
  const parsed = fromHostSchema.safeParse(raw);
  if (!parsed.success)
    log('error', `The assessment host sent an invalid message: ${parsed.error.message.slice(0, outputLimit)}`);
  return parsed.data;
}
