import check from '../../../../src-main/checks/sec/sec-005-authority-roles.check';
import type { AccessControlEntry } from '../../../../src-shared/model/evidence/access';
import type { AuthoritySettings } from '../../../../src-shared/model/evidence/authority-settings';
import { describeCheck } from '../check-cases';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { allow, deny, principalRecords, rid, sidOf } from '../principals';
import { settingsOf } from './authority-settings';

const [manageCa, manageCertificates, enroll] = [0x1, 0x2, 0x200];
const admins = allow(sidOf(rid.domainAdmins), manageCa | manageCertificates);
const everyone = allow('S-1-5-11', enroll);
const having = (entries: readonly AccessControlEntry[], more: Partial<AuthoritySettings> = {}) => [
  authoritiesOf([authority()]),
  settingsOf({
    security: { hasDacl: true, isProtected: false, entries: [admins, everyone, ...entries] },
    localAdministratorSids: [sidOf(rid.domainAdmins), 'S-1-5-21-9-9-9-500'],
    ...more,
  }),
  ...principalRecords(),
];

describeCheck(check, [
  { name: 'Tier 0 only', evidence: having([]), outcome: 'pass', objects: { [caGuid]: 'pass' } },
  { name: 'denied beside', evidence: having([deny(sidOf(rid.helpdesk), manageCa)]), outcome: 'pass' },
  {
    name: 'everybody manages certificates',
    evidence: having([allow('S-1-5-11', manageCertificates)]),
    outcome: 'fail',
    severity: 'high',
    differs: ['Contoso Issuing CA 1'],
  },
  {
    name: 'helpdesk manages the CA',
    evidence: having([allow(sidOf(rid.helpdesk), manageCa)]),
    outcome: 'warning',
    says: ['Helpdesk'],
  },
  {
    name: 'the AD FS account manages certificates',
    evidence: having([allow(sidOf(rid.adfs), manageCertificates)]),
    outcome: 'warning',
    says: ['svc-adfs$'],
  },
  {
    name: 'domain users are administrators of the host',
    evidence: having([], { localAdministratorSids: [sidOf(rid.domainUsers)] }),
    outcome: 'fail',
  },
  {
    name: 'helpdesk administers the host',
    evidence: having([], { localAdministratorSids: [sidOf(rid.helpdesk)] }),
    outcome: 'warning',
  },
  {
    name: 'no permissions at all',
    evidence: having([], { security: { hasDacl: false, isProtected: false, entries: [] } }),
    outcome: 'fail',
  },
  {
    name: 'somebody who is not visible',
    evidence: [...having([allow(sidOf(rid.unseen), manageCa)])].filter(({ kind }) => kind !== 'ad.groups'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'administrators of the host not read',
    evidence: [
      settingsOf({ security: { hasDacl: true, isProtected: false, entries: [admins] } }),
      ...principalRecords(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions not exported',
    evidence: [settingsOf({ editFlags: 0 }), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
