import { sumsUpOthers } from '../../src-shared/model/catalogue';
import type { Contact } from '../../src-shared/model/contact';
import { type EvidenceKind, evidenceKinds } from '../../src-shared/model/evidence';
import type { LiveSources } from '../../src-shared/model/plan';
import type { Scope } from '../../src-shared/model/scope';
import type { Need } from '../checks/define-check';
import { catalogue } from '../knowledge/catalogue';
import { probes } from '../probes';
import { proxyContacts } from '../probes/net/proxy';
import { checks } from './check-registry';

export interface CoveragePreview {
  /** Checks of the catalogue that apply to the scope; those that sum up others are not counted, here as in readiness. */
  readonly applicable: number;
  /** Of those, judged by this version. */
  readonly implemented: number;
  /** Of those, decidable by the chosen live sources alone; files decide more once they are read. */
  readonly decidable: number;
}

/** What the chosen scope and live sources can decide, before anything is contacted. */
export function previewCoverage(scope: Scope, live: LiveSources): CoveragePreview {
  const judged = checks.filter((check) => check.appliesTo(scope) === true);
  const judgedIds = new Set(checks.map((check) => check.id));
  const notJudged = catalogue.filter(
    (entry) =>
      !judgedIds.has(entry.id) && !sumsUpOthers(entry) && (entry.area !== 'sso' || scope.joinTypes.entraJoined),
  );
  const kinds: ReadonlySet<string> = kindsOf(live);
  const decidable = judged.filter(
    ({ needs }) =>
      needs.every((need) => isMet(need, kinds)) && needs.some((need) => kinds.has(need.replace(/\?$/u, ''))),
  );
  return {
    applicable: judged.length + notJudged.length,
    implemented: judged.length,
    decidable: decidable.length,
  };
}

const isMet = (need: Need, kinds: ReadonlySet<string>): boolean => need.endsWith('?') || kinds.has(need);

/** Kinds that probes of the sources give, provided that what they follow from is found. Kinds that only files give are in no group. */
function kindsOf(live: LiveSources): ReadonlySet<EvidenceKind> {
  const hasDirectory = live.directory.length > 0;
  const groups: readonly (readonly [isGiven: boolean, kinds: readonly EvidenceKind[]])[] = [
    [hasDirectory, evidenceKinds.filter((kind) => kind.startsWith('ad.') && kind !== 'ad.controller-state')],
    [hasDirectory && live.domainControllerCertificates, ['ad.controller-state', 'pki.dc-certificate']],
    [hasDirectory && live.revocationLists, ['pki.crl']],
    [hasDirectory && live.authorityInformation, ['pki.authority-information', 'pki.ocsp']],
    [hasDirectory && live.enrolmentEndpoints, ['pki.enrolment-endpoints', 'pki.authority-host']],
    [(hasDirectory || live.adfs.length > 0) && live.dns, ['dns.answer']],
    [live.adfs.length > 0, ['adfs.openid-configuration', 'adfs.federation-metadata', 'adfs.endpoints', 'adfs.tls']],
    [live.sysvol.length > 0, ['policy.registry', 'policy.preferences', 'policy.central-store']],
    [
      live.entra.length > 0,
      ['entra.organization', 'entra.domains', 'entra.federation-configuration', 'entra.devices', 'entra.users'],
    ],
    [live.thisComputer, ['client.dsregcmd', 'host.system', 'host.registry', 'host.events', 'host.certificates']],
    [live.cloudEndpoints, ['entra.openid-configuration', 'entra.endpoint', 'entra.registration-contract']],
  ];
  return new Set(groups.flatMap(([isGiven, kinds]) => (isGiven ? kinds : [])));
}

/** Hosts that a run of these sources will contact, shown before it starts: those with a name first, then those that are only found during it. */
export const contactsOf = (live: LiveSources): Contact[] =>
  [...proxyContacts(live), ...probes.flatMap((probe) => [...probe.contacts(live)])].sort(
    (a, b) => Number(isFound(a)) - Number(isFound(b)),
  );

/** A host that is not known yet is described in words. */
const isFound = ({ host }: Contact): boolean => host.includes(' ');
