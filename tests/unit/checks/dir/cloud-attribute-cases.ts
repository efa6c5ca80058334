import type { EntraUser } from '../../../../src-shared/model/evidence/entra';
import type { CheckCase } from '../check-cases';
import { identity, pilotCases, pilotWith, sidOf } from '../pilot-traits';
import { entraUser, entraUsers, withoutFacts } from './entra-users';

const full = (number: number): EntraUser =>
  entraUser(number, {
    onPremisesDistinguishedName: `CN=Person ${number},DC=contoso,DC=com`,
    onPremisesDomainName: 'contoso.com',
    onPremisesSamAccountName: `person${number}`,
  });
const pilot = pilotWith({ identities: [identity(1), identity(2)] }, { total: 2 });

/** Cases of checks that want attributes of AD to have arrived in Entra ID. */
export const attributeCases = (scope: NonNullable<CheckCase['scope']>): readonly CheckCase[] => [
  {
    name: 'all arrived',
    scope,
    evidence: [pilot, entraUsers([full(1), full(2)])],
    outcome: 'pass',
    counts: { pass: 2, fail: 0, unknown: 0 },
  },
  {
    name: 'one is empty',
    scope,
    evidence: [pilot, entraUsers([full(1), withoutFacts(full(2), 'onPremisesDistinguishedName')])],
    outcome: 'fail',
    says: ['1 of 2 synchronised pilot users has empty'],
    objects: { [sidOf(2)]: 'fail' },
    notes: { [sidOf(2)]: 'onPremisesDistinguishedName' },
  },
  {
    name: 'nobody has it',
    scope,
    evidence: [pilot, entraUsers([entraUser(1), entraUser(2)])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['onPremisesDistinguishedName'],
  },
  {
    name: 'nobody is synchronised',
    scope,
    evidence: [pilot, entraUsers([full(9)])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['DIR-017'],
  },
  ...pilotCases([entraUsers([full(1), full(2)])]).map((testCase) => ({
    ...testCase,
    scope: { ...testCase.scope, ...scope },
  })),
];
