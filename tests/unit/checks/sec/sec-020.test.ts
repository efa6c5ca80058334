import check from '../../../../src-main/checks/sec/sec-020-key-admins.check';
import type { PrivilegedGroup } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn } from '../contoso';
import { connector, group, principalRecords, privilegedGroup, rid, serviceAccount, sidOf } from '../principals';

const otto = `CN=Brandt\\, Otto,OU=Staff,${forestDn}`;
const keyAdmins = (...members: readonly string[]) => privilegedGroup('Schlüssel-Admins', rid.keyAdmins, members);
const having = (...privilegedGroups: readonly PrivilegedGroup[]): CheckCase['evidence'] =>
  principalRecords({ privilegedGroups, groups: [group('Sync', 1620)] });
const without = (kind: string, evidence: CheckCase['evidence']): CheckCase['evidence'] =>
  evidence.filter((piece) => piece.kind !== kind);
const idOf = (dn: string): string => `${sidOf(rid.keyAdmins)} ${dn.toLowerCase()}`;

describeCheck(check, [
  {
    name: 'nobody in either',
    evidence: having(),
    outcome: 'pass',
    says: ['2 groups of key administrators: no members'],
    objects: { [sidOf(rid.keyAdmins)]: 'pass', [sidOf(rid.enterpriseKeyAdmins)]: 'pass' },
  },
  {
    name: 'the account of Connect',
    evidence: having(keyAdmins(connector.distinguishedName)),
    outcome: 'pass',
    says: ['only the account of Entra Connect'],
  },
  {
    name: 'an account that Connect itself names',
    evidence: [
      ...principalRecords({
        privilegedGroups: [keyAdmins(`CN=svc-sync,CN=Users,${forestDn}`)],
        accounts: [serviceAccount('svc-sync', 1630)],
      }),
      record('connect.connectors', 'aadc01', {
        host: 'aadc01',
        connectors: [{ name: 'contoso.com', type: 'AD', account: 'CONTOSO\\svc-sync', partitions: [] }],
      }),
    ],
    outcome: 'pass',
  },
  {
    name: 'the account of a set-up that Connect no longer names',
    evidence: [
      ...principalRecords({
        privilegedGroups: [keyAdmins(connector.distinguishedName)],
        accounts: [serviceAccount('svc-sync', 1630)],
      }),
      record('connect.connectors', 'aadc01', {
        host: 'aadc01',
        connectors: [{ name: 'contoso.com', type: 'AD', account: 'CONTOSO\\svc-sync', partitions: [] }],
      }),
    ],
    outcome: 'fail',
  },
  {
    name: 'somebody else',
    evidence: having(keyAdmins(connector.distinguishedName, otto)),
    outcome: 'fail',
    says: ['1 unexpected entry', 'Brandt, Otto in Schlüssel-Admins'],
    objects: {
      [idOf(connector.distinguishedName)]: 'pass',
      [idOf(otto)]: 'fail',
      [sidOf(rid.enterpriseKeyAdmins)]: 'pass',
    },
  },
  {
    name: 'somebody by primary group',
    evidence: principalRecords({ accounts: [serviceAccount('svc-old', 1640, { primaryGroupId: rid.keyAdmins })] }),
    outcome: 'fail',
    says: ['svc-old in Key Admins'],
  },
  {
    name: 'somebody, where Connect uses an account of another name',
    evidence: having(keyAdmins(otto)).map((piece) =>
      piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(otto)]: 'may be the one' },
  },
  {
    name: 'a nested group',
    evidence: having(keyAdmins(`CN=Sync,CN=Users,${forestDn}`)),
    outcome: 'warning',
    says: ['Sync in Schlüssel-Admins'],
  },
  {
    name: 'more members than were kept',
    evidence: having({ ...keyAdmins(connector.distinguishedName), memberCount: 3000 }),
    outcome: 'fail',
    says: ['1 unexpected entry'],
    notes: { [sidOf(rid.keyAdmins)]: '2999 further members' },
  },
  {
    name: 'a member, but no service account was read',
    evidence: without('ad.service-accounts', having(keyAdmins(otto))),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a member, but no group was read',
    evidence: without('ad.groups', having(keyAdmins(otto))),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no such group',
    evidence: [record('ad.privileged-groups', forest, { groups: [privilegedGroup('Domain Admins', 512)] })],
    outcome: 'not-applicable',
    says: ['DIR-023'],
  },
  {
    name: 'a domain that was not read',
    evidence: having(),
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [failed('ad.privileged-groups', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
