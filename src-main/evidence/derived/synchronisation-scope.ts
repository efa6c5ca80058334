import type { ConnectConnectors } from '../../../src-shared/model/evidence/synchronization';
import { isWithin } from '../distinguished-name';

/** Whether the filters of Entra Connect let objects of a container through. */
export type ScopeVerdict =
  | { readonly kind: 'included' }
  | { readonly kind: 'left-out'; readonly why: string }
  /** No server that was read has a filter for the partition of the container. */
  | { readonly kind: 'untold' };

/**
 * Judges a container by the partition filters of the AD connectors (`ConnectorPartitionScope`: an object must lie under an inclusion and under no exclusion, and
 * its class must be read). Filters by group and own rules are not part of it. Several servers (one of them staging) must agree to include it.
 */
export function synchronisationScope(
  container: string,
  objectClass: 'user' | 'computer',
  servers: readonly ConnectConnectors[],
): ScopeVerdict {
  const verdicts = servers
    .flatMap(({ connectors }) => connectors.filter(({ type }) => type.toLowerCase() === 'ad'))
    .flatMap(({ partitions }) => partitions)
    .filter(({ distinguishedName }) => distinguishedName !== '' && isWithin(container, distinguishedName))
    .map((partition) => judgePartition(container, objectClass, partition));
  return verdicts.find(({ kind }) => kind === 'left-out') ?? verdicts[0] ?? { kind: 'untold' };
}

type Partition = ConnectConnectors['connectors'][number]['partitions'][number];

function judgePartition(container: string, objectClass: string, partition: Partition): ScopeVerdict {
  const { selected, inclusions, exclusions, objectClasses } = partition;
  if (!selected) return leftOut('its domain is not selected');
  if (inclusions.length === 0 || objectClasses.length === 0) return { kind: 'untold' };
  if (!inclusions.some((base) => isWithin(container, base))) return leftOut('it lies under no unit that is selected');
  if (exclusions.some((base) => isWithin(container, base))) return leftOut('it lies under a unit that is left out');
  return objectClasses.some((name) => name.toLowerCase() === objectClass)
    ? { kind: 'included' }
    : leftOut(`objects of the class ${objectClass} are not read`);
}

const leftOut = (why: string): ScopeVerdict => ({ kind: 'left-out', why });
