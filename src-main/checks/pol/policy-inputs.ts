import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import type { UserPlaces } from '../../evidence/derived/hello-policy';
import { type PilotUnit, pilotComputerUnits, pilotUserUnits } from '../../evidence/derived/pilot-units';
import { isEveryPolicyRead, policiesWithSetting } from '../../evidence/derived/policy-settings';
import { directoryOf, type PolicyEvidence, type SettingName } from '../../evidence/derived/resultant-policy';
import { normalDn } from '../../evidence/distinguished-name';
import type { Inputs } from '../define-check';
import { type JudgedObject, unread } from '../result';
import { countOf } from '../wording';

/**
 * What checks of policy take. All optional: settings of group policy and the answers of clients stand in for each other, and with Intune as the only
 * channel group policy does not matter.
 */
export const policyNeeds = [
  'policy.registry?',
  'ad.group-policy?',
  'client.dsregcmd?',
  'ad.pilot-computers?',
  'ad.pilot-users?',
  'ad.partitions?',
] as const;

export type PolicyInputs = Inputs<(typeof policyNeeds)[number]>;

/** Group policy and the places of the pilot, in the domains of the scope. */
export interface PolicyView {
  readonly evidence: PolicyEvidence;
  readonly computerUnits: readonly PilotUnit[];
  readonly users: UserPlaces;
  /** Domains whose pilot computers could not be read. */
  readonly unreadDomains: readonly JudgedObject[];
  /** True when neither objects and links nor settings of any policy were read. */
  readonly isEmpty: boolean;
  readonly isEveryPolicyRead: boolean;
}

export function viewPolicies(inputs: PolicyInputs, scope: Scope): PolicyView {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const inScope = <R extends { readonly target: string }>(records: readonly R[]): readonly R[] =>
    records.filter(({ target }) => domains.includes(target));
  const registries = inputs['policy.registry'].records.filter(
    ({ data }) => data.domain === '' || domains.includes(data.domain),
  );
  const evidence = {
    directories: inScope(inputs['ad.group-policy'].records),
    registries,
    gaps: inputs['policy.registry'].gaps,
  };
  return {
    evidence,
    computerUnits: pilotComputerUnits(
      scope.pilotComputers,
      inScope(inputs['ad.pilot-computers'].records).map(({ data }) => data),
    ),
    users: {
      units: pilotUserUnits(scope.pilotUsers, inScope(inputs['ad.pilot-users'].records)),
      isComplete: inputs['ad.pilot-users'].records.length > 0 && inputs['ad.pilot-users'].gaps.length === 0,
    },
    unreadDomains: inScope(inputs['ad.pilot-computers'].gaps).map((gap) =>
      unread({ id: `domain:${gap.target.toLowerCase()}`, kind: 'domain', name: gap.target }, gap),
    ),
    isEmpty: evidence.directories.length === 0 && registries.length === 0,
    isEveryPolicyRead: isEveryPolicyRead(evidence),
  };
}

type Identity = Pick<JudgedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'>;

export function placeObject({ distinguishedName, computers }: PilotUnit, { evidence }: PolicyView): Identity {
  const directory = directoryOf(distinguishedName, evidence);
  const name =
    computers.length === 0
      ? distinguishedName
      : `${distinguishedName} (${countOf(computers.length, 'pilot computer')})`;
  const place = { id: normalDn(distinguishedName), kind: 'directory-object', name: name.slice(0, 1024) } as const;
  return directory === undefined
    ? place
    : { ...place, evidenceId: directory.id, locate: distinguishedName.split(',')[0]?.slice(0, 500) ?? '' };
}

/** What the simulation left out; closes every summary that rests on it. */
export function limitsOf({ users, evidence }: PolicyView, setting: SettingName): string {
  const common = 'Links of sites, WMI filters and security filtering were not judged (POL-007).';
  if (policiesWithSetting(setting, ['user'], evidence).length === 0) return common;
  return users.units.length === 0
    ? `${common} Where the pilot users are was not read; the user half was looked at for contradictions only.`
    : `${common} The user half was judged at ${countOf(users.units.length, 'place')} of the pilot users that were kept as a sample.`;
}
