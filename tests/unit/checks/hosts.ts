import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { HostEvent, HostSystem, RegistryData } from '../../../src-shared/model/evidence/host';
import { record } from './check-cases';

/** `key|name` → value; `absent` = asked for and not set. */
export const registryOf = (host: string, values: Readonly<Record<string, RegistryData | 'absent'>>): EvidenceRecord => {
  const entries = Object.entries(values).map(([place, value]) => {
    const [key = '', name = ''] = place.split('|');
    return { key, name, value };
  });
  return record('host.registry', host, {
    host,
    values: entries.filter(({ value }) => value !== 'absent'),
    absent: entries.filter(({ value }) => value === 'absent').map(({ key, name }) => `${key}\\${name}`.toLowerCase()),
  });
};

export const systemOf = (host: string, more: Partial<HostSystem> = {}): EvidenceRecord =>
  record('host.system', host, { host, ...more });

/** Events of the KDC since a week: number, time and parameters. */
export const kdcLog = (
  host: string,
  events: readonly (readonly [id: number, time: string, ...parameters: readonly string[]])[],
  since = '2026-11-15T08:00:00.000Z',
): EvidenceRecord =>
  record('host.events', `${host} System`, {
    host,
    log: 'System',
    provider: 'Microsoft-Windows-Kerberos-Key-Distribution-Center',
    since,
    events: events.map(([id, time, ...parameters]): HostEvent => ({ id, time, parameters })),
  });
