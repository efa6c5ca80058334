import type { HostSystem } from '../../../src-shared/model/evidence/host';
import { normalHostName } from '../../evidence/derived/forest-scope';
import type { Collected } from '../define-check';

/** A node of AD FS; without `system` nothing was collected on it. */
export interface AdfsNode {
  readonly host: string;
  readonly system?: HostSystem;
  readonly evidenceId?: string;
}

/** Machines that say they are a node, or that a farm names; then the nodes a farm names and nobody read. */
export function adfsNodes(
  systems: Collected<'host.system'>,
  farms: Collected<'adfs.farm-information'>,
): readonly AdfsNode[] {
  const named = farms.records.flatMap(({ data }) => data.nodes.map(({ host }) => normalHostName(host)));
  const read = systems.records
    .filter(({ data: { host, role } }) => role === 'adfs' || named.includes(normalHostName(host)))
    .map(({ id, data }) => ({ host: normalHostName(data.host), system: data, evidenceId: id }));
  const seen = read.map(({ host }) => host);
  return [...read, ...named.filter((host) => !seen.includes(host)).map((host) => ({ host }))];
}
