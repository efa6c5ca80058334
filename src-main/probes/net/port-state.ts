import { ProbeFailure } from '../../engine/probe';
import { connectTcp } from './connect';
import type { Endpoint } from './endpoint';
import type { Network } from './network';

export type PortState = 'open' | 'refused' | 'silent';

/**
 * Whether a port takes connections from here; nothing is sent. `silent` = no answer in time or no route, which a firewall in between may cause.
 * @throws ProbeFailure for every other failure, such as a name that is not known
 */
export async function portState(endpoint: Endpoint, network: Network): Promise<PortState> {
  try {
    const { close } = await connectTcp(endpoint, network);
    close();
    return 'open';
  } catch (error) {
    const code = error instanceof ProbeFailure ? error.failure.code : undefined;
    if (code === 'connection-refused') return 'refused';
    if (code === 'connection-timed-out' || code === 'network-unreachable') return 'silent';
    throw error;
  }
}
