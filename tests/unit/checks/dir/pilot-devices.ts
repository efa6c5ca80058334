import type { PilotComputer } from '../../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../../src-shared/model/evidence/entra';
import { record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';

/** Pilot computers and their devices in Entra ID, by the number in their names. */

export const sid = (number: number): string => `${domainSid}-${4000 + number}`;
export const computer = (number: number, more: Partial<PilotComputer> = {}): PilotComputer => ({
  distinguishedName: `CN=PC${number},OU=WHFB Pilot,DC=contoso,DC=com`,
  objectSid: sid(number),
  objectGuid: guid(number),
  name: `PC${number}`,
  operatingSystem: 'Windows 11 Enterprise',
  ...more,
});
export const device = (number: number, more: Partial<EntraDevice> = {}): EntraDevice => ({
  deviceId: guid(number),
  displayName: `PC${number}`,
  trustType: 'ServerAd',
  accountEnabled: true,
  registrationDateTime: '2026-10-28T07:11:14Z',
  onPremisesSecurityIdentifier: sid(number),
  onPremisesSyncEnabled: true,
  approximateLastSignInDateTime: '2026-11-19T08:00:12Z',
  ...more,
});
export const computers = (list: readonly PilotComputer[], populationFound = true, target = forest) =>
  record('ad.pilot-computers', target, { total: list.length, computers: list, populationFound });
export const entra = (devices: readonly EntraDevice[], complete = true) =>
  record('entra.devices', 'tenant', { devices, complete });
export const without = (one: EntraDevice, ...names: readonly (keyof EntraDevice)[]): EntraDevice => ({
  deviceId: one.deviceId,
  displayName: one.displayName,
  trustType: one.trustType,
  ...Object.fromEntries(Object.entries(one).filter(([name]) => !names.some((left) => left === name))),
});
export const joined = (number: number): EntraDevice =>
  without(device(number, { trustType: 'AzureAd' }), 'onPremisesSecurityIdentifier', 'onPremisesSyncEnabled');
