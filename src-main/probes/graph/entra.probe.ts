import type { EntraSource } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { entraClouds, permissions } from './entra-cloud';
import { readTenant, tenantTarget, unknownTarget } from './read-tenant';

interface EntraTarget extends ProbeTarget {
  readonly source: EntraSource;
}

/** Reads tenant, domains, federation settings and devices from Microsoft Graph after a person signed in by device code. */
const entraProbe: Probe<EntraTarget> = {
  id: 'entra',
  channel: 'graph',
  rights: `${permissions.join(', ')} (delegated)`,
  // A quarter of an hour to sign in, the rest to read.
  deadline: 45 * 60_000,

  targets: ({ live }) =>
    live.entra.map((source) => ({
      id: `entra:${source.id}`,
      title: `${source.tenant} (Microsoft Entra ID)`,
      hosts: [entraClouds[source.cloud].login.hostname, entraClouds[source.cloud].graph.hostname],
      source,
    })),

  contacts: (live) =>
    live.entra.flatMap(({ tenant, cloud }) => [
      {
        host: entraClouds[cloud].login.hostname,
        port: 443,
        protocol: 'HTTPS',
        sends: 'Tenant, application id and the permissions asked for; the account is entered in a browser, not here',
        rights: 'An account of the tenant',
        purpose: `Sign in to ${tenant} by device code`,
      },
      {
        host: entraClouds[cloud].graph.hostname,
        port: 443,
        protocol: 'HTTPS',
        sends: 'GET requests with the access token of this sign-in',
        rights: `Global Reader, with ${permissions.join(', ')} (delegated)`,
        purpose: `Read tenant, domains, federation settings and devices of ${tenant}`,
      },
    ]),

  // A tenant named by a domain has its own name only once somebody signed in.
  gives: ({ source: { tenant } }) => [
    { kind: 'entra.organization', target: tenant.includes('.') ? unknownTarget : tenant.toLowerCase() },
    { kind: 'entra.domains', target: tenantTarget },
    { kind: 'entra.federation-configuration', target: unknownTarget },
    { kind: 'entra.devices', target: tenantTarget },
  ],

  collect: ({ source }, context) => readTenant(source, entraClouds[source.cloud], context),
};

export default entraProbe;
