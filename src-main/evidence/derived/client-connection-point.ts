import type { AppliedPolicy, PolicyEvidence } from './policy-evidence';
import { gapOf, isEmptyHalf, registryOf } from './policy-evidence';
import { computerItems, lastItem } from './preference-items';
import type { ReadGap } from './read-record';
import { lastEntry, type SettingName } from './resultant-policy';

const key = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD';
const tenantIdName: SettingName = { key, name: 'TenantId' };
const tenantNameName: SettingName = { key, name: 'TenantName' };

/** A policy that writes the tenant into the registry of clients, where it wins over the connection point of the directory (DEVICES:hybrid-join-control). */
export interface ClientConnectionPoint {
  readonly policy: AppliedPolicy;
  readonly tenantId?: string;
  readonly tenantName?: string;
  /** Item-level targeting decides on the client whether it counts. */
  readonly isTargeted: boolean;
  readonly evidenceIds: readonly string[];
}

/** What a policy writes of the tenant, by registry.pol or by preferences; `unread` when it may write something that was not read. */
export function clientConnectionPoint(
  policy: AppliedPolicy,
  evidence: PolicyEvidence,
): { readonly point: ClientConnectionPoint | undefined; readonly unread: ReadGap | 'not-collected' | undefined } {
  const registry = registryOf(policy, evidence);
  const items = computerItems(policy, evidence);
  const values = registry?.data.machine?.values ?? [];
  const read = (name: SettingName) => {
    const entry = lastEntry(values, name);
    if (entry !== undefined && !entry.deletes && typeof entry.value === 'string')
      return { text: entry.value, isTargeted: false, evidenceId: registry?.id };
    const item = items.kind === 'read' ? lastItem(items.items, name) : undefined;
    return item === undefined || item.action === 'delete' || items.kind !== 'read'
      ? undefined
      : { text: item.value, isTargeted: item.isTargeted, evidenceId: items.evidenceId };
  };
  const [tenantId, tenantName] = [read(tenantIdName), read(tenantNameName)];
  const found = [tenantId, tenantName].flatMap((value) => value ?? []);
  const point: ClientConnectionPoint | undefined =
    found.length === 0
      ? undefined
      : {
          policy,
          ...(tenantId === undefined ? {} : { tenantId: tenantId.text }),
          ...(tenantName === undefined ? {} : { tenantName: tenantName.text }),
          isTargeted: found.some(({ isTargeted }) => isTargeted),
          evidenceIds: [...new Set(found.flatMap(({ evidenceId }) => evidenceId ?? []))],
        };
  const isRegistryUnread = registry === undefined && !isEmptyHalf(policy, 'machine');
  const gap = isRegistryUnread
    ? (gapOf(policy, evidence.gaps.registries) ?? 'not-collected')
    : items.kind === 'unread'
      ? (items.gap ?? 'not-collected')
      : undefined;
  return { point, unread: gap };
}
