import check from '../../../../src-main/checks/dir/dir-019-cloud-names.check';
import type { PilotIdentity } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed, record } from '../check-cases';
import { identity, pilotCases, pilotWith, sidOf } from '../pilot-traits';
import { entraUser, entraUsers, withoutFacts } from './entra-users';

const pilot = (...identities: readonly PilotIdentity[]) => pilotWith({ identities }, { total: identities.length });
const cloudName = 'p1@contoso.onmicrosoft.com';
const renamed = entraUsers([entraUser(1, { userPrincipalName: cloudName })]);
const domain = (id: string, isVerified = true) => ({
  id,
  isVerified,
  authenticationType: 'Federated',
  isRoot: true,
  isInitial: false,
});
const domains = record('entra.domains', 'tenant', { domains: [domain('contoso.com'), domain('fabrikam.com', false)] });
const { userPrincipalName: _, ...nameless } = identity(1);

describeCheck(check, [
  {
    name: 'the same names',
    evidence: [pilot(identity(1)), entraUsers([entraUser(1, { userPrincipalName: 'PERSON1@contoso.com' })]), domains],
    outcome: 'pass',
    says: ['1 pilot user compared', 'was not read'],
    counts: { pass: 1 },
    differs: [],
  },
  {
    name: 'another name in the cloud',
    evidence: [pilot(identity(1)), renamed, domains],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 1 pilot user has another UPN', 'person1@contoso.com'],
    objects: { [sidOf(1)]: 'warning' },
    notes: { [sidOf(1)]: cloudName },
    differs: ['Users whose UPN is the same'],
  },
  {
    name: 'the suffix in AD is not verified',
    evidence: [pilot(identity(1, { userPrincipalName: 'jörg@fabrikam.com' })), renamed, domains],
    outcome: 'fail',
    says: ['1 of them because'],
    notes: { [sidOf(1)]: 'DIR-015' },
  },
  {
    name: 'which suffixes are verified is not known',
    evidence: [pilot(identity(1, { userPrincipalName: 'jörg@fabrikam.com' })), renamed],
    outcome: 'warning',
  },
  {
    name: 'no name in AD',
    evidence: [pilot(nameless), renamed, domains],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'no UPN in AD' },
  },
  {
    name: 'users who are not linked by their SID are not compared',
    evidence: [
      pilot(identity(1), identity(2)),
      entraUsers([
        entraUser(1),
        withoutFacts(entraUser(2, { userPrincipalName: 'x@contoso.com' }), 'onPremisesSecurityIdentifier'),
      ]),
    ],
    outcome: 'pass',
    counts: { pass: 1 },
  },
  {
    name: 'nobody is linked',
    evidence: [pilot(identity(1)), entraUsers([entraUser(9)])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['DIR-017'],
  },
  {
    name: 'more pilot users than were kept',
    evidence: [pilotWith({ identities: [identity(1)] }, { total: 30_000 }), entraUsers([entraUser(1)])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Graph refused',
    evidence: [pilot(identity(1)), failed('entra.users', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases([entraUsers([entraUser(1)])]),
]);
