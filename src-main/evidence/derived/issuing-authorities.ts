import type {
  CertificateTemplates,
  CertificationAuthorities,
  CertificationAuthority,
} from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { forestsInScope, isSameHost } from './forest-scope';
import type { ReadRecord } from './read-record';
import { controllerCandidates, helloCandidates, isSameName, viewTemplates } from './template-roles';

export interface PlacedAuthority {
  readonly authority: CertificationAuthority;
  readonly forest: string;
  readonly evidenceId: string;
  /** Whether it may issue logon or domain controller certificates. */
  readonly issuesLogon: boolean;
}

/**
 * The CAs of the forests in scope. A CA issues logon certificates when it publishes a WHfB template, a template of domain controllers or one whose object
 * is hidden. Without templates to look at, and as long as no CA publishes one of these, every CA may be the one.
 */
export function placeAuthorities(
  authorities: readonly ReadRecord<CertificationAuthorities>[],
  templates: readonly ReadRecord<CertificateTemplates>[],
  scope: Scope,
): readonly PlacedAuthority[] {
  const view = viewTemplates(templates, authorities, scope);
  const names = [...helloCandidates(view).candidates, ...controllerCandidates(view)]
    .map(({ template }) => template.cn)
    .concat(view.hidden);
  const placed = forestsInScope(authorities, scope).records.flatMap(({ id, target, data }) =>
    data.authorities.map((authority) => ({
      authority,
      forest: target,
      evidenceId: id,
      issuesLogon:
        !view.templates.some(({ forest }) => isSameHost(forest, target)) ||
        authority.templates.some((published) => names.some((name) => isSameName(name, published))),
    })),
  );
  return placed.some(({ issuesLogon }) => issuesLogon) ? placed : placed.map((one) => ({ ...one, issuesLogon: true }));
}
