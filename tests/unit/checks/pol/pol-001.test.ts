import check from '../../../../src-main/checks/pol/pol-001-management-channel.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { bothJoinTypes, client, idOf, pc1, variant } from '../prv/clients';
import {
  computersIn,
  container,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  registry,
  staff,
  unitId,
  usersIn,
} from './policies';

const pilot = policy(1, 'WHFB Pilot', { machine: [hello('UseCertificateForOnPremAuth', 1)] });
const forStaff = policy(2, 'WHFB for staff', { user: [hello('Enabled', 1)] });
const linked = domain([pilot], [container(pilotUnit, [link(pilot)])]);

const joined = (...ids: readonly string[]) =>
  record('entra.devices', 'tenant', {
    devices: ids.map((deviceId) => ({ deviceId, displayName: `DEVICE-${deviceId}`, trustType: 'AzureAd' })),
    complete: true,
  });
const managed = (agents: Readonly<Record<string, string>>, complete = true) =>
  record('intune.managed-devices', 'tenant', {
    devices: Object.entries(agents).map(([id, managementAgent]) => ({
      ...{ azureAdDeviceId: id, deviceName: `DEVICE-${id}`, managementAgent },
    })),
    complete,
  });

describeCheck(check, [
  {
    name: 'group policy configures Hello',
    evidence: [...linked, computersIn()],
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
    notes: { [unitId]: 'UseCertificateForOnPremAuth is set by “WHFB Pilot”' },
  },
  {
    name: 'the user half does',
    evidence: [...domain([forStaff], [container(staff, [link(forStaff)])]), computersIn(), usersIn(staff)],
    outcome: 'pass',
  },
  {
    name: 'nothing reaches the place',
    evidence: [...domain([pilot], [container(staff, [link(pilot)])]), computersIn()],
    outcome: 'fail',
    severity: 'blocker',
    says: ['No management channel'],
  },
  {
    name: 'nothing reaches the place, but Intune may',
    evidence: [...domain([pilot], []), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Intune'],
  },
  {
    name: 'one of two places',
    evidence: [...linked, computersIn(staff, 'PC0488')],
    outcome: 'fail',
    objects: { [staff.toLowerCase()]: 'fail' },
  },
  {
    name: 'Entra joined devices in scope',
    evidence: [...linked, computersIn()],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'Entra joined devices that Intune manages',
    evidence: [...linked, computersIn(), joined('a', 'b'), managed({ a: 'mdm', b: 'configurationManagerClientMdm' })],
    scope: bothJoinTypes,
    outcome: 'pass',
    objects: { [unitId]: 'pass', a: 'pass', b: 'pass' },
  },
  {
    name: 'an Entra joined device that nothing manages, and one that is not managed by Intune',
    evidence: [...linked, computersIn(), joined('a', 'b'), managed({ b: 'configurationManagerClient' })],
    scope: bothJoinTypes,
    outcome: 'fail',
    severity: 'blocker',
    objects: { [unitId]: 'pass', a: 'fail', b: 'fail' },
  },
  {
    name: 'a device that nothing manages, of a pilot that is only part of all',
    evidence: [...linked, computersIn(), joined('a'), managed({})],
    scope: { ...bothJoinTypes, pilotComputers: { kind: 'unit', unit: pilotUnit } },
    outcome: 'warning',
    objects: { [unitId]: 'pass', a: 'warning' },
  },
  {
    name: 'a list of managed devices that is cut off',
    evidence: [...linked, computersIn(), joined('a', 'b'), managed({ b: 'mdm' }, false)],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', a: 'unknown', b: 'pass' },
  },
  {
    name: 'a list of devices that is cut off',
    evidence: [
      ...linked,
      computersIn(),
      record('entra.devices', 'tenant', {
        devices: [{ deviceId: 'a', displayName: 'DEVICE-a', trustType: 'AzureAd' }],
        complete: false,
      }),
      managed({ a: 'mdm' }),
    ],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', a: 'pass', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'the list of managed devices may not be read',
    evidence: [...linked, computersIn(), joined('a'), failed('intune.managed-devices', 'tenant', 'access-denied')],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [unitId]: 'pass', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'an Entra joined client without MDM',
    evidence: [...linked, computersIn(), client(pc1, { ...variant.entraJoined, MdmUrl: '' })],
    scope: bothJoinTypes,
    outcome: 'fail',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'fail', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'Intune alone: a client without MDM',
    evidence: [client(pc1, { MdmUrl: ' ' })],
    scope: { policyChannel: 'intune', ...bothJoinTypes },
    outcome: 'fail',
    objects: { [idOf(pc1)]: 'fail', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'Intune alone: a client that may enrol proves nothing',
    evidence: [client(pc1, { MdmUrl: 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc' })],
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'a hybrid joined client without MDM needs none',
    evidence: [...linked, computersIn(), client(pc1, { MdmUrl: '' })],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'not-applicable' },
  },
  { name: 'settings without links', evidence: [registry(pilot)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'directory refused',
    evidence: [failed('ad.group-policy', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
