import { domain, domainControllers, ou, rid } from './organisation.mjs';
import { guidFor, seededRandom } from './seeded-random.mjs';

const numbers = (text) => text.split(' ');
const pilotNumbers = numbers(
  '0409 0412 0417 0418 0422 0425 0431 0433 0436 0438 0440 0441 0443 0445 0447 0449 0452 0455 0458 0460 0461 0463 0466 0470',
);
/** Not moved into the pilot OU: PC0488 belongs to the pilot group all the same, PC0502 never finished its join. */
const berlinNumbers = numbers(
  '0488 0501 0502 0503 0504 0506 0507 0508 0509 0511 0512 0513 0514 0515 0517 0518 0519 0520 0521 0523 0524 0525 0526 0527 0528',
);
const servers = [
  { name: 'FS01', release: '2022', build: '20348' },
  { name: 'FS02', release: '2022', build: '20348' },
  { name: 'CA01', release: '2022', build: '20348' },
  { name: 'AADC01', release: '2022', build: '20348' },
  { name: 'FILE01', release: '2019', build: '17763' },
  { name: 'WSUS01', release: '2019', build: '17763' },
];

const windows11 = { system: 'Windows 11 Enterprise', version: '10.0 (22631)', build: '10.0.22631.4460' };
const windows10 = { system: 'Windows 10 Enterprise', version: '10.0 (19045)', build: '10.0.19045.6456' };
const windowsServer = ({ release, build }) => ({
  system: `Windows Server ${release} Standard`,
  version: `10.0 (${build})`,
});

/** Identifiers the catalogue's samples use. A hybrid joined device has the objectGUID of its computer as its id. */
const fixedGuids = {
  PC0417: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
  PC0502: '91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913',
};

function computer(name, place, relativeId, software, created) {
  return {
    name,
    dn: `CN=${name},${place}`,
    ou: place,
    host: `${name.toLowerCase()}.${domain.dns}`,
    guid: fixedGuids[name] ?? guidFor(`computer ${name}`),
    rid: relativeId,
    created,
    ...software,
  };
}

/** Domain controllers, servers and workstations. */
export function makeComputers() {
  const random = seededRandom('computers');
  const workstation = (number, place) => {
    const software = random.below(4) === 0 ? windows10 : windows11;
    const created = new Date(
      Date.UTC(2024, random.below(20), 1 + random.below(28), 7, random.below(60), random.below(60)),
    );
    const fixed = number === '0417' ? windows11 : software;
    return computer(`PC${number}`, place, 4000 + Number(number), fixed, created.toISOString());
  };
  return {
    controllers: domainControllers.map((dc) => ({
      ...computer(dc.name, ou.domainControllers, dc.rid, windowsServer(dc), dc.created),
      site: dc.site,
    })),
    servers: servers.map((server, index) =>
      computer(server.name, ou.servers, rid.firstServer + index, windowsServer(server), '2022-06-14T09:10:11Z'),
    ),
    workstations: [
      ...pilotNumbers.map((number) => workstation(number, ou.pilot)),
      ...berlinNumbers.map((number) => workstation(number, ou.berlin)),
    ],
  };
}

export const isPilotComputer = ({ name, ou: place }) => place === ou.pilot || name === 'PC0488';
