import type { AnswerKey } from '../answer-key';
import { deviceDn } from '../build/content/device-registration';
import { type KeyOptions, keyCredential } from '../build/content/key-credential';
import { pilotMachines, stableGuid } from '../build/content/machines';
import { users } from '../facts';
import type { DirectoryChange } from '../lab';
import { daysAgo, protect, set } from './accounts';
import type { Variant } from './variant';
import { weakModulus } from './weak-modulus';

const { alice } = users;
const [firstDevice] = pilotMachines;
if (firstDevice === undefined) throw new Error('The lab has no pilot machine');
const firstDeviceDn = deviceDn(firstDevice);

const mapped = (
  name: string,
  values: readonly string[],
  answers: AnswerKey,
  more: readonly DirectoryChange[] = [],
): Variant => ({
  name,
  changes: [set(alice.dn, 'altSecurityIdentities', ...values), ...more],
  answers,
});
const issuer = 'X509:<I>DC=test,DC=contoso,DC=corp,CN=Contoso Issuing CA 1';

/** Explicit mappings of certificates (SEC-013, ESC14). */
export const mappingVariants: readonly Variant[] = [
  mapped('issuer and subject', [`${issuer}<S>CN=Alice Archer`], { 'SEC-013': 'warning' }),
  mapped('subject alone', ['X509:<S>CN=Alice Archer'], { 'SEC-013': 'warning' }),
  mapped('e-mail address', ['X509:<RFC822>alice@contoso.com'], { 'SEC-013': 'warning' }),
  mapped(
    'strong forms',
    [
      `${issuer}<SR>1200000000ac11000000002b`,
      'X509:<SKI>123456789abcdef123456789abcdef1234567890',
      'X509:<SHA1-PUKEY>123456789abcdef123456789abcdef1234567890',
    ],
    {},
  ),
  mapped('Kerberos names', ['Kerberos:alice@FABRIKAM.TEST'], {}),
  mapped(
    'a weak form of a protected account',
    ['X509:<S>CN=Alice Archer'],
    { 'DIR-026': 'warning', 'SEC-013': 'fail', 'SEC-026': 'warning' },
    [protect(alice.dn)],
  ),
];

const key = (deviceId: string, options: KeyOptions = {}, owner = alice.dn): DirectoryChange => ({
  dn: owner,
  replace: { 'msDS-KeyCredentialLink': [keyCredential(owner, deviceId, daysAgo(5), options)] },
});
const goneDevice = stableGuid('a device that was removed');
const enrolled: AnswerKey = { 'DEV-020': 'pass', 'SEC-018': 'pass', 'TRU-005': 'warning' };
const protectedUser: AnswerKey = { 'DIR-026': 'warning', 'SEC-026': 'warning' };

/** Keys of users and devices (DEV-014, DEV-020, SEC-017, SEC-018, TRU-005). */
export const keyVariants: readonly Variant[] = [
  { name: 'a sound key of a written-back device', changes: [key(firstDevice.objectGuid)], answers: enrolled },
  { name: 'a security key', changes: [key(stableGuid('no device'), { usage: 7 })], answers: { 'SEC-018': 'pass' } },
  {
    name: 'a key with the fingerprint of the weak generator',
    changes: [key(firstDevice.objectGuid, { modulus: weakModulus() })],
    answers: { ...enrolled, 'SEC-017': 'fail' },
  },
  {
    name: 'a weak key of a device',
    changes: [key(firstDevice.objectGuid, { modulus: weakModulus() }, firstDeviceDn)],
    answers: { 'SEC-017': 'fail' },
  },
  {
    name: 'a key of a device that is gone',
    changes: [key(goneDevice)],
    answers: { 'DEV-020': 'warning', 'SEC-018': 'warning', 'TRU-005': 'warning' },
  },
  {
    name: 'a key of a disabled device',
    changes: [key(firstDevice.objectGuid), set(firstDeviceDn, 'msDS-IsEnabled', 'FALSE')],
    answers: { ...enrolled, 'DEV-014': 'fail', 'SEC-018': 'warning' },
  },
  {
    name: 'a key of a device that is gone, on a protected account',
    changes: [key(goneDevice), protect(alice.dn)],
    answers: { ...protectedUser, 'DEV-020': 'warning', 'SEC-018': 'fail', 'TRU-005': 'warning' },
  },
  {
    name: 'a device without a certificate',
    changes: [set(firstDeviceDn, 'altSecurityIdentities', 'Kerberos:device@CORP.CONTOSO.TEST')],
    answers: { 'DEV-014': 'fail' },
  },
  {
    name: 'a device without a key',
    changes: [{ dn: firstDeviceDn, replace: { 'msDS-KeyCredentialLink': [] } }],
    answers: { 'DEV-014': 'warning' },
  },
  {
    name: 'a disabled device',
    changes: [set(firstDeviceDn, 'msDS-IsEnabled', 'FALSE')],
    answers: { 'DEV-014': 'fail' },
  },
];
