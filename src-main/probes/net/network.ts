import type { SecureContext } from 'node:tls';
import type { LiveSources } from '../../../src-shared/model/plan';
import { trustedAuthorities } from './trusted-authorities';

/** What every connection of a target obeys. */
export interface Network {
  /** Host name in lower case → IP address that somebody typed in. */
  readonly addresses: ReadonlyMap<string, string>;
  /** CAs to trust, read when first needed. */
  readonly authorities: () => Promise<SecureContext>;
  /** Cancel and the target's deadline. */
  readonly signal: AbortSignal;
}

/** The network as the chosen sources describe it. */
export function openNetwork(live: LiveSources, signal: AbortSignal): Network {
  let authorities: Promise<SecureContext> | undefined;
  return {
    addresses: new Map(Object.entries(live.addresses).map(([host, address]) => [host.toLowerCase(), address])),
    authorities: () => {
      authorities ??= trustedAuthorities(live.caFile);
      return authorities;
    },
    signal,
  };
}
