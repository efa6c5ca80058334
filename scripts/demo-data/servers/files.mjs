import { collectorFile } from '../formats/collector-file.mjs';
import { hostOf } from '../organisation.mjs';
import { authorityServerItems } from './authority-server.mjs';
import { clientItems } from './client.mjs';
import { domainControllerItems } from './domain-controller.mjs';
import { enrolmentServerItems } from './enrolment-server.mjs';
import { federationServerItems } from './federation-server.mjs';
import { synchronisationServerItems } from './synchronisation-server.mjs';

const file = (org, role, name, items, { by, at, elevated = true }) => [
  `collectors/hello-preflight-${role}-${name}.json`,
  collectorFile({
    role,
    host: hostOf(org, name),
    collectedAt: at,
    collectedBy: `${org.domain.netbios}\\${by}`,
    elevated,
    items,
  }),
];

/** Files of the collectors: one a machine that somebody ran one on. */
export function collectorFiles(org, world) {
  const { collected } = org;
  const server = (name) => org.servers.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return [
    ...org.federation.farm.nodes
      .filter(({ isCollected = true }) => isCollected)
      .map((node) =>
        file(org, 'adfs', node.name, federationServerItems(org, world, node, server(node.name)), collected.adfs),
      ),
    ...org.pki.issuing.map((ca) =>
      file(org, 'ca', ca.host.toUpperCase(), authorityServerItems(org, world, ca, server(ca.host)), collected.ca),
    ),
    file(
      org,
      'connect',
      org.connect.server,
      synchronisationServerItems(org, server(org.connect.server)),
      collected.connect,
    ),
    ...org.controllers
      .filter((controller) => controller.collected)
      .map((controller) =>
        file(org, 'dc', controller.name, domainControllerItems(org, world, controller), collected.dc),
      ),
    ...(org.enrolmentServer
      ? [file(org, 'ndes', org.enrolmentServer, enrolmentServerItems(org, server(org.enrolmentServer)), collected.ndes)]
      : []),
    ...world.clients
      .filter(({ isCollected }) => isCollected)
      .map((client) =>
        file(org, 'client', client.device.name, clientItems(org, world, client), {
          ...collected.client,
          by: client.user.login,
        }),
      ),
  ];
}
