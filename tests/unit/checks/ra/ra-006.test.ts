import check from '../../../../src-main/checks/ra/ra-006-agent-restrictions.check';
import { decodeEnrollmentAgentRights } from '../../../../src-main/evidence/enrollment-agent-rights';
import type { AccessControlEntry } from '../../../../src-shared/model/evidence/access';
import type { AgentRestriction } from '../../../../src-shared/model/evidence/authority-settings';
import { agentRightsBytes, callbackEntry } from '../agent-rights';
import { describeCheck, record } from '../check-cases';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { allow, principalRecords, rid, sidOf } from '../principals';
import { settingsOf } from '../sec/authority-settings';

const restricted = (...entries: readonly AccessControlEntry[]) =>
  settingsOf({ enrollmentAgentRights: { hasDacl: true, isProtected: false, entries } });
const published = authoritiesOf([authority()]);
const [adfs, users] = [sidOf(rid.adfs), sidOf(rid.domainUsers)];
const asks = record('adfs.certificate-authority', 'fs.contoso.com', { windowsHelloTemplate: 'WHFBAuthentication' });
/** Through the bytes a CA stores. */
const listing = (...entries: readonly (Omit<AgentRestriction, 'allows'> & { readonly allows?: boolean })[]) => {
  const bytes = agentRightsBytes(...entries.map((entry) => callbackEntry({ allows: true, ...entry })));
  const rights = decodeEnrollmentAgentRights(bytes);
  if (rights === undefined) throw new Error('The bytes are none');
  return settingsOf({ enrollmentAgentRights: rights });
};
const agent = (number: number) => allow(sidOf(number), 0x1_0000, { isConditional: true });

describeCheck(check, [
  {
    name: 'not restricted',
    evidence: [published, settingsOf({ enrollmentAgentRights: 'unrestricted' }), ...principalRecords()],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
  },
  {
    name: 'not restricted, account not known',
    evidence: [settingsOf({ enrollmentAgentRights: 'unrestricted' })],
    outcome: 'pass',
  },
  {
    name: 'without AD FS',
    evidence: [restricted(agent(rid.helpdesk)), ...principalRecords()],
    outcome: 'fail',
    severity: 'blocker',
    says: ['svc-adfs$'],
    differs: ['Contoso Issuing CA 1'],
  },
  { name: 'nobody on the list', evidence: [restricted(), ...principalRecords()], outcome: 'fail' },
  {
    name: 'AD FS on the list, for templates that are not told',
    evidence: [restricted(agent(rid.adfs)), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['names the AD FS service account'],
  },
  {
    name: 'AD FS on the list for every template and everybody',
    evidence: [listing({ agent: adfs, subjects: ['S-1-1-0'] }), ...principalRecords()],
    outcome: 'pass',
    says: ['each takes the requests'],
  },
  {
    name: 'AD FS on the list for the template it asks for, everybody of the only domain',
    evidence: [
      asks,
      listing({ agent: adfs, subjects: [users], template: 'whfbauthentication' }),
      ...principalRecords(),
    ],
    outcome: 'pass',
  },
  {
    name: 'AD FS on the list for another template',
    evidence: [asks, listing({ agent: adfs, subjects: ['S-1-1-0'], template: 'Smartcard' }), ...principalRecords()],
    outcome: 'fail',
    says: ['for Smartcard, not for WHFBAuthentication'],
  },
  {
    name: 'AD FS on the list for a template, and nothing says which it asks for',
    evidence: [listing({ agent: adfs, subjects: ['S-1-1-0'], template: 'WHFBAuthentication' }), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['which template AD FS asks for is not known'],
  },
  {
    name: 'AD FS on the list for the pilot group',
    evidence: [asks, listing({ agent: adfs, subjects: [sidOf(rid.helpdesk)] }), ...principalRecords()],
    scope: { pilotUsers: { kind: 'group', group: sidOf(rid.helpdesk) } },
    outcome: 'pass',
  },
  {
    name: 'AD FS on the list for a group of which nobody knows whether the pilot is in it',
    evidence: [asks, listing({ agent: adfs, subjects: [sidOf(rid.helpdesk)] }), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether every pilot user is among them'],
  },
  {
    name: 'AD FS on the list, and refused for some',
    evidence: [
      listing(
        { allows: false, agent: adfs, subjects: [sidOf(rid.domainAdmins)] },
        { agent: adfs, subjects: ['S-1-1-0'] },
      ),
      ...principalRecords(),
    ],
    outcome: 'warning',
    says: ['refuses every template on behalf of', 'Domain Admins'],
  },
  {
    name: 'AD FS on the list, and refused for everybody',
    evidence: [
      listing({ allows: false, agent: adfs, subjects: ['S-1-5-11'] }, { agent: adfs, subjects: ['S-1-1-0'] }),
      ...principalRecords(),
    ],
    outcome: 'fail',
  },
  {
    name: 'account not known',
    evidence: [restricted(agent(rid.helpdesk))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'groups not read',
    evidence: [
      restricted(agent(rid.helpdesk)),
      ...principalRecords().filter(({ kind }) => kind !== 'ad.groups' && kind !== 'ad.privileged-groups'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'not exported',
    evidence: [settingsOf({ editFlags: 0 }), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'another registration authority',
    evidence: [settingsOf({ enrollmentAgentRights: 'unrestricted' })],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
  {
    name: 'restricted, and no more is told',
    evidence: [settingsOf({ enrollmentAgentRights: 'restricted' })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whom it names was not read'],
  },
]);
