import check from '../../../../src-main/checks/dev/dev-016-device-container-rights.check';
import { classGuid } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import {
  adfsAccount,
  allow,
  deny,
  descriptor,
  type PrincipalChanges,
  principalRecords,
  rid,
  serviceAccount,
  sidOf,
} from '../principals';
import { domainRights, pkiRights, secured } from '../sec/access-control';

const id = guid(601);
const configuration = guid(407);
const me = sidOf(rid.connector);
const children = (sid: string, mask = 0x3): AccessControlEntry => allow(sid, mask, { objectType: classGuid.device });
const properties = (sid: string): AccessControlEntry =>
  allow(sid, 0x30, { inheritable: true, inheritOnly: true, inheritedObjectType: classGuid.device });
const container = (permissions: SecurityDescriptor | undefined) =>
  secured(601, 'registered-devices', `CN=RegisteredDevices,${forestDn}`, permissions);
const good = descriptor([children(me), properties(me)]);
const having = (
  permissions: SecurityDescriptor | undefined,
  principals: PrincipalChanges = {},
): CheckCase['evidence'] => [domainRights(container(permissions)), pkiRights(), ...principalRecords(principals)];
/** Nobody may read but those named. */
const closed = (...entries: readonly AccessControlEntry[]): SecurityDescriptor => ({
  ...good,
  entries: [...good.entries.filter(({ sid }) => sid !== 'S-1-5-11'), ...entries],
});
const withoutAccounts = (evidence: CheckCase['evidence']): CheckCase['evidence'] =>
  evidence.map((piece) =>
    piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
  );

describeCheck(check, [
  {
    name: 'what write-back sets up',
    evidence: having(good),
    outcome: 'pass',
    says: ['MSOL_4f1c2d3e5a6b may create, delete and write devices', 'AD FS (svc-adfs$) may read it'],
    objects: { [id]: 'pass', [configuration]: 'pass' },
  },
  {
    name: 'full control of the container, passed on',
    evidence: having(descriptor([allow(me, 0xf_01ff, { inheritable: true })])),
    outcome: 'pass',
  },
  {
    name: 'devices cannot be written',
    evidence: having(descriptor([children(me)])),
    outcome: 'fail',
    says: ['may not write devices'],
    objects: { [id]: 'fail', [configuration]: 'pass' },
  },
  {
    name: 'a single attribute does not do',
    evidence: having(
      descriptor([
        children(me),
        allow(me, 0x30, { inheritable: true, objectType: '5b47d60f-6090-40b2-9f37-2a4de88f3063' }),
      ]),
    ),
    outcome: 'fail',
  },
  {
    name: 'nothing for Connect',
    evidence: having(descriptor()),
    outcome: 'fail',
    says: ['create devices, delete devices and write devices'],
  },
  {
    name: 'a left-over account without rights beside the one in use',
    evidence: having(good, { accounts: [serviceAccount('MSOL_00000000', 1660)] }),
    outcome: 'pass',
  },
  {
    name: 'rights by a group that was not read',
    evidence: having(descriptor([children(sidOf(1670)), properties(sidOf(1670))]), {
      accounts: [serviceAccount('MSOL_4f1c2d3e5a6b', rid.connector, { memberOf: [`CN=Verborgen,${forestDn}`] })],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'AD FS may not read',
    evidence: having(closed()),
    outcome: 'fail',
    says: ['AD FS (svc-adfs$) may not read it'],
  },
  {
    name: 'AD FS may read by itself',
    evidence: having(closed(allow(sidOf(rid.adfs), 0x8000_0000))),
    outcome: 'pass',
  },
  {
    name: 'reading is denied to AD FS',
    evidence: having({ ...good, entries: [deny(sidOf(rid.adfs), 0x10), ...good.entries] }),
    outcome: 'fail',
  },
  {
    name: 'the configuration of device registration closed to AD FS',
    evidence: [
      domainRights(container(good)),
      pkiRights(secured(407, 'device-registration', `CN=Device Registration Configuration,${forestDn}`, closed())),
      ...principalRecords(),
    ],
    outcome: 'fail',
    objects: { [id]: 'pass', [configuration]: 'fail' },
  },
  {
    name: 'accounts not known, everybody may read',
    evidence: withoutAccounts(having(good)),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [id]: 'Every account may read it' },
  },
  {
    name: 'accounts not known, not everybody may read',
    evidence: withoutAccounts(having(closed())),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [id]: 'not every account may read it' },
  },
  {
    name: 'permissions that are not visible',
    evidence: having(undefined),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no container',
    evidence: [domainRights(), pkiRights(), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['DEV-012'],
  },
  {
    name: 'denied',
    evidence: [failed('ad.access-control', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'permissions of the configuration not visible',
    evidence: [
      domainRights(container(good)),
      pkiRights(secured(407, 'device-registration', `CN=Device Registration Configuration,${forestDn}`, undefined)),
      ...principalRecords(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [id]: 'pass', [configuration]: 'unknown' },
  },
  {
    name: 'read through a group of which it was not read whether AD FS is in it',
    evidence: having(closed(allow(sidOf(1670), 0x2_0094)), {
      accounts: [{ ...adfsAccount, memberOf: [`CN=Verborgen,${forestDn}`] }],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [id]: 'not known whether AD FS' },
  },
]);
