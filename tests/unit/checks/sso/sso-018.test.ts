import check from '../../../../src-main/checks/sso/sso-018-subject-names.check';
import { describeCheck, failed } from '../check-cases';
import { pilotCases, pilotUser, pilotWith, sample, sidOf, untoldPilot } from '../pilot-traits';

const scope = {
  joinTypes: { hybridJoined: true, entraJoined: true },
  registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' },
} as const;
const special = pilotUser(1, { distinguishedName: 'CN=Müller\\, Jörg,OU=Staff,DC=contoso,DC=com' });
const long = pilotUser(2, { distinguishedName: `CN=Person 2,OU=${'Abteilung '.repeat(6)},DC=contoso,DC=com` });
const names = (awkward: readonly ReturnType<typeof pilotUser>[], lengthy: readonly ReturnType<typeof pilotUser>[]) =>
  pilotWith({ awkwardNames: sample(awkward), longNames: sample(lengthy) });

describeCheck(check, [
  {
    name: 'plain names',
    evidence: [names([], [])],
    scope,
    outcome: 'pass',
    decisive: ['ad.pilot-users traits.longNames'],
    says: ['20 pilot users'],
    differs: [],
  },
  {
    name: 'special characters',
    evidence: [names([special], [])],
    scope,
    outcome: 'warning',
    severity: 'medium',
    says: ['1 has one with special characters'],
    objects: { [sidOf(1)]: 'warning' },
    notes: { [sidOf(1)]: 'Müller' },
    differs: ['Names with special characters'],
  },
  {
    name: 'long names',
    evidence: [names([], [long])],
    scope,
    outcome: 'warning',
    says: ['1 has a distinguished name longer than 64 characters'],
    notes: { [sidOf(2)]: 'characters' },
    differs: ['Names longer than 64 characters'],
  },
  {
    name: 'both on one user',
    evidence: [names([special], [special])],
    scope,
    outcome: 'warning',
    objects: { [sidOf(1)]: 'warning' },
  },
  { name: 'hybrid joined devices only', evidence: [names([special], [])], outcome: 'not-applicable' },
  {
    name: 'a domain of which only names are known',
    evidence: [names([], []), untoldPilot('emea.contoso.com')],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second domain that was refused',
    evidence: [names([], []), failed('ad.pilot-users', 'emea.contoso.com', 'unreachable')],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  ...pilotCases([], scope),
]);
