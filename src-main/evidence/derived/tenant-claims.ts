import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { DeviceRegistration } from '../../../src-shared/model/evidence/directory';
import type { EntraOrganization } from '../../../src-shared/model/evidence/entra';
import type { EntraOpenIdConfiguration } from '../../../src-shared/model/evidence/network';
import type { ConnectServer } from '../../../src-shared/model/evidence/synchronization';
import type { AffectedObject } from '../../../src-shared/model/finding';
import { guidFromText } from '../guid';
import { clientId } from './clients';
import { normalHostName } from './forest-scope';
import { joinScpName, joinScpsOf, parseScpKeywords } from './join-service-connection-point';
import type { ReadRecord } from './read-record';

/** What one piece of evidence says about the tenant. */
export interface TenantClaim extends Pick<AffectedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'> {
  /** Lower case; undefined = the cloud knows no tenant with this domain. */
  readonly tenantId: string | undefined;
  /** `cloud`: Entra ID itself says so; `local`: something on premises was set to it. */
  readonly side: 'cloud' | 'local';
  /** Domain name of a national cloud's identity provider. */
  readonly nationalCloud?: string;
}

export interface TenantEvidence {
  readonly organizations: readonly ReadRecord<EntraOrganization>[];
  readonly discoveries: readonly ReadRecord<EntraOpenIdConfiguration>[];
  readonly registrations: readonly ReadRecord<DeviceRegistration>[];
  readonly clients: readonly ReadRecord<DsregcmdStatus>[];
  readonly connectServers: readonly ReadRecord<ConnectServer>[];
}

const globalInstance = 'microsoftonline.com';

/** Every tenant id that evidence names, with what it is about. */
export const tenantClaims = ({
  organizations,
  discoveries,
  registrations,
  clients,
  connectServers,
}: TenantEvidence): readonly TenantClaim[] => [
  ...organizations.map(
    ({ id, data }): TenantClaim => ({
      id: `tenant:${data.tenantId.toLowerCase()}`,
      kind: 'directory-object',
      name: data.displayName,
      evidenceId: id,
      tenantId: data.tenantId.toLowerCase(),
      side: 'cloud',
    }),
  ),
  ...discoveries.map(
    ({ id, data }): TenantClaim => ({
      id: `entra-domain:${data.domain.toLowerCase()}`,
      kind: 'entra-domain',
      name: data.domain,
      evidenceId: id,
      tenantId: data.tenantId,
      side: 'cloud',
      ...nationalCloudOf(data),
    }),
  ),
  ...registrations.flatMap(({ id, target, data }) =>
    parseScpKeywords(joinScpsOf(data).flatMap(({ keywords }) => keywords)).tenants.flatMap(
      (text, index): TenantClaim[] => {
        const tenantId = guidFromText(text);
        const suffix = index === 0 ? '' : `:${index + 1}`;
        const about = { id: `forest:${normalHostName(target)}${suffix}`, kind: 'forest', name: target } as const;
        return tenantId === undefined
          ? []
          : [{ ...about, evidenceId: id, locate: joinScpName, tenantId, side: 'local' }];
      },
    ),
  ),
  ...clients.flatMap(({ id, data }): readonly TenantClaim[] => {
    const tenantId = guidFromText(data.fields.TenantId ?? '');
    const about = { id: clientId(data), kind: 'client', name: data.deviceName, evidenceId: id } as const;
    return tenantId === undefined ? [] : [{ ...about, locate: 'TenantId', tenantId, side: 'local' }];
  }),
  ...connectServers.flatMap(({ id, target, data }): readonly TenantClaim[] => {
    const tenantId = guidFromText(data.tenantId ?? '');
    const about = { id: `connect:${normalHostName(target)}`, kind: 'computer', name: target, evidenceId: id } as const;
    return tenantId === undefined ? [] : [{ ...about, tenantId, side: 'local' }];
  }),
];

function nationalCloudOf({ cloudInstanceName }: EntraOpenIdConfiguration): Pick<TenantClaim, 'nationalCloud'> {
  return cloudInstanceName === undefined || normalHostName(cloudInstanceName) === globalInstance
    ? {}
    : { nationalCloud: normalHostName(cloudInstanceName) };
}

/** The tenant meant: the one that was read, else the one most of the cloud's answers name; undefined when none does. */
export function referenceTenant(claims: readonly TenantClaim[]): string | undefined {
  const cloud = claims.filter(({ side, tenantId }) => side === 'cloud' && tenantId !== undefined);
  const read = cloud.find(({ kind }) => kind === 'directory-object');
  if (read !== undefined) return read.tenantId;
  const votes = (tenant: string | undefined): number => cloud.filter(({ tenantId }) => tenantId === tenant).length;
  return [...cloud].sort((a, b) => votes(b.tenantId) - votes(a.tenantId))[0]?.tenantId;
}
