import check from '../../../../src-main/checks/dir/dir-027-synchronisation-errors.check';
import { describeCheck, failed, record } from '../check-cases';
import { identity, pilotCases, pilotWith, sidOf, untoldPilot } from '../pilot-traits';
import { entraUser, entraUsers } from './entra-users';

const pilot = pilotWith({ identities: [identity(1), identity(2)] }, { total: 2 });
const user = (number: number, ...provisioningErrors: readonly string[]) => entraUser(number, { provisioningErrors });
const runs = (...errors: readonly (readonly [string, string])[]) =>
  record('connect.runs', 'connect01.contoso.com', {
    host: 'connect01.contoso.com',
    results: [],
    exportErrors: errors.map(([distinguishedName, error]) => ({ distinguishedName, error })),
  });
const fine = [entraUsers([user(1), user(2), user(9)]), runs()];

describeCheck(check, [
  {
    name: 'none',
    evidence: [pilot, ...fine],
    outcome: 'pass',
    decisive: ['entra.users users.*.provisioningErrors'],
    differs: [],
  },
  {
    name: 'a pilot user',
    evidence: [pilot, entraUsers([user(1, 'PropertyConflict: ProxyAddresses'), user(2)]), runs()],
    outcome: 'fail',
    severity: 'medium',
    says: ['person1@contoso.com'],
    notes: { [sidOf(1)]: 'ProxyAddresses' },
  },
  {
    name: 'the export of a pilot user',
    evidence: [pilot, fine[0] ?? runs(), runs(['cn=person 2, OU=Staff,DC=contoso,DC=com', 'duplicate'])],
    outcome: 'fail',
    says: ['person 2'],
  },
  {
    name: 'no rights in AD',
    evidence: [pilot, fine[0] ?? runs(), runs(['CN=PC1,DC=contoso,DC=com', 'permission-issue (8344)'])],
    outcome: 'fail',
    says: ['may not write'],
  },
  {
    name: 'others',
    evidence: [pilot, entraUsers([user(1), user(2), user(9, 'PropertyConflict')]), runs()],
    outcome: 'warning',
    severity: 'low',
    says: ['1 user in Entra ID'],
  },
  {
    name: 'the export was not read',
    evidence: [pilot, entraUsers([user(1), user(2)])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'runs without the objects that could not be exported',
    evidence: [
      pilot,
      entraUsers([user(1), user(2)]),
      record('connect.runs', 'connect01.contoso.com', { host: 'connect01.contoso.com', results: [] }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the export was denied',
    evidence: [pilot, entraUsers([user(1), user(2)]), failed('connect.runs', 'connect01', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a list without the errors',
    evidence: [pilot, entraUsers([entraUser(1)]), runs()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['saved without'],
  },
  {
    name: 'a pilot user without the answer beside users with it',
    evidence: [pilot, entraUsers([entraUser(1), user(2), user(9)]), runs()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 of 2 pilot users lacks the answer'],
    objects: { [sidOf(1)]: 'unknown' },
  },
  {
    name: 'a pilot user without the answer, another with an error',
    evidence: [pilot, entraUsers([entraUser(1), user(2, 'PropertyConflict')]), runs()],
    outcome: 'fail',
    objects: { [sidOf(2)]: 'fail' },
  },
  {
    name: 'a pilot user without the answer, errors of others',
    evidence: [pilot, entraUsers([entraUser(1), user(2), user(9, 'PropertyConflict')]), runs()],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sidOf(1)]: 'unknown' },
  },
  {
    name: 'a pilot user whom a list that was cut off does not name',
    evidence: [pilot, entraUsers([user(1)], false), runs()],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sidOf(2)]: 'unknown' },
  },
  {
    name: 'somebody outside the pilot without the answer',
    evidence: [pilot, entraUsers([user(1), user(2), entraUser(9)]), runs()],
    outcome: 'pass',
  },
  {
    name: 'a domain of which nothing but names is known',
    evidence: [pilot, untoldPilot('emea.contoso.com'), ...fine],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 part of the pilot could not be compared'],
  },
  ...pilotCases(fine),
]);
