import type { EntraSource } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { topicsOf } from '../../evidence/graph/topics';
import { areasOf, entraClouds, permissionsOf } from './entra-cloud';
import { readTenant, unknownTarget } from './read-tenant';
import { tenantTarget } from './read-topics';

interface EntraTarget extends ProbeTarget {
  readonly source: EntraSource;
}

/** Reads tenant, domains, federation settings, devices, users and the lists of `evidence/graph` from Microsoft Graph after a person signed in. */
const entraProbe: Probe<EntraTarget> = {
  id: 'entra',
  channel: 'graph',
  rights: `${permissionsOf({}).join(', ')} (delegated)`,
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
    live.entra.flatMap((source) => [
      {
        host: entraClouds[source.cloud].login.hostname,
        port: 443,
        protocol: 'HTTPS',
        sends: 'Tenant, application id and the permissions asked for; the account is entered in a browser, not here',
        rights: 'An account of the tenant',
        purpose: `Sign in to ${source.tenant}`,
      },
      {
        host: entraClouds[source.cloud].graph.hostname,
        port: 443,
        protocol: 'HTTPS',
        sends: 'GET requests with the access token of this sign-in',
        rights: `Global Reader, with ${permissionsOf(source).join(', ')} (delegated)`,
        purpose: `Read tenant, domains, federation settings, devices, users, policies and device management of ${source.tenant}`,
      },
    ]),

  // A tenant named by a domain has its own name only once somebody signed in.
  gives: ({ source }) => [
    { kind: 'entra.organization', target: source.tenant.includes('.') ? unknownTarget : source.tenant.toLowerCase() },
    { kind: 'entra.domains', target: tenantTarget },
    { kind: 'entra.federation-configuration', target: unknownTarget },
    { kind: 'entra.devices', target: tenantTarget },
    { kind: 'entra.users', target: tenantTarget },
    ...topicsOf(areasOf(source)).map(({ kind }) => ({ kind, target: tenantTarget })),
  ],

  collect: ({ source }, context) => readTenant(source, entraClouds[source.cloud], context),
};

export default entraProbe;
