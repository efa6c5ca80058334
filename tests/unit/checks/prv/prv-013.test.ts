import check from '../../../../src-main/checks/prv/prv-013-key-derivation-update.check';
import type { EntraDevice } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { build, system } from './client-hosts';
import { bothJoinTypes, client, idOf, pc1, pc2, pc3, pilotComputers, pilotScope, variant } from './clients';

const device = (number: number, version: string, more: Partial<EntraDevice> = {}): EntraDevice => ({
  deviceId: guid(number),
  displayName: `PC0${number}`,
  trustType: 'ServerAd',
  accountEnabled: true,
  operatingSystem: 'Windows',
  operatingSystemVersion: version,
  approximateLastSignInDateTime: '2026-11-20T08:00:00Z',
  ...more,
});
const devices = (...list: readonly EntraDevice[]) =>
  record('entra.devices', 'tenant', { devices: list, complete: true });

describeCheck(check, [
  {
    name: 'releases before and after the update',
    evidence: [build(pc1, 19_045, 6456), build(pc2, 17_763, 2061), build(pc3, 26_100)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass', [idOf(pc3)]: 'pass' },
  },
  {
    name: 'one revision too old',
    evidence: [build(pc1, 19_043, 1110), build(pc2, 19_043, 1109)],
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 clients', pc2],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  { name: 'a release that got no update any more', evidence: [build(pc1, 17_134, 2208)], outcome: 'fail', says: [pc1] },
  {
    name: 'the revision not told',
    evidence: [build(pc1, 17_763)],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(pc1)]: '17763.2061' },
  },
  { name: 'a release newer than the product', evidence: [build(pc1, 30_000, 1)], outcome: 'pass' },
  {
    name: 'a build that was never released',
    evidence: [build(pc1, 18_900, 1)],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'told by dsregcmd',
    evidence: [client(pc1, { OSVersion: '10.0.14393.4529' })],
    outcome: 'fail',
    objects: { [idOf(pc1)]: 'fail' },
  },
  {
    name: 'told by Entra ID',
    evidence: [devices(device(417, '10.0.19041.1110'), device(418, '10.0.18363.1678'))],
    outcome: 'fail',
    objects: { [guid(417)]: 'pass', [guid(418)]: 'fail' },
  },
  {
    name: 'the client knows itself better than Entra ID does',
    evidence: [devices(device(417, '10.0.19041.1')), build(pc1, 19_045, 6456)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  {
    name: 'devices nobody uses, phones and registered devices do not count',
    evidence: [
      devices(
        device(417, '10.0.19041.1110'),
        device(418, '10.0.18363.1', { approximateLastSignInDateTime: '2026-01-01T00:00:00Z' }),
        device(419, '17.1', { operatingSystem: 'IOS' }),
        device(420, '10.0.18363.1', { trustType: 'Workplace' }),
        device(421, '10.0.18363.1', { trustType: 'AzureAd' }),
        device(422, '10.0.18363.1', { accountEnabled: false }),
      ),
    ],
    outcome: 'pass',
    objects: { [guid(417)]: 'pass' },
  },
  {
    name: 'Entra joined devices in scope',
    scope: bothJoinTypes,
    evidence: [devices(device(421, '10.0.18363.1', { trustType: 'AzureAd' }))],
    outcome: 'fail',
  },
  {
    name: 'only the pilot counts',
    scope: pilotScope,
    evidence: [
      pilotComputers('pc0417'),
      devices(device(417, '10.0.22631.1'), device(418, '10.0.18363.1')),
      build(pc2, 17_763, 1),
    ],
    outcome: 'pass',
  },
  {
    name: 'an Entra joined client outside the scope',
    evidence: [client(pc2, variant.entraJoined), build(pc1, 22_631, 1), build(pc2, 17_763, 1)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  {
    name: 'a server and a client without its build',
    evidence: [system('fs01.contoso.com', { role: 'adfs', build: 14_393, revision: 1 }), system(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'the release of one client denied',
    evidence: [build(pc1, 26_100), client(pc2), failed('host.system', pc2, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
