import check from '../../../../src-main/checks/dir/dir-017-matching-users.check';
import { describeCheck, failed } from '../check-cases';
import { domainSid } from '../contoso';
import { identity, pilotCases, pilotWith, sidOf, untoldPilot } from '../pilot-traits';
import { entraUser, entraUsers, withoutFacts } from './entra-users';

const pilot = (identities = [identity(1), identity(2)], total = identities.length) =>
  pilotWith({ identities }, { total });
const both = entraUsers([entraUser(1), entraUser(2), entraUser(9)]);

describeCheck(check, [
  {
    name: 'both directories agree',
    evidence: [pilot(), both],
    outcome: 'pass',
    says: ['2 pilot users'],
    counts: { pass: 2 },
    differs: [],
  },
  {
    name: 'the anchor is mS-DS-ConsistencyGuid',
    evidence: [
      pilot([identity(1, { consistencyGuid: 'ABEiM0RVZneImaq7zN3u/w==' })]),
      entraUsers([entraUser(1, { onPremisesImmutableId: 'ABEiM0RVZneImaq7zN3u/w==' })]),
    ],
    outcome: 'pass',
  },
  {
    name: 'case of the UPN does not matter',
    evidence: [pilot([identity(1)]), entraUsers([entraUser(1, { userPrincipalName: 'Person1@Contoso.com' })])],
    outcome: 'pass',
  },
  {
    name: 'no cloud user',
    evidence: [pilot(), entraUsers([entraUser(1), entraUser(9)])],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 pilot users has no matching', 'person2@contoso.com'],
    objects: { [sidOf(2)]: 'fail' },
    counts: { pass: 1, warning: 0, fail: 1, unknown: 0 },
    differs: ['Pilot users in Entra ID'],
  },
  {
    name: 'a cloud-only user of the same name',
    evidence: [
      pilot([identity(1)]),
      entraUsers([
        withoutFacts(entraUser(1), 'onPremisesSyncEnabled', 'onPremisesImmutableId', 'onPremisesSecurityIdentifier'),
      ]),
    ],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'made in the cloud' },
  },
  {
    name: 'the name belongs to another account',
    evidence: [pilot([identity(1)]), entraUsers([entraUser(1, { onPremisesSecurityIdentifier: `${domainSid}-9999` })])],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'SID differs' },
  },
  {
    name: 'no longer synchronised',
    evidence: [pilot([identity(1)]), entraUsers([withoutFacts(entraUser(1), 'onPremisesSyncEnabled')])],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'no longer synchronised' },
  },
  {
    name: 'disabled in Entra ID',
    evidence: [pilot([identity(1)]), entraUsers([entraUser(1, { accountEnabled: false })])],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'disabled' },
  },
  {
    name: 'another UPN',
    evidence: [pilot([identity(1)]), entraUsers([entraUser(1, { userPrincipalName: 'p1@contoso.onmicrosoft.com' })])],
    outcome: 'warning',
    says: ['differs in UPN'],
    notes: { [sidOf(1)]: 'p1@contoso.onmicrosoft.com' },
  },
  {
    name: 'another anchor',
    evidence: [pilot([identity(1)]), entraUsers([entraUser(1, { onPremisesImmutableId: 'ZW1wbG95ZWUtMQ==' })])],
    outcome: 'warning',
    notes: { [sidOf(1)]: 'source anchor' },
  },
  {
    name: 'a list without the SIDs',
    evidence: [pilot([identity(1)]), entraUsers([withoutFacts(entraUser(1), 'onPremisesSecurityIdentifier')])],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [sidOf(1)]: 'onPremisesSecurityIdentifier' },
  },
  {
    name: 'a list without accountEnabled',
    evidence: [pilot([identity(1)]), entraUsers([withoutFacts(entraUser(1), 'accountEnabled')])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a list that was cut off',
    evidence: [pilot(), entraUsers([entraUser(1)], false)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sidOf(2)]: 'unknown' },
  },
  {
    name: 'an empty list',
    evidence: [pilot(), entraUsers([])],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['empty'],
  },
  {
    name: 'more pilot users than were kept',
    evidence: [pilot([identity(1)], 30_000), entraUsers([entraUser(1)])],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'further:contoso.com': 'unknown' },
  },
  {
    name: 'one fails, others are not known',
    evidence: [pilot([identity(1)]), untoldPilot('emea.contoso.com'), entraUsers([entraUser(9)])],
    outcome: 'fail',
    says: ['1 more could not be judged'],
  },
  {
    name: 'Graph refused',
    evidence: [pilot(), failed('entra.users', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases([both]),
]);
