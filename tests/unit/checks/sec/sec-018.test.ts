import check from '../../../../src-main/checks/sec/sec-018-orphaned-keys.check';
import type { KeyHolder } from '../../../../src-shared/model/evidence/keys';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { writtenDevice, writtenDevices } from '../dev/written-devices';
import { helloKey, holder, keysOf, pilotCases, pilotWith, sidOf, untoldPilot } from '../pilot-traits';

const users = (holders: readonly KeyHolder[], more = {}) => pilotWith({ keys: keysOf(holders, more) });
const on = (device: number) => helloKey({ deviceId: guid(device) });
const { deviceId: _, ...nowhere } = helloKey();
const { deviceId: __, ...withoutId } = writtenDevice(417);
const devices = writtenDevices([writtenDevice(417), writtenDevice(431), writtenDevice(500, { isEnabled: false })]);
const cloud = (complete = true, accountEnabled = true) =>
  record('entra.devices', 'tenant', {
    devices: [{ deviceId: guid(700), displayName: 'PC0700', trustType: 'AzureAd', accountEnabled }],
    complete,
  });
const entraJoined = { joinTypes: { hybridJoined: true, entraJoined: true } };

describeCheck(check, [
  {
    name: 'every key belongs to an enabled device',
    evidence: [users([holder(1, [on(417), on(431)]), holder(2, [on(431)])]), devices],
    outcome: 'pass',
    decisive: ['ad.registered-devices devices.*.isEnabled', 'ad.pilot-users traits.keys.holders.*.keys.*.usage'],
    says: ['2 pilot users with keys'],
  },
  {
    name: 'a device without msDS-DeviceID is told by its name',
    evidence: [users([holder(1, [on(417)])]), writtenDevices([withoutId])],
    outcome: 'pass',
  },
  {
    name: 'a device that is gone',
    evidence: [users([holder(1, [on(417), on(999)]), holder(2, [on(431)])]), devices],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 2 pilot users with keys has keys', 'person1'],
    objects: { [sidOf(1)]: 'warning' },
    notes: { [sidOf(1)]: '1 of 2 Hello keys: device gone' },
    counts: { pass: 1, warning: 1, fail: 0, unknown: 0 },
    differs: ['Users with orphaned keys'],
  },
  {
    name: 'a device that is disabled',
    evidence: [users([holder(1, [on(500)])]), devices],
    outcome: 'warning',
    notes: { [sidOf(1)]: 'disabled' },
  },
  {
    name: 'a key that names no device',
    evidence: [users([holder(1, [nowhere])]), devices],
    outcome: 'warning',
    notes: { [sidOf(1)]: 'no device named' },
  },
  {
    name: 'an orphaned key of a privileged account',
    evidence: [users([holder(1, [on(999)], { adminCount: true }), holder(2, [on(999)])]), devices],
    outcome: 'fail',
    says: ['1 of them privileged: person1'],
    objects: { [sidOf(1)]: 'fail', [sidOf(2)]: 'warning' },
  },
  {
    name: 'a device only Entra ID knows',
    evidence: [users([holder(1, [on(700)])]), devices, cloud()],
    outcome: 'pass',
  },
  {
    name: 'a device Entra ID has disabled',
    evidence: [users([holder(1, [on(700)])]), devices, cloud(true, false)],
    outcome: 'warning',
  },
  {
    name: 'Entra joined devices in scope and no list of them',
    evidence: [users([holder(1, [on(999)])]), devices],
    scope: entraJoined,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sidOf(1)]: 'unknown' },
  },
  {
    name: 'Entra joined devices in scope and a list that was cut off',
    evidence: [users([holder(1, [on(999)])]), devices, cloud(false)],
    scope: entraJoined,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'FIDO keys are bound to no device',
    evidence: [users([holder(1, [{ usage: 7 }])]), devices],
    outcome: 'pass',
  },
  { name: 'no keys', evidence: [users([]), devices], outcome: 'not-applicable' },
  {
    name: 'no device is written back',
    evidence: [users([holder(1, [on(417)])]), writtenDevices([])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no device is written back'],
  },
  {
    name: 'holders beyond those kept',
    evidence: [users([holder(1, [on(417)])], { holderCount: 30_000 }), devices],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['further users of contoso.com'],
    objects: { 'further:contoso.com': 'unknown' },
  },
  {
    name: 'values that are no keys',
    evidence: [users([holder(1, [on(417)], { unreadable: 1 })]), devices],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a domain of which only names are known',
    evidence: [users([]), untoldPilot('emea.contoso.com'), devices],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Graph refused',
    evidence: [users([holder(1, [on(417)])]), devices, failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'pass',
  },
  ...pilotCases([devices]),
]);
