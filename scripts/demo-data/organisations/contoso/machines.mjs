const windows11 = { system: 'Windows 11 Enterprise', version: '10.0 (22631)', build: '10.0.22631.4460' };
const windows10 = { system: 'Windows 10 Enterprise', version: '10.0 (19045)', build: '10.0.19045.6456' };

export const controllers = [
  {
    name: 'DC01',
    rid: 1000,
    release: '2022',
    build: '20348',
    site: 'Berlin',
    created: '2022-05-09T06:31:12Z',
    collected: { registry: { StrongCertificateBindingEnforcement: 1 } },
  },
  {
    name: 'DC02',
    rid: 1103,
    release: '2022',
    build: '20348',
    site: 'Berlin',
    created: '2022-05-10T07:02:55Z',
    collected: {},
  },
  {
    name: 'DC03',
    rid: 1104,
    release: '2016',
    build: '14393',
    site: 'London',
    created: '2017-09-21T11:45:03Z',
    collected: {
      events: { kdc: [[29, '2026-11-21T06:02:11.0000000Z', 3, 'Microsoft-Windows-Kerberos-Key-Distribution-Center']] },
    },
  },
];

export const servers = [
  { name: 'FS01', release: '2022', build: '20348' },
  { name: 'FS02', release: '2022', build: '20348' },
  { name: 'CA01', release: '2022', build: '20348' },
  { name: 'AADC01', release: '2022', build: '20348' },
  { name: 'FILE01', release: '2019', build: '17763' },
  { name: 'WSUS01', release: '2019', build: '17763' },
  { name: 'NDES01', release: '2022', build: '20348' },
];

export const computers = {
  prefix: 'PC',
  serversCreated: '2022-06-14T09:10:11Z',
  firstYear: 2024,
  /** The first is the usual one, the last the rare one. */
  releases: [windows11, windows10],
  fixedReleases: { '0417': windows11 },
  /** Identifiers that documents show as samples. */
  fixedGuids: {
    PC0417: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
    PC0502: '91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913',
  },
  workstations: [
    {
      unit: 'pilot',
      numbers:
        '0409 0412 0417 0418 0422 0425 0431 0433 0436 0438 0440 0441 0443 0445 0447 0449 0452 0455 0458 0460 0461 0463 0466 0470',
    },
    {
      unit: 'berlin',
      numbers:
        '0488 0501 0502 0503 0504 0506 0507 0508 0509 0511 0512 0513 0514 0515 0517 0518 0519 0520 0521 0523 0524 0525 0526 0527 0528',
    },
  ],
  /** In the pilot's group, and outside its unit. */
  pilotElsewhere: ['PC0488'],
};

export const devices = {
  /** Registrations that carry the story; all others are drawn. Minutes between registration and write-back in `lag`. */
  told: {
    PC0417: { registered: '2026-10-28T07:11:14Z', lag: 34 },
    PC0431: { registered: '2026-11-18T09:02:37Z', lag: undefined },
    PC0452: { registered: '2026-11-20T08:41:05Z', lag: undefined },
    PC0466: { registered: '2026-11-22T13:00:09Z', lag: undefined },
    PC0519: { registered: '2026-11-22T11:05:44Z', lag: 43 },
    PC0502: { registered: undefined, lag: undefined },
  },
  /** Year, month from zero, day; six weeks from then. */
  registeredFrom: [2026, 9, 5],
  registeredBeyondPilot: 'PC0488 PC0502 PC0503 PC0506 PC0509 PC0512 PC0515 PC0519 PC0521 PC0524 PC0527'.split(' '),
  fixedThumbprints: { PC0417: '3B0C2B7F5E1A94D0B8C6A1F2D3E4958677A0C1D2' },
  phones: [
    {
      name: 'iPhone 15 Pro',
      system: 'IPhone',
      build: '18.6.2',
      owner: 24,
      registered: '2026-03-03T10:14:52.000Z',
      lastSignIn: '2026-11-20T17:32:08.000Z',
    },
    {
      name: 'SM-S921B',
      system: 'AndroidForWork',
      build: '15',
      owner: 97,
      registered: '2026-06-17T06:58:31.000Z',
      lastSignIn: '2026-11-20T17:32:08.000Z',
    },
  ],
};
