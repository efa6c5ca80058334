import { isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Inputs } from '../define-check';

export const forestDomainNeeds = ['ad.domain?', 'ad.partitions?', 'ad.domain-controllers?'] as const;

export interface ForestDomains {
  readonly domains: readonly {
    readonly name: string;
    /** Absent = the head of the domain was not read. */
    readonly sid?: string;
    /** There are read-only domain controllers, as far as controllers were read. */
    readonly hasReadOnly: boolean;
  }[];
  /** SID of the root domain; absent = not read. */
  readonly rootSid?: string;
  /** False = the forest's list of domains was not read, so that there may be more. */
  readonly isComplete: boolean;
}

/** The domains of one forest: those its partitions name, else those that were read and belong to it by name. */
export function forestDomainsOf(forest: string, inputs: Inputs<(typeof forestDomainNeeds)[number]>): ForestDomains {
  const heads = inputs['ad.domain'].records;
  const named = inputs['ad.partitions'].records
    .filter(({ target }) => isSameHost(target, forest))
    .flatMap(({ data }) => data.domains.map(({ dnsRoot }) => normalHostName(dnsRoot)));
  const below = heads.map(({ target }) => normalHostName(target)).filter((name) => isBelow(name, forest));
  const sidOf = (name: string): string | undefined =>
    heads.find(({ target }) => isSameHost(target, name))?.data.objectSid;
  const domains = [...new Set(named.length > 0 ? named : below)].map((name) => {
    const sid = sidOf(name);
    const hasReadOnly = inputs['ad.domain-controllers'].records.some(
      ({ target, data }) => isSameHost(target, name) && data.controllers.some(({ readOnly }) => readOnly),
    );
    return { name, hasReadOnly, ...(sid === undefined ? {} : { sid }) };
  });
  const rootSid = sidOf(forest);
  return { domains, isComplete: named.length > 0, ...(rootSid === undefined ? {} : { rootSid }) };
}
