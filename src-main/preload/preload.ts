import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { contract } from '../../src-shared/ipc/contract';
import type { Definition, DomainDefinition } from '../../src-shared/ipc/define';
import { channels, type EventMessage, type ProgressMessage } from '../ipc/channels';

/** Electron's checklist 20: the page gets functions by name, and payloads; no channel, no event object, no `ipcRenderer`. */
type Progress = (value: unknown) => void;

const progressOf = new Map<string, Progress>();
const listenersOf = new Map<string, Set<Progress>>();

ipcRenderer.on(channels.progress, (_event: IpcRendererEvent, message: ProgressMessage) => {
  progressOf.get(message.jobId)?.(message.value);
});
ipcRenderer.on(channels.event, (_event: IpcRendererEvent, { domain, method, payload }: EventMessage) => {
  for (const listener of listenersOf.get(`${domain}.${method}`) ?? []) listener(payload);
});

const call = (domain: string, method: string) => (input: unknown) =>
  ipcRenderer.invoke(channels.call, { domain, method, input });

const job = (domain: string, method: string) => (input: unknown, onProgress: Progress) => {
  const jobId = crypto.randomUUID();
  progressOf.set(jobId, onProgress);
  const result = ipcRenderer
    .invoke(channels.job, { domain, method, input, jobId })
    .finally(() => progressOf.delete(jobId));
  return Object.freeze({ result, cancel: () => ipcRenderer.send(channels.cancel, jobId) });
};

const event = (domain: string, method: string) => (listener: Progress) => {
  const listeners = listenersOf.get(`${domain}.${method}`) ?? new Set<Progress>();
  listenersOf.set(`${domain}.${method}`, listeners);
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function expose(domain: string, method: string, { verb }: Definition) {
  switch (verb) {
    case 'call':
      return call(domain, method);
    case 'job':
      return job(domain, method);
    case 'event':
      return event(domain, method);
  }
}

const exposeDomain = (domain: string, definitions: DomainDefinition) =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(definitions).map(([method, definition]) => [method, expose(domain, method, definition)]),
    ),
  );

const bridge = Object.entries<DomainDefinition>(contract).map(([domain, definitions]) => [
  domain,
  exposeDomain(domain, definitions),
]);

contextBridge.exposeInMainWorld('bridge', Object.freeze(Object.fromEntries(bridge)));

/** Dropped files have paths only here; the page gets nothing else about them. */
contextBridge.exposeInMainWorld(
  'bridgeFiles',
  Object.freeze({ pathOf: (file: File) => webUtils.getPathForFile(file) }),
);
