import type { CheckDescription } from '../../src-shared/model/catalogue';
import { type EvidenceKind, evidenceKindSchema } from '../../src-shared/model/evidence';
import type { Need } from '../checks/define-check';
import { catalogue } from '../knowledge/catalogue';
import { aggregates, checks } from './check-registry';

/** All ids of the catalogue with what this version knows of each; those it does not judge say so. */
export function describeCatalogue(): CheckDescription[] {
  const byId = new Map([...checks, ...aggregates].map((check) => [check.id, check]));
  return catalogue.map((entry) => {
    const check = byId.get(entry.id);
    if (check === undefined) return { ...entry, implemented: false, revision: 0, why: '', sources: [] };
    const { revision, why, sources, outcomes, remediation } = check;
    const asks = 'asks' in check && check.asks.length > 0 ? { asks: [...check.asks] } : {};
    return {
      ...entry,
      implemented: true,
      revision,
      why,
      sources: [...sources],
      outcomes: [...outcomes],
      remediation,
      ...asks,
      ...evidenceOf(check),
    };
  });
}

function evidenceOf(check: object & { readonly needs?: readonly Need[] }): Pick<CheckDescription, 'needs' | 'helps'> {
  const needs: EvidenceKind[] = [];
  const helps: EvidenceKind[] = [];
  for (const need of check.needs ?? []) {
    const kind = evidenceKindSchema.parse(need.replace(/\?$/u, ''));
    (need.endsWith('?') ? helps : needs).push(kind);
  }
  return { ...(needs.length > 0 && { needs }), ...(helps.length > 0 && { helps }) };
}
