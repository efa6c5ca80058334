import check from '../../../../src-main/checks/dev/dev-010-write-back-enabled.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';

const entra = (deviceWritebackEnabled: boolean) =>
  record('entra.synchronization', 'tenant', { features: { deviceWritebackEnabled } });
const connect = (DeviceWriteback: boolean) =>
  record('connect.settings', 'aadc01', { host: 'aadc01', parameters: {}, features: { DeviceWriteback } });
const rule = (disabled: boolean) =>
  record('connect.rules', 'aadc01', {
    host: 'aadc01',
    rules: [
      {
        name: 'Out to AD - Device STK',
        direction: 'Outbound',
        disabled,
        targetObjectType: 'msDS-Device',
        attributes: [],
      },
    ],
  });
const device = (whenChanged: string, hasCloudAnchor = true) =>
  record('ad.registered-devices', forest, {
    devices: [
      {
        distinguishedName: 'CN=d',
        objectGuid: guid(1),
        displayName: 'PC0417',
        certificateThumbprints: [],
        hasKeyCredential: true,
        whenChanged,
        hasCloudAnchor,
      },
    ],
  });

describeCheck(check, [
  { name: 'on in the tenant', evidence: [entra(true)], outcome: 'pass' },
  {
    name: 'off in the tenant',
    evidence: [entra(false)],
    outcome: 'fail',
    severity: 'blocker',
    differs: ['Device write-back, says Entra ID'],
  },
  { name: 'on at Entra Connect', evidence: [connect(true), rule(false)], outcome: 'pass' },
  { name: 'its rules are disabled', evidence: [connect(true), rule(true)], outcome: 'fail', says: ['rules'] },
  {
    name: 'the two sides disagree',
    evidence: [entra(true), connect(false)],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  { name: 'devices flow', evidence: [device('2026-11-20T00:00:00Z')], outcome: 'pass', says: ['write-back works'] },
  {
    name: 'devices stopped flowing',
    evidence: [device('2026-09-20T00:00:00Z')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'devices of on-premises registration',
    evidence: [device('2026-11-20T00:00:00Z', false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'refused',
    evidence: [failed('entra.synchronization', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'devices not readable',
    evidence: [failed('ad.registered-devices', 'contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
