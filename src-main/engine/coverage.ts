import type { Contact } from '../../src-shared/model/contact';
import { type EvidenceKind, evidenceKinds } from '../../src-shared/model/evidence';
import type { LiveSources } from '../../src-shared/model/plan';
import type { Scope } from '../../src-shared/model/scope';
import type { Need } from '../checks/define-check';
import { catalogue } from '../knowledge/catalogue';
import { probes } from '../probes';
import { aggregates, checks } from './check-registry';

export interface CoveragePreview {
  /** Checks of the catalogue that apply to the scope. */
  readonly applicable: number;
  /** Of those, judged by this version. */
  readonly implemented: number;
  /** Of those, decidable by the chosen live sources alone; files decide more once they are read. */
  readonly decidable: number;
}

/** What the chosen scope and live sources can decide, before anything is contacted. */
export function previewCoverage(scope: Scope, live: LiveSources): CoveragePreview {
  const judged = checks.filter((check) => check.appliesTo(scope) === true);
  const judgedIds = new Set([...checks, ...aggregates].map((check) => check.id));
  const notJudged = catalogue.filter(
    (entry) => !judgedIds.has(entry.id) && (entry.area !== 'sso' || scope.joinTypes.entraJoined),
  );
  const kinds: ReadonlySet<string> = kindsOf(live);
  const decidable = judged.filter(
    ({ needs }) =>
      needs.every((need) => isMet(need, kinds)) && needs.some((need) => kinds.has(need.replace(/\?$/u, ''))),
  );
  return {
    applicable: judged.length + aggregates.length + notJudged.length,
    implemented: judged.length + aggregates.length,
    decidable: decidable.length,
  };
}

const isMet = (need: Need, kinds: ReadonlySet<string>): boolean => need.endsWith('?') || kinds.has(need);

function kindsOf(live: LiveSources): ReadonlySet<EvidenceKind> {
  const given = (kind: EvidenceKind): boolean => {
    if (kind.startsWith('ad.')) return live.directory.length > 0;
    if (kind.startsWith('adfs.')) return live.adfs.length > 0;
    if (kind.startsWith('entra.')) return live.entra.length > 0;
    if (kind === 'policy.registry') return live.sysvol.length > 0;
    if (kind === 'pki.crl') return live.revocationLists && live.directory.length > 0;
    if (kind === 'pki.dc-certificate') return live.domainControllerCertificates && live.directory.length > 0;
    return false;
  };
  return new Set(evidenceKinds.filter(given));
}

/** Hosts that a run of these sources will contact, shown before it starts: those with a name first, then those that are only found during it. */
export const contactsOf = (live: LiveSources): Contact[] =>
  probes.flatMap((probe) => [...probe.contacts(live)]).sort((a, b) => Number(isFound(a)) - Number(isFound(b)));

/** A host that is not known yet is described in words. */
const isFound = ({ host }: Contact): boolean => host.includes(' ');
