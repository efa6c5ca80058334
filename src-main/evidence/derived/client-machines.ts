import type { EvidenceDataByKind } from '../../../src-shared/model/evidence';
import type { HostSystem } from '../../../src-shared/model/evidence/host';
import { normalHostName } from './forest-scope';

/** Whether the machine is a client: by the collector that ran on it, else by what Windows calls its product. */
export const isClientMachine = ({ role, productType }: HostSystem): boolean =>
  role === 'client' || (role === undefined && productType === 1);

/** First label of a host name, lower case: what dsregcmd of older releases, Entra ID and AD have in common. */
export const shortName = (host: string): string => normalHostName(host).split('.')[0] ?? '';

/** Records of a kind that clients are the source of: those of a host that printed dsregcmd or is a client by its system. */
export function ofClients<R extends { readonly data: { readonly host: string } }>(
  records: readonly R[],
  statuses: readonly { readonly data: EvidenceDataByKind['client.dsregcmd'] }[],
  systems: readonly { readonly data: HostSystem }[],
): readonly R[] {
  const clients = new Set([
    ...statuses.map(({ data }) => shortName(data.deviceName)),
    ...systems.filter(({ data }) => isClientMachine(data)).map(({ data }) => shortName(data.host)),
  ]);
  return records.filter(({ data }) => clients.has(shortName(data.host)));
}
