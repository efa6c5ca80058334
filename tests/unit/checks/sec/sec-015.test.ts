import check from '../../../../src-main/checks/sec/sec-015-sid-extension.check';
import { describeCheck } from '../check-cases';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { settingsOf } from './authority-settings';

describeCheck(check, [
  {
    name: 'no extension disabled',
    evidence: [authoritiesOf([authority()]), settingsOf({ disabledExtensions: [] })],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
  },
  {
    name: 'others disabled',
    evidence: [settingsOf({ disabledExtensions: ['1.3.6.1.4.1.311.21.10', '1.3.6.1.4.1.311.25.20'] })],
    outcome: 'pass',
  },
  {
    name: 'disabled',
    evidence: [settingsOf({ disabledExtensions: ['1.2.3', '1.3.6.1.4.1.311.25.2'] })],
    outcome: 'fail',
    severity: 'high',
    says: ['SID'],
  },
  { name: 'not exported', evidence: [settingsOf({ editFlags: 1 })], outcome: 'unknown', reason: 'not-collected' },
]);
