import type { EvidenceKind } from '../../src-shared/model/evidence';
import type { ForestPartitions } from '../../src-shared/model/evidence/directory';
import type { Scope } from '../../src-shared/model/scope';
import { domainsInScope, isSameHost, normalHostName } from '../evidence/derived/forest-scope';
import type { Collected, Evidence } from './define-check';
import { type JudgedObject, unread } from './result';

export const domainObject = (name: string) =>
  ({ id: `domain:${normalHostName(name)}`, kind: 'domain', name: normalHostName(name) }) as const;

/** The records of a kind that is read per domain, for the domains in scope, and an unknown object for each domain nobody read. */
export function domainRecords<K extends EvidenceKind>(
  { records, gaps }: Collected<K>,
  partitions: readonly { readonly target: string; readonly data: ForestPartitions }[],
  scope: Scope,
): { readonly records: readonly Evidence<K>[]; readonly unread: readonly JudgedObject[] } {
  const domains = domainsInScope(partitions, scope);
  const isRead = (name: string): boolean => records.some(({ target }) => isSameHost(target, name));
  const known = [
    ...new Set([...domains.known, ...gaps.map(({ target }) => normalHostName(target)).filter(domains.includes)]),
  ];
  return {
    records: records.filter(({ target }) => domains.includes(target)),
    unread: known
      .filter((name) => !isRead(name))
      .map((name) =>
        unread(
          domainObject(name),
          gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
  };
}
