import type { Contact } from '../../../src-shared/model/contact';
import type { LiveSources } from '../../../src-shared/model/plan';

/** The DNS servers a run asks, those of this computer when none are chosen, for consent. */
export const dnsContacts = (
  { dnsServers }: Pick<LiveSources, 'dnsServers'>,
  sends: string,
  purpose: string,
): readonly Contact[] =>
  (dnsServers.length === 0 ? ['the DNS servers of this computer'] : dnsServers).map((host) => ({
    host,
    port: 53,
    protocol: 'DNS',
    sends,
    rights: 'None',
    purpose,
  }));
