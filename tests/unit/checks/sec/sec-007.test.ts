import check from '../../../../src-main/checks/sec/sec-007-requested-names.check';
import { kdcKey, schannelKey } from '../../../../src-main/checks/sec/weak-mapping';
import { describeCheck, failed } from '../check-cases';
import { registryOf } from '../hosts';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { settingsOf } from './authority-settings';

const published = authoritiesOf([authority()]);

describeCheck(check, [
  {
    name: 'clear',
    evidence: [published, settingsOf({ editFlags: 0x0011_014e })],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
  },
  { name: 'without the list of CAs', evidence: [settingsOf({ editFlags: 0x20 })], outcome: 'pass' },
  {
    name: 'set',
    evidence: [published, settingsOf({ editFlags: 0x0015_014e })],
    outcome: 'fail',
    severity: 'high',
    says: ['attributes of a request'],
    differs: ['Contoso Issuing CA 1'],
  },
  {
    name: 'set, where domain controllers map by name',
    evidence: [
      settingsOf({ editFlags: 0x0004_0000 }),
      registryOf('dc01', { [`${schannelKey}|CertificateMappingMethods`]: 0x1f }),
    ],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'set, where domain controllers do not enforce strong mapping',
    evidence: [
      settingsOf({ editFlags: 0x0004_0000 }),
      registryOf('dc01', { [`${kdcKey}|StrongCertificateBindingEnforcement`]: 0 }),
    ],
    outcome: 'fail',
    severity: 'blocker',
  },
  { name: 'flags not exported', evidence: [settingsOf({})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'another CA whose settings were not read',
    evidence: [published, settingsOf({ editFlags: 0 }, 'Contoso Übungs-CA', 'ca02.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [caGuid]: 'unknown', 'authority:contoso übungs-ca': 'pass' },
  },
  {
    name: 'one of two denied',
    evidence: [
      published,
      settingsOf({ editFlags: 0 }, 'Other CA', 'ca02.contoso.com'),
      failed('ca.settings', 'Contoso Issuing CA 1', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'set, where only this bit is told',
    evidence: [published, settingsOf({ takesRequestedNames: true })],
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'clear, where only this bit is told',
    evidence: [published, settingsOf({ takesRequestedNames: false })],
    outcome: 'pass',
  },
  {
    name: 'the whole value before the bit',
    evidence: [published, settingsOf({ editFlags: 0x20, takesRequestedNames: true })],
    outcome: 'pass',
  },
]);
