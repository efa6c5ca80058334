import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import type { Contract } from '../../src-shared/ipc/contract';
import { contract } from '../../src-shared/ipc/contract';
import type { Envelope } from '../../src-shared/ipc/define';
import { AppError } from '../../src-shared/model/error';
import { log } from '../app/log';
import { type CallMessage, channels, type EventMessage, type ProgressMessage } from './channels';
import { coalesce } from './coalesce';
import { createDispatcher } from './dispatch';
import { failureOf } from './envelope';
import type { Handlers } from './handlers';
import { RunningJobs } from './running-jobs';
import { isTrustedSender } from './sender';

/** At most ten progress messages a second. */
const progressInterval = 100;

const name = z.string().max(100);
const callSchema = z.strictObject({ domain: name, method: name, input: z.unknown() });
const jobSchema = z.strictObject({ ...callSchema.shape, jobId: z.uuid() });

/** How progress values are combined that come faster than they are sent, by `domain.method`. */
export type ProgressMerges = Readonly<Record<string, (earlier: never, later: never) => unknown>>;

export interface Router {
  /** From now on messages of this page are answered. Closing or reloading it cancels its jobs. */
  readonly attach: (page: WebContents) => void;
  readonly emit: <D extends keyof Contract>(domain: D, method: EventsOf<D>, payload: unknown) => void;
}

type EventsOf<D extends keyof Contract> = {
  [M in keyof Contract[D]]: Contract[D][M] extends { readonly verb: 'event' } ? M : never;
}[keyof Contract[D]] &
  string;

/** Connects the contract's handlers with the window. */
export function createRouter(handlers: Handlers, merges: ProgressMerges): Router {
  const dispatcher = createDispatcher(contract, handlers);
  const jobs = new RunningJobs();
  let page: WebContents | undefined;

  const isHeard = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const heard = isTrustedSender(event.senderFrame, page);
    if (!heard)
      log('ipc').warn(`Refused a message from ${event.senderFrame?.url.slice(0, 200) ?? 'a frame that is gone'}`);
    return heard;
  };

  ipcMain.handle(channels.call, async (event, raw: unknown): Promise<Envelope<unknown>> => {
    const message = isHeard(event) ? callSchema.safeParse(raw).data : undefined;
    return message === undefined ? refused() : await dispatcher.call(message);
  });

  ipcMain.handle(channels.job, async (event, raw: unknown): Promise<Envelope<unknown>> => {
    const message = isHeard(event) ? jobSchema.safeParse(raw).data : undefined;
    const signal = message === undefined ? undefined : jobs.start(message.jobId);
    if (message === undefined || signal === undefined) return refused();
    const { sender } = event;
    const send = (value: unknown): void => {
      if (!sender.isDestroyed())
        sender.send(channels.progress, { jobId: message.jobId, value } satisfies ProgressMessage);
    };
    const merge = merges[`${message.domain}.${message.method}`] ?? ((_: never, later: never) => later);
    const progress = coalesce<unknown>(send, progressInterval, (earlier, later) =>
      merge(earlier as never, later as never),
    );
    const envelope = await dispatcher.job(asCall(message), signal, progress.push);
    progress.flush();
    jobs.end(message.jobId);
    return envelope;
  });

  ipcMain.on(channels.cancel, (event, jobId: unknown) => {
    if (isHeard(event) && typeof jobId === 'string') jobs.cancel(jobId);
  });

  return {
    attach: (contents) => {
      page = contents;
      contents.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) jobs.cancelAll();
      });
      contents.on('render-process-gone', () => jobs.cancelAll());
      contents.on('destroyed', () => jobs.cancelAll());
    },
    emit: (domain, method, payload) => {
      if (page === undefined || page.isDestroyed()) return;
      page.send(channels.event, { domain, method, payload } satisfies EventMessage);
    },
  };
}

const asCall = ({ domain, method, input }: CallMessage): CallMessage => ({ domain, method, input });

const refused = (): Envelope<never> =>
  failureOf(
    new AppError('refused', 'The app does not answer this page.', 'Close the window and start the app again.'),
    'router',
  );
