import check from '../../../../src-main/checks/sec/sec-011-encrypted-requests.check';
import { describeCheck } from '../check-cases';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { settingsOf } from './authority-settings';

describeCheck(check, [
  {
    name: 'set',
    evidence: [authoritiesOf([authority()]), settingsOf({ interfaceFlags: 0x641 })],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
  },
  {
    name: 'clear',
    evidence: [settingsOf({ interfaceFlags: 0x441 })],
    outcome: 'fail',
    severity: 'high',
    says: ['unencrypted'],
  },
  {
    name: 'one of two CAs',
    evidence: [settingsOf({ interfaceFlags: 0x641 }), settingsOf({ interfaceFlags: 0 }, 'Second CA')],
    outcome: 'fail',
    says: ['1 of 2 CAs'],
  },
  { name: 'not exported', evidence: [settingsOf({})], outcome: 'unknown', reason: 'not-collected' },
  { name: 'set, where only this bit is told', evidence: [settingsOf({ demandsEncryption: true })], outcome: 'pass' },
  { name: 'clear, where only this bit is told', evidence: [settingsOf({ demandsEncryption: false })], outcome: 'fail' },
]);
