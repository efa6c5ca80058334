const windows11 = { system: 'Windows 11 Enterprise', version: '10.0 (26200)', build: '10.0.26200.7171' };
/** The newest release that Microsoft's description of the deployment names. */
const server2022 = { release: '2022', build: '20348' };

/** Two a site; the collector ran on each. */
export const controllers = [
  { name: 'DC1', rid: 1000, ...server2022, site: 'Seattle', created: '2025-03-03T16:31:12Z', collected: {} },
  { name: 'DC2', rid: 1103, ...server2022, site: 'Seattle', created: '2025-03-04T17:02:55Z', collected: {} },
  { name: 'DC3', rid: 1104, ...server2022, site: 'Portland', created: '2025-03-10T18:45:03Z', collected: {} },
  { name: 'DC4', rid: 1105, ...server2022, site: 'Portland', created: '2025-03-10T20:05:41Z', collected: {} },
];

export const servers = ['FS1', 'FS2', 'CA1', 'CA2', 'SYNC1'].map((name) => ({ name, ...server2022 }));

export const computers = {
  prefix: 'NW-',
  serversCreated: '2025-03-17T16:10:11Z',
  firstYear: 2025,
  releases: [windows11],
  fixedReleases: {},
  fixedGuids: {},
  workstations: [
    { unit: 'pilot', numbers: '0101 0102 0103 0104 0105 0106 0107 0108 0109 0110 0111 0112' },
    { unit: 'workstations', numbers: '0201 0202 0203 0204 0205 0206' },
  ],
  pilotElsewhere: [],
};

export const devices = {
  told: {},
  registeredFrom: [2026, 8, 7],
  registeredBeyondPilot: ['NW-0201', 'NW-0202', 'NW-0203', 'NW-0204', 'NW-0205', 'NW-0206'],
  fixedThumbprints: {},
  phones: [],
};

const ready = {
  joined: true,
  prt: true,
  enterprisePrt: true,
  policy: true,
  elevated: true,
  isCollected: true,
};

/** A certificate for the Hello key, issued two minutes after the key was registered; a CA dates back by ten. */
const signIn = (requestId, time) => ({
  requestId,
  notBefore: time,
  notAfter: time.replace(/^\d+/, (year) => String(Number(year) + 1)),
});

/** Pilot people who were asked to run the collector in the second week of the roll-out. */
export const clients = [
  {
    name: 'NW-0101',
    person: 0,
    signedIn: '2026-11-20T16:12:33Z',
    provisioned: '2026-11-16T16:26:14Z',
    signIn: signIn(0x61, '2026-11-16T16:18:14Z'),
    ...ready,
  },
  {
    name: 'NW-0102',
    person: 1,
    signedIn: '2026-11-20T16:20:18Z',
    provisioned: '2026-11-16T17:07:41Z',
    signIn: signIn(0x62, '2026-11-16T16:59:41Z'),
    ...ready,
  },
  {
    name: 'NW-0103',
    person: 2,
    signedIn: '2026-11-20T16:31:40Z',
    provisioned: '2026-11-17T15:44:05Z',
    signIn: signIn(0x63, '2026-11-17T15:36:05Z'),
    ...ready,
  },
  {
    name: 'NW-0107',
    person: 41,
    signedIn: '2026-11-20T16:36:02Z',
    provisioned: '2026-11-17T17:12:52Z',
    signIn: signIn(0x64, '2026-11-17T17:04:52Z'),
    ...ready,
  },
  {
    name: 'NW-0108',
    person: 42,
    signedIn: '2026-11-20T16:44:51Z',
    provisioned: '2026-11-18T16:31:20Z',
    signIn: signIn(0x65, '2026-11-18T16:23:20Z'),
    ...ready,
  },
];
