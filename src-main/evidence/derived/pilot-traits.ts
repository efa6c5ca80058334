import type { ForestPartitions, PilotUsers, PilotUserTraits } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope, normalHostName } from './forest-scope';
import type { ReadRecord } from './read-record';

/** What is told of the pilot users of one domain. */
export interface DomainTraits {
  readonly domain: string;
  readonly evidenceId: string;
  readonly total: number;
  readonly traits: PilotUserTraits;
}

export interface PilotView {
  readonly domains: readonly DomainTraits[];
  /** Pilot users of these domains. */
  readonly total: number;
  /** Domains whose pilot users are counted, but nothing else is told of them. */
  readonly untold: readonly { readonly domain: string; readonly evidenceId: string }[];
  /** Why there is nobody to judge, as a sentence. */
  readonly problem?: string;
}

/** The pilot users of the domains in scope. A pilot group lives in one domain: domains that do not know it add nothing as long as one does. */
export function viewPilot(
  records: readonly ReadRecord<PilotUsers>[],
  partitions: readonly ReadRecord<ForestPartitions>[],
  scope: Scope,
): PilotView {
  const { includes } = domainsInScope(partitions, scope);
  const found = records.filter(({ target, data }) => includes(target) && data.populationFound);
  const domains = found.flatMap(({ id, target, data: { total, traits } }) =>
    traits === undefined ? [] : [{ domain: normalHostName(target), evidenceId: id, total, traits }],
  );
  const untold = found
    .filter(({ data }) => data.traits === undefined && data.total > 0)
    .map(({ id, target }) => ({ domain: normalHostName(target), evidenceId: id }));
  const total = domains.reduce((sum, domain) => sum + domain.total, 0);
  const problem = problemOf(found, scope);
  return { domains, total, untold, ...(problem === undefined ? {} : { problem }) };
}

function problemOf(found: readonly ReadRecord<PilotUsers>[], { pilotUsers }: Scope): string | undefined {
  if (found.length === 0)
    return pilotUsers.kind === 'all'
      ? 'The pilot users of the forests in scope were not read.'
      : `The pilot ${pilotUsers.kind} of the scope is in none of the directories that were read, so its users are not known.`;
  return found.every(({ data }) => data.total === 0)
    ? 'The pilot has no enabled user, so there is nobody to judge.'
    : undefined;
}
