import { tenantClaims } from '../evidence/derived/tenant-claims';
import { contradicts, type Detector, type Testimony, valuesOf } from './testimony';

/** Tenant id: the directory's connection point, Entra ID itself, its public discovery, Entra Connect and the clients name one. */
export const tenant: Detector = ({ of }) => {
  const evidence = {
    organizations: of('entra.organization'),
    discoveries: of('entra.openid-configuration'),
    registrations: of('ad.device-registration'),
    clients: of('client.dsregcmd'),
    connectServers: of('connect.server'),
  };
  const records = new Map(
    Object.values(evidence).flatMap((each) => each.map((record) => [record.id, record] as const)),
  );
  const testimonies = tenantClaims(evidence).flatMap(({ tenantId, evidenceId = '' }): readonly Testimony[] => {
    const record = records.get(evidenceId);
    return tenantId === undefined || record === undefined ? [] : [{ value: tenantId, record }];
  });
  if (!contradicts(testimonies)) return [];
  const values = valuesOf(testimonies);
  return [
    {
      id: 'tenant',
      fact: 'tenant',
      title: `The sources name ${values.length} different tenants.`,
      values,
      consequence:
        'Devices, users and federation settings of one tenant say nothing about another, so findings that combine these sources may describe two organisations.',
      whatToDo:
        'Find out which tenant is meant. Correct the connection point or the client that names another one, or take evidence of another organisation out of this engagement.',
    },
  ];
};
