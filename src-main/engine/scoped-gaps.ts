import type { EvidenceKind } from '../../src-shared/model/evidence';
import type { ForestPartitions } from '../../src-shared/model/evidence/directory';
import type { Scope } from '../../src-shared/model/scope';
import type { Evidence } from '../checks/define-check';
import { domainsInScope, isBelow, isSameHost, normalHostName } from '../evidence/derived/forest-scope';
import type { CollectedEvidence } from './collected-evidence';
import type { Settled } from './excerpts';

type Partitions = { readonly target: string; readonly data: ForestPartitions };

/**
 * The evidence without gaps about domains that are known to belong to a forest outside the scope: what nobody asked about is not missing. A gap whose target
 * may belong to a forest in scope stays, such as a server that did not answer and so never told its forest.
 */
export function withoutForeignGaps(evidence: CollectedEvidence, scope: Scope): CollectedEvidence {
  if (scope.forests.length === 0) return evidence;
  const isForeign = foreignNames(partitionsOf(evidence), scope);
  return new Map(
    [...evidence].map(([kind, collected]): [EvidenceKind, Settled] => [
      kind,
      isAboutDomains(kind)
        ? { ...collected, gaps: collected.gaps.filter(({ target }) => !isForeign(domainOf(target))) }
        : collected,
    ]),
  );
}

const isAboutDomains = (kind: EvidenceKind): boolean =>
  kind.startsWith('ad.') || kind.startsWith('policy.') || kind === 'pki.dc-certificate';

/** Targets are a domain, a host of one, or `<domain>/{GPO}`. */
const domainOf = (target: string): string => target.split('/')[0] ?? target;

function partitionsOf(evidence: CollectedEvidence): readonly Partitions[] {
  const records = evidence.get('ad.partitions')?.records ?? [];
  return records.filter((record): record is Evidence<'ad.partitions'> => record.kind === 'ad.partitions');
}

/** Of the domains a name may be or lie below, the nearest decides: `corp.contoso.com` may be a forest of its own below `contoso.com`. */
function foreignNames(partitions: readonly Partitions[], scope: Scope): (name: string) => boolean {
  const inScope = [...scope.forests, ...domainsInScope(partitions, scope).known];
  const foreign = partitions
    .filter(({ target }) => !scope.forests.some((forest) => isSameHost(forest, target)))
    .flatMap(({ target, data }) => [target, ...data.domains.map(({ dnsRoot }) => dnsRoot)])
    .filter((name) => name !== '' && !inScope.some((other) => isSameHost(other, name)));
  const nearest = (names: readonly string[], name: string): number =>
    Math.max(0, ...names.filter((other) => isBelow(name, other)).map((other) => normalHostName(other).length));
  return (name) => nearest(foreign, name) > nearest(inScope, name);
}
