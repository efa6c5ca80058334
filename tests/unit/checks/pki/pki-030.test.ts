import check from '../../../../src-main/checks/pki/pki-030-whfb-permissions.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import type { PilotUsers, PilotUserTraits } from '../../../../src-shared/model/evidence/directory';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { identity, pilotUser, pilotWith, untoldPilot } from '../pilot-traits';
import {
  adfsAccount,
  allow,
  descriptor,
  group,
  type PrincipalChanges,
  principalRecords,
  rid,
  sidOf,
} from '../principals';
import { authoritiesOf, authority } from './authorities';
import { absenceCases, withTemplates } from './hello-template-cases';
import { authenticatedUsers, autoEnroll, denyEnroll, enroll, enrolling } from './template-rights';
import { helloTemplate, templatesOf } from './templates';

const id = guid(101);
const adfs = sidOf(rid.adfs);
const users = sidOf(rid.domainUsers);
const pilotSid = sidOf(1750);
const outerSid = sidOf(1751);
const dn = (name: string): string => `CN=${name},CN=Users,${dnOf(forest)}`;
const groups = [
  group('Hello-Pilot, Köln', 1750, { distinguishedName: dn('Hello-Pilot\\, Köln'), memberOf: [dn('Hello Users')] }),
  group('Hello Users', 1751),
  group('Domain Controllers', 516),
];
const inPilot: PrincipalChanges = { groups, accounts: [{ ...adfsAccount, memberOf: [dn('Hello Users')] }] };

const pilotGroup = { distinguishedName: dn('Hello-Pilot\\, Köln'), objectSid: pilotSid, groupType: 0x8000_0002 };
const byGroup = { scope: { pilotUsers: { kind: 'group', group: pilotSid } } } as const;
const byUnit = { scope: { pilotUsers: { kind: 'unit', unit: `OU=Staff,${dnOf(forest)}` } } } as const;
const groupPilot = (more: Partial<PilotUsers> = {}): EvidenceRecord => pilotWith({}, { group: pilotGroup, ...more });
const unitPilot = (traits: Partial<PilotUserTraits>): EvidenceRecord => pilotWith(traits);

/** Twenty users whose primary group is Domain Users. */
const domainUsersPilot = (more: Partial<PilotUsers> = {}): EvidenceRecord =>
  pilotWith(
    { identities: [identity(1)], countByPrimaryGroup: { '513': 20 } },
    { suffixes: [{ suffix: forest, count: 20, users: [pilotUser(1)] }], ...more },
  );

const having = (
  securityDescriptor: SecurityDescriptor | undefined,
  pilot: EvidenceRecord = groupPilot(),
  principals: PrincipalChanges = inPilot,
): CheckCase['evidence'] => [
  ...withTemplates(helloTemplate({ securityDescriptor })),
  pilot,
  ...principalRecords(principals),
];

describeCheck(check, [
  {
    ...byGroup,
    name: 'the pilot group and AD FS through a group above it',
    evidence: having(enrolling(outerSid)),
    outcome: 'pass',
    says: ['CONTOSO\\Hello Users', 'every pilot user and AD FS among them'],
    objects: { [id]: 'pass' },
  },
  { ...byGroup, name: 'both named directly', evidence: having(enrolling(pilotSid, adfs)), outcome: 'pass' },
  {
    ...byGroup,
    name: 'AD FS lacks it',
    evidence: having(enrolling(pilotSid), groupPilot(), { groups }),
    outcome: 'fail',
    severity: 'blocker',
    says: ['AD FS service account (svc-adfs$)'],
    differs: ['WHFBAuthentication'],
  },
  {
    ...byGroup,
    name: 'AD FS lacks it, but is not the registration authority',
    scope: { ...byGroup.scope, registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    evidence: having(enrolling(pilotSid), groupPilot(), { groups }),
    outcome: 'pass',
  },
  {
    ...byGroup,
    name: 'nobody but administrators',
    evidence: having(enrolling()),
    outcome: 'fail',
    severity: 'blocker',
    says: ['nobody besides Tier 0', 'the pilot group Hello-Pilot, Köln'],
  },
  {
    ...byGroup,
    name: 'the pilot group is denied',
    evidence: having(descriptor([denyEnroll(pilotSid), enroll(outerSid), enroll(adfs)])),
    outcome: 'fail',
    severity: 'blocker',
    says: ['does not let the pilot group'],
  },
  {
    ...byGroup,
    name: 'another group: single users may be in it',
    evidence: having(enrolling(sidOf(rid.helpdesk), adfs)),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['CONTOSO\\Helpdesk', 'was not read'],
  },
  {
    ...byGroup,
    name: 'only AD FS, and every pilot user is known by name',
    evidence: having(
      enrolling(adfs),
      groupPilot({ total: 1, suffixes: [{ suffix: forest, count: 1, users: [pilotUser(1)] }] }),
    ),
    outcome: 'fail',
    severity: 'blocker',
    says: ['nobody besides Tier 0 and CONTOSO\\svc-adfs$ enrol', 'the pilot group Hello-Pilot, Köln'],
  },
  {
    ...byGroup,
    name: 'the pilot group is a distribution group',
    evidence: having(enrolling(pilotSid, adfs), groupPilot({ group: { ...pilotGroup, groupType: 2 } })),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['distribution group'],
  },
  {
    ...byGroup,
    name: 'Domain Users instead',
    evidence: having(enrolling(users, adfs), domainUsersPilot({ group: pilotGroup })),
    outcome: 'warning',
    severity: 'high',
    says: ['lets CONTOSO\\Domain Users enrol instead of a pilot group'],
  },
  {
    ...byGroup,
    name: 'Authenticated Users beside the group',
    evidence: having(enrolling(outerSid, authenticatedUsers)),
    outcome: 'warning',
    severity: 'high',
    says: ['Authenticated Users'],
  },
  {
    ...byGroup,
    name: 'autoenrolment for the group',
    evidence: having(descriptor([enroll(outerSid), autoEnroll(outerSid)])),
    outcome: 'warning',
    severity: 'medium',
    says: ['autoenrol'],
  },
  {
    ...byGroup,
    name: 'may enrol but not read',
    evidence: having({ ...descriptor(), entries: [enroll(pilotSid), enroll(adfs)] }),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    ...byGroup,
    name: 'a domain local group and a CA of another domain',
    evidence: [
      templatesOf([helloTemplate({ securityDescriptor: enrolling(pilotSid, adfs) })]),
      authoritiesOf([authority({ dnsHostName: 'ca01.emea.contoso.com' })]),
      groupPilot({ group: { ...pilotGroup, groupType: 0x8000_0004 } }),
      ...principalRecords(inPilot),
    ],
    outcome: 'warning',
    severity: 'high',
    says: ['domain local group Hello-Pilot, Köln', 'Contoso Issuing CA 1'],
  },
  {
    ...byGroup,
    name: 'a domain local group of the domain of the CA',
    evidence: having(enrolling(pilotSid, adfs), groupPilot({ group: { ...pilotGroup, groupType: 0x8000_0004 } })),
    outcome: 'pass',
  },
  {
    ...byUnit,
    name: 'a unit whose users are all in one group',
    evidence: having(enrolling(outerSid), unitPilot({ countByGroup: { [dn('hello users').toLowerCase()]: 20 } })),
    outcome: 'pass',
  },
  {
    ...byUnit,
    name: 'a unit of which too few are in the groups',
    evidence: having(
      enrolling(outerSid),
      unitPilot({ countByGroup: { [dn('hello users').toLowerCase()]: 12 }, countByPrimaryGroup: { '513': 20 } }),
    ),
    outcome: 'fail',
    severity: 'blocker',
    says: ['at most 12 of 20 pilot users'],
  },
  {
    ...byUnit,
    name: 'a unit whose users are spread over groups that may add up',
    evidence: having(
      enrolling(outerSid, sidOf(rid.helpdesk)),
      unitPilot({
        countByGroup: { [dn('hello users').toLowerCase()]: 12, [dn('helpdesk').toLowerCase()]: 10 },
        countByPrimaryGroup: { '513': 20 },
      }),
    ),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    ...byUnit,
    name: 'a unit whose users are in none of the groups',
    evidence: having(
      enrolling(outerSid),
      unitPilot({ countByGroup: { [dn('helpdesk').toLowerCase()]: 20 }, countByPrimaryGroup: { '513': 20 } }),
    ),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    ...byUnit,
    name: 'a unit with Domain Users as primary group',
    evidence: having(enrolling(users, adfs), domainUsersPilot()),
    outcome: 'warning',
    severity: 'high',
  },
  {
    ...byUnit,
    name: 'a unit of which no groups were read',
    evidence: having(enrolling(outerSid), untoldPilot()),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a pilot of everybody, Authenticated Users may enrol',
    evidence: having(enrolling(authenticatedUsers)),
    outcome: 'warning',
    severity: 'high',
  },
  {
    name: 'a pilot of everybody and a group',
    evidence: having(enrolling(outerSid)),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['name a pilot group'],
  },
  {
    name: 'a pilot of everybody and nobody may enrol',
    evidence: having(enrolling()),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    ...byGroup,
    name: 'the AD FS account is not known',
    evidence: having(enrolling(pilotSid), groupPilot(), {
      groups,
      accounts: [{ ...adfsAccount, servicePrincipalNames: [] }],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no account that was read'],
  },
  {
    ...byGroup,
    name: 'permissions not visible',
    evidence: having(undefined),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['nTSecurityDescriptor'],
  },
  {
    ...byGroup,
    name: 'the pilot group was not found',
    evidence: having(enrolling(outerSid), pilotWith({}, { populationFound: false, total: 0 })),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No pilot user'],
  },
  {
    ...byGroup,
    name: 'pilot users of a second domain denied',
    evidence: [...having(enrolling(outerSid)), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    ...byGroup,
    name: 'the template of a forest without pilot users does not matter',
    evidence: [
      ...having(enrolling(outerSid)),
      templatesOf([helloTemplate({ objectGuid: guid(150), securityDescriptor: descriptor() })], 'fabrikam.com'),
      authoritiesOf([authority()], 'fabrikam.com'),
      record('ad.partitions', 'fabrikam.com', {
        upnSuffixes: [],
        domains: [{ dnsRoot: 'fabrikam.com', netBiosName: 'FABRIKAM', namingContext: dnOf('fabrikam.com') }],
      }),
    ],
    outcome: 'pass',
    objects: { [id]: 'pass', [guid(150)]: 'not-applicable' },
  },
  ...absenceCases.map((one) => ({ ...one, evidence: [...one.evidence, groupPilot()] })),
  {
    ...byGroup,
    name: 'read only by a group of which it was not read who is in it',
    evidence: having({
      ...descriptor(),
      entries: [enroll(pilotSid), enroll(adfs), allow(sidOf(rid.helpdesk), 0x2_0094), allow(adfs, 0x2_0094)],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether all of them may read it was not read'],
  },
]);
