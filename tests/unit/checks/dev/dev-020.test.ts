import check from '../../../../src-main/checks/dev/dev-020-keys-in-ad.check';
import type { KeyHolder } from '../../../../src-shared/model/evidence/keys';
import { describeCheck, failed } from '../check-cases';
import { guid } from '../contoso';
import { helloKey, holder, identity, keysOf, pilotCases, pilotWith, sidOf, untoldPilot } from '../pilot-traits';
import { clientWithoutCheck } from '../prv/clients';
import { writtenDevice, writtenDevices } from './written-devices';

const users = (holders: readonly KeyHolder[], more = {}) =>
  pilotWith({ keys: keysOf(holders, more), identities: [identity(1), identity(2)] });
const devices = writtenDevices([writtenDevice(417), writtenDevice(431, { hasKeyCredential: false })]);
const on = (device: number) => helloKey({ deviceId: guid(device) });
/** A client where the user enrolled, captured at that time; AD was read at 2026-11-22T09:00:00Z. */
const enrolled = (user: string, collectedAt: string) =>
  clientWithoutCheck(
    'PC0417.contoso.com',
    { DeviceId: guid(417), NgcSet: 'YES', 'Executing Account Name': `CONTOSO\\${user}, ${user}@contoso.com` },
    { collectedAt },
  );
const fresh = { now: '2026-11-22T09:30:00Z' };

describeCheck(check, [
  {
    name: 'user and device have keys',
    evidence: [users([holder(1, [on(417)])]), devices],
    outcome: 'pass',
    says: ['1 enrolled pilot user'],
    objects: { [sidOf(1)]: 'pass' },
  },
  {
    name: 'one of several keys is enough',
    evidence: [users([holder(1, [on(999), on(417)])]), devices],
    outcome: 'pass',
  },
  {
    name: 'the device of the key is not written back',
    evidence: [users([holder(1, [on(999)]), holder(2, [on(417)])]), devices],
    outcome: 'warning',
    severity: 'high',
    says: ['1 of 2 enrolled pilot users lacks', 'person1'],
    objects: { [sidOf(1)]: 'warning', [sidOf(2)]: 'pass' },
  },
  {
    name: 'the device has no key itself',
    evidence: [users([holder(1, [on(431)])]), devices],
    outcome: 'warning',
    notes: { [sidOf(1)]: 'object of its device has no key' },
  },
  {
    name: 'enrolled on a client more than a day ago, no key',
    evidence: [users([holder(2, [on(417)])]), devices, enrolled('person1', '2026-11-21T09:00:00Z')],
    ...fresh,
    now: '2026-11-22T09:00:00Z',
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 enrolled pilot users has no key in AD', 'person1'],
    objects: { [sidOf(1)]: 'fail', [sidOf(2)]: 'pass' },
  },
  {
    name: 'enrolled on a client two hours ago, no key',
    evidence: [users([]), devices, enrolled('Person1', '2026-11-22T07:00:00Z')],
    ...fresh,
    outcome: 'warning',
    notes: { [sidOf(1)]: 'more than an hour' },
  },
  {
    name: 'enrolled on a client after AD was read',
    evidence: [users([]), devices, enrolled('person1', '2026-11-22T09:20:00Z')],
    ...fresh,
    outcome: 'unknown',
    reason: 'stale',
  },
  {
    name: 'enrolled on a client, and the key is there',
    evidence: [users([holder(1, [on(417)])]), devices, enrolled('person1', '2026-11-21T12:00:00Z')],
    ...fresh,
    outcome: 'pass',
  },
  {
    name: 'a client of somebody outside the pilot',
    evidence: [users([]), devices, enrolled('other', '2026-11-21T12:00:00Z')],
    ...fresh,
    outcome: 'not-applicable',
  },
  {
    name: 'nobody is enrolled',
    evidence: [users([]), devices],
    outcome: 'not-applicable',
    says: ['None of 20 pilot users'],
  },
  {
    name: 'a security key is no Hello enrolment',
    evidence: [users([holder(1, [{ usage: 7 }])]), devices],
    outcome: 'not-applicable',
  },
  {
    name: 'holders beyond those kept',
    evidence: [users([holder(1, [on(417)])], { holderCount: 30_000 }), devices],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sidOf(1)]: 'pass', 'further:contoso.com': 'unknown' },
  },
  {
    name: 'a domain of which only names are known',
    evidence: [users([holder(1, [on(417)])]), untoldPilot('emea.contoso.com'), devices],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'devices of a second domain refused',
    evidence: [
      users([holder(1, [on(417)])]),
      devices,
      failed('ad.registered-devices', 'emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases([devices]),
]);
