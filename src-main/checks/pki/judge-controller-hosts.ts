import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import type { Collected } from '../define-check';
import type { JudgedObject } from '../result';
import { controllerObject } from './judge-controllers';

/** Says which machines are domain controllers. */
export const controllerHostNeeds = ['ad.domain-controllers?', 'ad.partitions?', 'host.system?'] as const;

export interface ControllerHostInputs {
  readonly 'ad.domain-controllers': Collected<'ad.domain-controllers'>;
  readonly 'ad.partitions': Collected<'ad.partitions'>;
  readonly 'host.system': Collected<'host.system'>;
}

const domainControllerType = 2;

/** A machine that names itself with or without its domain. */
export const isMachine = (name: string, host: string): boolean =>
  isSameHost(name, host) || normalHostName(name) === normalHostName(host).split('.')[0];

/** Domain controllers in scope by name: those AD lists, or else the machines that say they are one. */
export function controllerHosts(inputs: ControllerHostInputs, scope: Scope): readonly string[] {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const listed = inputs['ad.domain-controllers'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ data }) => data.controllers.map(({ dnsHostName }) => normalHostName(dnsHostName)));
  const told = inputs['host.system'].records
    .filter(({ data }) => data.role === 'dc' || data.productType === domainControllerType)
    .map(({ data }) => normalHostName(data.host));
  return [...new Set(listed.length > 0 ? listed : told)].sort();
}

/** Judges every domain controller in scope on its own; none known is an empty list. */
export const judgeControllerHosts = (
  inputs: ControllerHostInputs,
  scope: Scope,
  judge: (host: string) => Verdict & { readonly evidenceId?: string },
): readonly JudgedObject[] =>
  controllerHosts(inputs, scope).map((host) => ({ ...controllerObject(host), ...judge(host) }));

/** What a controller of which nothing was read is. */
export const hostNotRead = (gaps: Collected<'host.registry'>['gaps'], host: string, what: string): Verdict => {
  const gap = gaps.find(({ target }) => isMachine(target.split(' ')[0] ?? '', host));
  return { outcome: 'unknown', reason: gap?.reason ?? 'not-collected', note: gap?.message ?? `${what} was not read.` };
};
