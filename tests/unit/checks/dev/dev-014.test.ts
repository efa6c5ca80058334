import check from '../../../../src-main/checks/dev/dev-014-usable-devices.check';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { clientWithoutCheck } from '../prv/clients';
import { thumbprintOf, writtenDevice, writtenDevices } from './written-devices';

const { isEnabled: _, ...unclear } = writtenDevice(417);
const pilot = (...numbers: readonly number[]) =>
  record('ad.pilot-computers', forest, {
    total: numbers.length,
    computers: numbers.map((number) => ({
      distinguishedName: `CN=PC${number},OU=Büro\\, Nord,DC=contoso,DC=com`,
      objectSid: `${domainSid}-${number}`,
      objectGuid: guid(number),
      name: `PC${number}`,
    })),
    populationFound: true,
  });
const group = { pilotComputers: { kind: 'group' as const, group: `${domainSid}-1112` } };
const client = (number: number, thumbprint: string) =>
  clientWithoutCheck(`PC${number}.contoso.com`, { DeviceId: guid(number), Thumbprint: thumbprint });

describeCheck(check, [
  {
    name: 'enabled, with certificate and key',
    evidence: [writtenDevices([writtenDevice(417), writtenDevice(431)])],
    outcome: 'pass',
    says: ['2 written-back devices', '0 of them were compared'],
    objects: { [guid(9417)]: 'pass', [guid(9431)]: 'pass' },
    differs: [],
  },
  {
    name: 'the client shows the same thumbprint',
    evidence: [writtenDevices([writtenDevice(417)]), client(417, thumbprintOf(417).toLowerCase())],
    outcome: 'pass',
    says: ['1 of them was compared'],
    notes: { [guid(9417)]: 'as the client shows it' },
  },
  {
    name: 'the client shows another thumbprint',
    evidence: [writtenDevices([writtenDevice(417), writtenDevice(431)]), client(417, thumbprintOf(999))],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 written-back devices', 'PC0417'],
    notes: { [guid(9417)]: 'not the one the client shows' },
    differs: ['Usable devices'],
  },
  {
    name: 'one of two clients with the same device id shows it',
    evidence: [
      writtenDevices([writtenDevice(417)]),
      client(417, thumbprintOf(417)),
      clientWithoutCheck('clone.contoso.com', { DeviceId: guid(417), Thumbprint: thumbprintOf(1) }),
    ],
    outcome: 'pass',
  },
  {
    name: 'a client that shows no thumbprint',
    evidence: [writtenDevices([writtenDevice(417)]), client(417, '')],
    outcome: 'pass',
  },
  {
    name: 'no certificate',
    evidence: [writtenDevices([writtenDevice(417, { certificateThumbprints: [] })])],
    outcome: 'fail',
    notes: { [guid(9417)]: 'altSecurityIdentities' },
  },
  {
    name: 'disabled',
    evidence: [writtenDevices([writtenDevice(417, { isEnabled: false })])],
    outcome: 'fail',
    notes: { [guid(9417)]: 'msDS-IsEnabled' },
  },
  {
    name: 'no key',
    evidence: [writtenDevices([writtenDevice(417, { hasKeyCredential: false })])],
    outcome: 'warning',
    says: ['has no key'],
  },
  {
    name: 'whether it is enabled was not returned',
    evidence: [writtenDevices([unclear])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'devices outside the pilot do not matter',
    evidence: [writtenDevices([writtenDevice(417), writtenDevice(500, { isEnabled: false })]), pilot(417)],
    scope: group,
    outcome: 'pass',
    objects: { [guid(9417)]: 'pass' },
  },
  {
    name: 'the pilot was refused: every device counts',
    evidence: [
      writtenDevices([writtenDevice(417), writtenDevice(500, { isEnabled: false })]),
      failed('ad.pilot-computers', forest, 'access-denied'),
    ],
    scope: group,
    outcome: 'fail',
  },
  { name: 'no device', evidence: [writtenDevices([])], outcome: 'not-applicable', says: ['DEV-013'] },
  {
    name: 'a second domain that was refused',
    evidence: [
      writtenDevices([writtenDevice(417)]),
      failed('ad.registered-devices', 'emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
