import { present } from '../../../../src-main/evidence/present';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { HostConnectivity, HostEvent, HostSystem } from '../../../../src-shared/model/evidence/host';
import { record } from '../check-cases';

/** What clients say of themselves beside dsregcmd. */

export const registrationLog = 'Microsoft-Windows-User Device Registration/Admin';

export const system = (host: string, more: Partial<HostSystem> = {}): EvidenceRecord =>
  record('host.system', host, { host, role: 'client', ...more });

export const build = (host: string, number: number, revision?: number): EvidenceRecord =>
  system(host, { build: number, ...present({ revision }) });

export const events = (host: string, list: readonly HostEvent[], log = registrationLog): EvidenceRecord =>
  record('host.events', `${host} ${log}`, { host, log, events: list });

export const attempts = (host: string, ...list: HostConnectivity['attempts'][number][]): EvidenceRecord =>
  record('host.connectivity', host, { host, attempts: list });

export const locator = (succeeded: boolean) => ({ kind: 'dc-locator', target: 'contoso.com', succeeded }) as const;
