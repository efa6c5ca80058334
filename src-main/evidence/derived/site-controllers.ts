import type { ControllerState, Site, SiteServer } from '../../../src-shared/model/evidence/forest';
import { dnsNameOf } from '../distinguished-name';
import { isSameHost, normalHostName } from './forest-scope';

/** Domain controllers of a site; server objects without a directory service are leftovers. */
export const controllersOfSite = ({ servers }: Site): readonly SiteServer[] =>
  servers.filter(({ directoryService }) => directoryService !== 'none');

/** DNS name of the domain a site's server belongs to: that of its account, else what its host name ends in. Undefined when its object tells neither. */
export function domainOfServer({ serverReference, dnsHostName }: SiteServer): string | undefined {
  const domain = serverReference === undefined ? '' : dnsNameOf(serverReference);
  const suffix = dnsHostName === undefined ? '' : dnsHostName.slice(dnsHostName.indexOf('.') + 1);
  return domain || suffix || undefined;
}

/** Clients find their site by their subnet; a site without one has no clients of its own. */
export const isClientSite = ({ subnets }: Site): boolean => subnets.length > 0;

interface StateRecords {
  readonly records: readonly { readonly data: ControllerState }[];
  readonly gaps: readonly { readonly target: string; readonly reason: string }[];
}

/** Whether a host's Kerberos port was seen to take connections: `unasked` = nobody tried, `silent` = somebody did and heard nothing. */
export type KerberosReach = 'open' | 'refused' | 'silent' | 'unasked';

export function kerberosReach(host: string, states: StateRecords): KerberosReach {
  const state = states.records.find(({ data }) => isSameHost(data.host, host));
  if (state !== undefined) return state.data.kerberosPort;
  return states.gaps.some(({ target }) => normalHostName(target) === normalHostName(host)) ? 'silent' : 'unasked';
}
