import { BlockList, isIPv6 } from 'node:net';
import type { Endpoint } from './endpoint';

interface AddressRange {
  readonly name: string;
  readonly list: BlockList;
}

function range(name: string, subnets: readonly (readonly [address: string, prefix: number])[]): AddressRange {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIPv6(address) ? 'ipv6' : 'ipv4');
  return { name, list };
}

/** Never a server of the customer; cloud machines answer with secrets there (instance metadata). */
const neverByName: readonly AddressRange[] = [
  range('a link-local address', [
    ['169.254.0.0', 16],
    ['fe80::', 10],
  ]),
  range('the metadata service of a cloud machine', [
    ['100.100.100.200', 32],
    ['168.63.129.16', 32],
    ['192.0.0.192', 32],
    ['fd00:ec2::254', 128],
  ]),
  range('an address no server can have', [
    ['0.0.0.0', 8],
    ['224.0.0.0', 3],
    ['::', 128],
    ['ff00::', 8],
  ]),
];
const loopback = range('an address of this computer itself', [
  ['127.0.0.0', 8],
  ['::1', 128],
]);

/**
 * What speaks against an address that a name resolved to, or undefined. Addresses somebody typed in are not asked about. A name found in evidence must not
 * lead back to this computer either.
 */
export function objectionTo(address: string, origin: Endpoint['origin']): string | undefined {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const ranges = origin === 'found' ? [...neverByName, loopback] : neverByName;
  return ranges.find(({ list }) => list.check(address, family))?.name;
}
