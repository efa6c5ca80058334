import type { Scope } from '../../../src-shared/model/scope';
import { derivedOnce } from '../../evidence/derived/derived-once';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { type PilotUnit, pilotComputerUnits, pilotUserUnits } from '../../evidence/derived/pilot-units';
import type { UserPlaces } from '../../evidence/derived/policy-case';
import { directoryOf, type PolicyEvidence } from '../../evidence/derived/policy-evidence';
import { controllerPopulation, pilotPopulations } from '../../evidence/derived/policy-populations';
import { isEveryPolicyRead, policiesWithSetting } from '../../evidence/derived/policy-settings';
import { principalNeeds, principalsOf } from '../../evidence/derived/principals';
import type { SettingName } from '../../evidence/derived/resultant-policy';
import { normalDn } from '../../evidence/distinguished-name';
import type { Inputs } from '../define-check';
import { type JudgedObject, unread } from '../result';
import { countOf } from '../wording';

/** What group policy is simulated from: objects, links, settings, sites, and the groups that filter them. */
export const groupPolicyNeeds = [
  'policy.registry?',
  'policy.preferences?',
  'ad.group-policy?',
  'ad.sites?',
  ...principalNeeds,
] as const;

/**
 * What checks of policy take. All optional: settings of group policy and the answers of clients stand in for each other, and with Intune as the only
 * channel group policy does not matter.
 */
export const policyNeeds = [
  ...groupPolicyNeeds,
  'policy.resultant?',
  'client.dsregcmd?',
  'ad.pilot-computers?',
  'ad.pilot-users?',
] as const;

export type GroupPolicyInputs = Inputs<(typeof groupPolicyNeeds)[number]>;
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

/** Group policy of the domains in scope, for whichever accounts `populations` describes. */
function policyEvidence(
  inputs: GroupPolicyInputs,
  scope: Scope,
  populations: Pick<PolicyEvidence, 'computersOf' | 'usersOf'>,
): PolicyEvidence {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const ofScope = <R extends { readonly data: { readonly domain: string } }>(records: readonly R[]): readonly R[] =>
    records.filter(({ data }) => data.domain === '' || domains.includes(data.domain));
  return {
    directories: inputs['ad.group-policy'].records.filter(({ target }) => domains.includes(target)),
    registries: ofScope(inputs['policy.registry'].records),
    preferences: ofScope(inputs['policy.preferences'].records),
    sites: inputs['ad.sites'].records,
    partitions: inputs['ad.partitions'].records,
    gaps: {
      directories: inputs['ad.group-policy'].gaps,
      registries: inputs['policy.registry'].gaps,
      preferences: inputs['policy.preferences'].gaps,
      sites: inputs['ad.sites'].gaps,
    },
    ...populations,
    titleOf: principalsOf(inputs, scope).titleOf,
  };
}

const policyKinds = policyNeeds.map((need) => need.slice(0, -1) as keyof PolicyInputs);

/** Made once a run: every check of policy asks for it, and it holds every pilot computer. */
export const viewPolicies = derivedOnce(
  (inputs: PolicyInputs, scope: Scope) => [...policyKinds.map((kind) => inputs[kind]), scope],
  policyView,
);

function policyView(inputs: PolicyInputs, scope: Scope): PolicyView {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const inScope = <R extends { readonly target: string }>(records: readonly R[]): readonly R[] =>
    records.filter(({ target }) => domains.includes(target));
  const [computers, users] = [inScope(inputs['ad.pilot-computers'].records), inScope(inputs['ad.pilot-users'].records)];
  const populations = pilotPopulations({ computers, users, scope, principals: principalsOf(inputs, scope) });
  const evidence = policyEvidence(inputs, scope, populations);
  return {
    evidence,
    computerUnits: pilotComputerUnits(
      scope.pilotComputers,
      computers.map(({ data }) => data),
    ),
    users: {
      units: pilotUserUnits(scope.pilotUsers, users),
      isComplete: inputs['ad.pilot-users'].records.length > 0 && inputs['ad.pilot-users'].gaps.length === 0,
    },
    unreadDomains: inScope(inputs['ad.pilot-computers'].gaps).map((gap) =>
      unread({ id: `domain:${gap.target.toLowerCase()}`, kind: 'domain', name: gap.target }, gap),
    ),
    isEmpty: evidence.directories.length === 0 && evidence.registries.length === 0,
    isEveryPolicyRead: isEveryPolicyRead(evidence),
  };
}

/** Group policy as domain controllers get it. */
export const viewControllerPolicies = (inputs: GroupPolicyInputs, scope: Scope): PolicyEvidence =>
  policyEvidence(inputs, scope, {
    computersOf: () => controllerPopulation,
    usersOf: () => controllerPopulation,
  });

type Identity = Pick<JudgedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'>;

export function placeObject(
  { distinguishedName, computers }: { readonly distinguishedName: string; readonly computers: readonly unknown[] },
  evidence: PolicyEvidence,
  noun = 'pilot computer',
): Identity {
  const directory = directoryOf(distinguishedName, evidence);
  const name = computers.length === 0 ? distinguishedName : `${distinguishedName} (${countOf(computers.length, noun)})`;
  const place = { id: normalDn(distinguishedName), kind: 'directory-object', name: name.slice(0, 1024) } as const;
  return directory === undefined
    ? place
    : { ...place, evidenceId: directory.id, locate: distinguishedName.split(',')[0]?.slice(0, 500) ?? '' };
}

/** How the user half was looked at, where one has the settings; closes a summary that rests on it. */
export function limitsOf({ users, evidence }: PolicyView, settings: readonly SettingName[]): string {
  if (settings.every((setting) => policiesWithSetting(setting, ['user'], evidence).length === 0)) return '';
  return users.units.length === 0
    ? ' Where the pilot users are was not read; the user half was looked at for contradictions only.'
    : ` The user half was judged at ${countOf(users.units.length, 'place')} of the pilot users that were kept as a sample.`;
}
