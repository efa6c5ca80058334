import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ProbeFailure } from '../../engine/probe';
import { objectionTo } from './address-policy';
import { withDeadline } from './deadline';
import type { Endpoint } from './endpoint';
import type { Network } from './network';
import { networkFailure } from './network-failure';

/** An address to connect to and who gave it. */
export interface TargetAddress {
  readonly address: string;
  readonly from: 'plan' | 'dns' | 'typed' | 'proxy';
}

const lookupDeadline = 10_000;

/**
 * Addresses of a host in the order to try them: the one typed in for it, else what the system's resolver says, without addresses that no server of a customer
 * has (see `address-policy.ts`).
 * @throws ProbeFailure `dns-name-unknown`, `dns-failed`, `address-invalid`, `address-refused`
 */
export async function resolveHost(endpoint: Endpoint, network: Network): Promise<readonly TargetAddress[]> {
  const { host, origin } = endpoint;
  const given = network.addresses.get(host.toLowerCase());
  if (given !== undefined) {
    if (isIP(given) === 0) throw invalidAddress(host, given);
    return [{ address: given, from: 'plan' }];
  }
  if (isIP(host) !== 0 && origin === 'typed') return [{ address: host, from: 'typed' }];
  const found = isIP(host) === 0 ? await lookupAddresses(endpoint, network) : [host];
  const objections = found.map((address) => ({ address, objection: objectionTo(address, origin) }));
  const usable = objections.filter(({ objection }) => objection === undefined);
  if (usable.length === 0) throw refusedAddress(host, objections);
  return usable.map(({ address }) => ({ address, from: 'dns' }));
}

/**
 * For connections through a proxy, which resolves names itself: an address written in place of a name is judged here.
 * @throws ProbeFailure `address-refused`
 */
export function refuseAddress({ host, origin }: Endpoint): void {
  if (isIP(host) === 0) return;
  const objection = objectionTo(host, origin);
  if (objection !== undefined && origin === 'found') throw refusedAddress(host, [{ address: host, objection }]);
}

async function lookupAddresses(endpoint: Endpoint, network: Network): Promise<readonly string[]> {
  const answers = await withDeadline(
    lookup(endpoint.host, { all: true, verbatim: true }),
    lookupDeadline,
    'EAI_AGAIN',
    network.signal,
  ).catch((error: unknown) => {
    if (error instanceof ProbeFailure) throw error;
    throw new ProbeFailure(networkFailure(error, endpoint));
  });
  return answers.map(({ address }) => address);
}

const invalidAddress = (host: string, given: string): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreachable',
    code: 'address-invalid',
    message: `The address entered for ${host}, “${given}”, is not an IP address.`,
    next: 'Enter an IPv4 or IPv6 address, or remove the entry to use DNS.',
  });

const refusedAddress = (
  host: string,
  found: readonly { address: string; objection: string | undefined }[],
): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreachable',
    code: 'address-refused',
    message: `${host} was not contacted: it resolves to ${found.map(({ address, objection }) => `${address}, ${objection}`).join('; ')}.`,
    next: 'If the address is right, enter it for this host among the sources.',
  });
