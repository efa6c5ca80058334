import { type LiveSources, noLiveSources } from '../../../../src-shared/model/plan';

/** Sources that map host names to this computer. */
export const liveAt = (hosts: readonly string[], more: Partial<LiveSources> = {}): LiveSources => ({
  ...noLiveSources,
  addresses: Object.fromEntries(hosts.map((host) => [host, '127.0.0.1'])),
  ...more,
});
