import check from '../../../../src-main/checks/prv/prv-009-key-registered.check';
import { describeCheck, record } from '../check-cases';
import { guid } from '../contoso';
import { client, clientWithoutCheck } from './clients';

const done = clientWithoutCheck('PC0417.contoso.com', { NgcSet: 'YES', DeviceId: guid(417) });
const someMethods = (
  complete: boolean,
  ...list: readonly { deviceId?: string; displayName?: string; keyStrength?: string }[]
) =>
  record('entra.hello-methods', 'tenant', {
    complete,
    methods: list.map((method) => ({ userPrincipalName: 'imke.brandt@contoso.com', keyStrength: 'normal', ...method })),
  });
const methods = (...list: readonly { deviceId?: string; displayName?: string; keyStrength?: string }[]) =>
  someMethods(true, ...list);

describeCheck(check, [
  {
    name: 'both agree',
    evidence: [done, methods({ deviceId: guid(417) })],
    outcome: 'pass',
    objects: { [guid(417)]: 'pass' },
  },
  { name: 'told by the name of the device', evidence: [done, methods({ displayName: 'pc0417' })], outcome: 'pass' },
  {
    name: 'a weak key',
    evidence: [done, methods({ deviceId: guid(417), keyStrength: 'weak' })],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'the key of another device',
    evidence: [done, methods({ deviceId: guid(5) })],
    outcome: 'fail',
    severity: 'high',
  },
  { name: 'no key at all', evidence: [done, methods({ displayName: 'PC9' })], outcome: 'fail' },
  {
    name: 'answers about other users',
    evidence: [done, someMethods(false, { deviceId: guid(5) })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nobody has a key', evidence: [done, methods()], outcome: 'fail' },
  { name: 'devices not told', evidence: [done, methods({})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'set up on one client, not yet on another',
    evidence: [done, clientWithoutCheck('PC9', { NgcSet: 'NO', DeviceId: guid(9) }), methods({ deviceId: guid(417) })],
    outcome: 'pass',
    objects: { [guid(417)]: 'pass', [guid(9)]: 'not-applicable' },
  },
  {
    name: 'not set up yet',
    evidence: [client('PC1', { NgcSet: 'NO' }), methods({ deviceId: guid(417) })],
    outcome: 'not-applicable',
  },
]);
