import { randomUUID } from 'node:crypto';
import {
  besideStatus,
  type ClientRecord,
  knownClients,
  reduceClient,
} from '../../../src-main/clients/clients-overview';
import type { KnownClient } from '../../../src-main/clients/group-clients';
import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { DescribedCertificate, HostCertificates, HostEvent } from '../../../src-shared/model/evidence/host';

export const judgedAt = new Date('2026-11-22T15:00:00Z');
const collectedAt = '2026-11-22T09:00:00Z';
const log = 'Microsoft-Windows-User Device Registration/Admin';

export const status = (
  deviceName: string,
  fields: Readonly<Record<string, string>>,
  at = collectedAt,
): ClientRecord => ({
  id: randomUUID(),
  kind: 'client.dsregcmd',
  collectedAt: at,
  data: { deviceName, fields, sections: ['Device State'], lines: {} } satisfies DsregcmdStatus,
});

export const events = (host: string, ...list: readonly HostEvent[]): ClientRecord => ({
  ...{ id: randomUUID(), kind: 'host.events', collectedAt, data: { host, log, events: list } },
});

export const userStore = (
  host: string,
  certificates: HostCertificates['certificates'],
  described: readonly DescribedCertificate[] = [],
): ClientRecord => ({
  ...{
    id: randomUUID(),
    kind: 'host.certificates',
    collectedAt,
    data: { host, store: 'user', certificates, described },
  },
});

export const ready = {
  AzureAdJoined: 'YES',
  DomainJoined: 'YES',
  AzureAdPrt: 'YES',
  EnterprisePrt: 'YES',
  NgcSet: 'NO',
  IsDeviceJoined: 'YES',
  PolicyEnabled: 'YES',
  AdfsRefreshToken: 'YES',
  AdfsRaIsReady: 'YES',
  LogonCertTemplateReady: 'YES ( StateReady )',
  PreReqResult: 'WillProvision',
} as const;

export function known(...records: readonly ClientRecord[]): readonly KnownClient[] {
  const beside = besideStatus(records.filter((record) => record.kind !== 'client.dsregcmd'));
  const printed = records.filter((record) => record.kind === 'client.dsregcmd');
  return knownClients(
    printed.map((record) => reduceClient(record, beside)),
    judgedAt,
  );
}

/** Facts of the only client among the records. */
export function factsOf(...records: readonly ClientRecord[]): KnownClient['facts'] {
  const [client] = known(...records);
  if (client === undefined) throw new Error('There is no client');
  return client.facts;
}
