import check from '../../../../src-main/checks/ra/ra-006-agent-restrictions.check';
import type { AccessControlEntry } from '../../../../src-shared/model/evidence/access';
import { describeCheck } from '../check-cases';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { allow, principalRecords, rid, sidOf } from '../principals';
import { settingsOf } from '../sec/authority-settings';

const restricted = (...entries: readonly AccessControlEntry[]) =>
  settingsOf({ enrollmentAgentRights: { hasDacl: true, isProtected: false, entries } });
const published = authoritiesOf([authority()]);
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
]);
