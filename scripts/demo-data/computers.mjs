import { hostOf } from './organisation.mjs';

const windowsServer = ({ release, build }) => ({
  system: `Windows Server ${release} Standard`,
  version: `10.0 (${build})`,
  build,
});

function computer(org, name, unit, relativeId, software, created) {
  return {
    name,
    dn: `CN=${name},${org.ou[unit]}`,
    unit,
    host: hostOf(org, name),
    guid: org.computers.fixedGuids[name] ?? org.guidFor(`computer ${name}`),
    rid: relativeId,
    created,
    ...software,
  };
}

/** A workstation whose age and release are drawn, unless its release is told; its relative identifier ends in its number. */
function workstation(org, random, number, unit) {
  const { prefix, releases, fixedReleases, firstYear } = org.computers;
  const software = random.below(4) === 0 ? releases.at(-1) : releases[0];
  const created = new Date(
    Date.UTC(firstYear, random.below(20), 1 + random.below(28), 7, random.below(60), random.below(60)),
  );
  const fixed = fixedReleases[number] ?? software;
  return computer(org, `${prefix}${number}`, unit, 4000 + Number(number), fixed, created.toISOString());
}

/** Domain controllers, servers and workstations. */
export function makeComputers(org) {
  const random = org.random('computers');
  return {
    controllers: org.controllers.map((dc) => ({
      ...computer(org, dc.name, 'domainControllers', dc.rid, windowsServer(dc), dc.created),
      site: dc.site,
    })),
    servers: org.servers.map((server, index) =>
      computer(
        org,
        server.name,
        'servers',
        org.rid.firstServer + index,
        windowsServer(server),
        org.computers.serversCreated,
      ),
    ),
    workstations: org.computers.workstations.flatMap(({ unit, numbers }) =>
      numbers.split(' ').map((number) => workstation(org, random, number, unit)),
    ),
  };
}

/** Everything in the pilot's unit, and what was put into the group from elsewhere. */
export const isPilotComputer = (org, { name, unit }) => unit === 'pilot' || org.computers.pilotElsewhere.includes(name);
