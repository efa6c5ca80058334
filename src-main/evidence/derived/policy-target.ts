import { dnsNameOf } from '../distinguished-name';
import type { PolicyEvidence } from './policy-evidence';
import type { PolicyTarget } from './policy-reach';
import { unknownPopulation } from './population-token';

/** Users of one place at computers of one place; without `userUnit`, users whose place is not known. */
export interface PolicyPlaces {
  readonly computerUnit: string;
  readonly userUnit?: string;
}

export function policyTarget({ computerUnit, userUnit }: PolicyPlaces, evidence: PolicyEvidence): PolicyTarget {
  const computerDomain = dnsNameOf(computerUnit);
  const userDomain = userUnit === undefined ? undefined : dnsNameOf(userUnit);
  return {
    key: `${computerDomain} ${userDomain ?? '?'}`,
    computer: evidence.computersOf(computerDomain),
    user: userDomain === undefined ? unknownPopulation : evidence.usersOf(userDomain),
  };
}
