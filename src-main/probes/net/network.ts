import type { SecureContext } from 'node:tls';
import { type LiveSources, proxyCredential } from '../../../src-shared/model/plan';
import type { ProbeContext } from '../../engine/probe';
import { present } from '../../evidence/present';
import { type HttpProxy, proxyOf } from './proxy';
import { trustedAuthorities } from './trusted-authorities';

/** What every connection of a target obeys. */
export interface Network {
  /** Host name in lower case → IP address that somebody typed in. */
  readonly addresses: ReadonlyMap<string, string>;
  /** CAs to trust, read when first needed. */
  readonly authorities: () => Promise<SecureContext>;
  /** Every connection goes through it; absent = straight to the host. */
  readonly proxy?: HttpProxy;
  /** Cancel and the target's deadline. */
  readonly signal: AbortSignal;
}

/** The network as the chosen sources describe it, for servers of the organisation. */
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

/** The way of a target: its sources, its signal and the passwords of the run. */
type Way = Pick<ProbeContext, 'live' | 'signal' | 'password'>;

/** The network for services on the internet: through the proxy where the sources name one. */
export function openInternet({ live, signal, password }: Way): Network {
  return { ...openNetwork(live, signal), ...present({ proxy: proxyOf(live.proxy, password(proxyCredential)) }) };
}

/** The network for addresses named in certificates: through the proxy only when the sources say so. */
export const openRevocation = (way: Way): Network =>
  way.live.proxy?.revocation === true ? openInternet(way) : openNetwork(way.live, way.signal);
