/** Names on the wire between preload and router; the page never sees them. */
export const channels = {
  call: 'bridge:call',
  job: 'bridge:job',
  cancel: 'bridge:cancel',
  progress: 'bridge:progress',
  event: 'bridge:event',
} as const;

export interface CallMessage {
  readonly domain: string;
  readonly method: string;
  readonly input: unknown;
}
export interface JobMessage extends CallMessage {
  readonly jobId: string;
}
export interface ProgressMessage {
  readonly jobId: string;
  readonly value: unknown;
}
export interface EventMessage {
  readonly domain: string;
  readonly method: string;
  readonly payload: unknown;
}
