import check from '../../../../src-main/checks/sec/sec-017-weak-tpm-keys.check';
import type { KeyHolder } from '../../../../src-shared/model/evidence/keys';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { writtenDevice, writtenDevices } from '../dev/written-devices';
import { helloKey, holder, keysOf, pilotCases, pilotWith, sidOf } from '../pilot-traits';

const weakKey = helloKey({ isRocaWeak: true });
const users = (holders: readonly KeyHolder[], more = {}) => pilotWith({ keys: keysOf(holders, more) });
const computers = (holders: readonly KeyHolder[] | undefined) =>
  record('ad.pilot-computers', forest, {
    total: 1,
    computers: [
      {
        distinguishedName: 'CN=PC0417,OU=WHFB Pilot,DC=contoso,DC=com',
        objectSid: `${domainSid}-4417`,
        objectGuid: guid(417),
        name: 'PC0417',
      },
    ],
    populationFound: true,
    ...(holders === undefined ? {} : { keys: keysOf(holders) }),
  });
const devices = writtenDevices([writtenDevice(417, { keys: [helloKey()] })]);
const others = [computers([]), devices] as const;

describeCheck(check, [
  {
    name: 'keys that are not weak',
    evidence: [users([holder(1, [helloKey(), helloKey()])]), ...others],
    outcome: 'pass',
    says: ['3 keys tested'],
    differs: [],
  },
  {
    name: 'a weak key among others',
    evidence: [users([holder(1, [helloKey(), weakKey]), holder(2, [helloKey()])]), ...others],
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 4 keys is weak', 'person1'],
    objects: { [sidOf(1)]: 'fail' },
    notes: { [sidOf(1)]: '1 of 2 keys' },
    differs: ['Weak keys'],
  },
  {
    name: 'a weak key of a privileged account',
    evidence: [users([holder(1, [weakKey], { adminCount: true })]), ...others],
    outcome: 'fail',
    notes: { [sidOf(1)]: 'privileged' },
  },
  {
    name: 'a weak key of a computer',
    evidence: [users([holder(1, [helloKey()])]), computers([holder(9, [weakKey], { name: 'PC0417' })]), devices],
    outcome: 'fail',
    says: ['PC0417'],
  },
  {
    name: 'a weak key of a device',
    evidence: [users([]), computers([]), writtenDevices([writtenDevice(417, { keys: [weakKey] })])],
    outcome: 'fail',
    objects: { [guid(9417)]: 'fail' },
  },
  {
    name: 'weak keys beyond the holders that are listed',
    evidence: [users([holder(1, [weakKey])], { rocaWeakCount: 30, countByUsage: { 1: 90 } }), ...others],
    outcome: 'fail',
    says: ['30 of 91 keys are weak', 'Not every holder is listed'],
  },
  {
    name: 'no key at all',
    evidence: [users([]), computers([]), writtenDevices([writtenDevice(417)])],
    outcome: 'not-applicable',
    says: ['20 pilot users'],
  },
  {
    name: 'a FIDO key has no RSA modulus to test',
    evidence: [users([holder(1, [{ usage: 7 }])]), ...others],
    outcome: 'pass',
  },
  {
    name: 'values that are no keys',
    evidence: [users([holder(1, [helloKey()], { unreadable: 2 })]), ...others],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['2 values'],
    objects: { [sidOf(1)]: 'unknown' },
  },
  {
    name: 'keys of computers not collected',
    evidence: [users([holder(1, [helloKey()])]), computers(undefined), devices],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['computers of contoso.com'],
  },
  {
    name: 'devices of a second domain refused',
    evidence: [
      users([holder(1, [helloKey()])]),
      ...others,
      failed('ad.registered-devices', 'emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases(others),
]);
