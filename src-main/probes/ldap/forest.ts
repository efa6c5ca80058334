import type { EvidenceDraft, EvidenceFailure, EvidenceKind, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { ForestDomain, ForestPartitions, RootDse } from '../../../src-shared/model/evidence/directory';
import type { DirectorySource } from '../../../src-shared/model/plan';
import type { Scope } from '../../../src-shared/model/scope';
import type { DirectoryContext } from '../../evidence/directory/directory-topic';
import { dnsNameOf, sameDn } from '../../evidence/distinguished-name';

/** The context topics are read in: what the root DSE tells, and what was looked up before. */
export function contextOf(
  root: RootDse,
  scope: Scope,
  lookedUp: Pick<DirectoryContext, 'pilotGroups' | 'authorityHosts'>,
): DirectoryContext {
  const { configurationNamingContext, schemaNamingContext, rootDomainNamingContext, defaultNamingContext } = root;
  return {
    forest: dnsNameOf(rootDomainNamingContext),
    configurationNamingContext,
    schemaNamingContext,
    rootDomainNamingContext,
    domain: { dnsRoot: dnsNameOf(defaultNamingContext), namingContext: defaultNamingContext },
    scope,
    origin: 'search',
    ...lookedUp,
  };
}

/**
 * Domains of the forest that nobody is going to read: not the chosen server's own, no source whose server is named as one of the domain's hosts
 * (`dc7.emea.contoso.com`), and not collected before.
 */
export function domainsNotAsked(
  partitions: ForestPartitions,
  root: RootDse,
  sources: readonly DirectorySource[],
  evidence: readonly EvidenceRecord[],
): readonly ForestDomain[] {
  const asked = new Set(sources.map(({ server }) => server.toLowerCase().slice(server.indexOf('.') + 1)));
  for (const { kind, target, status } of evidence)
    if (kind === 'ad.domain' && status === 'complete') asked.add(target.toLowerCase());
  return partitions.domains.filter(
    ({ dnsRoot, namingContext }) =>
      !sameDn(namingContext, root.defaultNamingContext) && !asked.has(dnsRoot.toLowerCase()),
  );
}

/** The records of a domain that was not asked: known to exist, nothing known about it. */
export function notAskedDrafts(
  { dnsRoot, namingContext }: ForestDomain,
  kinds: readonly EvidenceKind[],
  url: string,
): readonly EvidenceDraft[] {
  const failure: EvidenceFailure = {
    reason: 'not-collected',
    code: 'directory-domain-not-asked',
    message: `The domain ${dnsRoot} belongs to this forest but was not asked: no domain controller of it is among the sources.`,
    next: `Let the assessment read every domain, add a domain controller of ${dnsRoot} as a source, or import an LDIF export of that domain.`,
  };
  const source = { way: 'probe', by: 'directory', location: `${url}${namingContext}` } as const;
  return kinds.map((kind) => ({ kind, target: dnsRoot, source, status: 'failed', failure, facts: 0 }) as EvidenceDraft);
}
