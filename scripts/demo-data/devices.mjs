import { createHash } from 'node:crypto';
import { plusMinutes } from './binary-forms.mjs';
import { instant, ou } from './organisation.mjs';
import { guidFor, seededRandom } from './seeded-random.mjs';

/** Registrations that carry the story; all others are drawn. Minutes between registration and write-back in `lag`. */
const told = {
  PC0417: { registered: '2026-10-28T07:11:14Z', lag: 34 },
  PC0431: { registered: '2026-11-18T09:02:37Z', lag: undefined },
  PC0452: { registered: '2026-11-20T08:41:05Z', lag: undefined },
  PC0466: { registered: '2026-11-22T13:00:09Z', lag: undefined },
  PC0519: { registered: '2026-11-22T11:05:44Z', lag: 43 },
  PC0502: { registered: undefined, lag: undefined },
};
const registeredBeyondPilot = [
  'PC0488',
  'PC0502',
  'PC0503',
  'PC0506',
  'PC0509',
  'PC0512',
  'PC0515',
  'PC0519',
  'PC0521',
  'PC0524',
  'PC0527',
];

function drawnRegistration(random) {
  const registered = new Date(
    Date.UTC(2026, 9, 5 + random.below(42), 6 + random.below(9), random.below(60), random.below(60)),
  );
  return { registered: registered.toISOString(), lag: 20 + random.below(95) };
}

const laterOf = (a, b) => (new Date(a) > new Date(b) ? a : b);

/** Thumbprint and public-key hash as the registration service writes them beside each other. */
function deviceKey(name) {
  const random = seededRandom(`device key ${name}`);
  const drawn = random.bytes(20).toString('hex').toUpperCase();
  const thumbprint = name === 'PC0417' ? '3B0C2B7F5E1A94D0B8C6A1F2D3E4958677A0C1D2' : drawn;
  return { thumbprint, publicKeyHash: createHash('sha256').update(`public key ${name}`).digest('base64') };
}

/** A hybrid joined device. Its id is the objectGUID of the computer, as synchronisation makes it. */
function hybridDevice(computer) {
  const random = seededRandom(`device ${computer.name}`);
  const { registered, lag } = told[computer.name] ?? drawnRegistration(random);
  const key = deviceKey(computer.name);
  return {
    name: computer.name,
    computer,
    deviceId: computer.guid,
    objectId: guidFor(`entra object ${computer.name}`),
    trustType: 'ServerAd',
    system: 'Windows',
    build: computer.build,
    registered,
    writtenBack: lag === undefined ? undefined : plusMinutes(registered, lag),
    lastSignIn: registered && laterOf(plusMinutes(instant, -60 * (3 + random.below(60))), plusMinutes(registered, 6)),
    altSecurityId: registered && `X509:<SHA1-TP-PUBKEY>${key.thumbprint}${key.publicKeyHash}`,
    thumbprint: key.thumbprint,
  };
}

/** A phone somebody registered; the registered owner is a person of the directory. */
function phone(name, system, build, owner, registered) {
  const key = deviceKey(name);
  const deviceId = guidFor(`phone ${name}`);
  return {
    name,
    owner,
    deviceId,
    objectId: guidFor(`entra object ${name}`),
    trustType: 'Workplace',
    system,
    build,
    registered,
    writtenBack: plusMinutes(registered, 71),
    lastSignIn: '2026-11-20T17:32:08.000Z',
    altSecurityId: `X509:<SHA1-TP-PUBKEY>${key.thumbprint}${key.publicKeyHash}`,
    thumbprint: key.thumbprint,
  };
}

/** Every device known to Entra ID; those with `writtenBack` also stand in CN=RegisteredDevices. */
export function makeDevices(workstations, people) {
  const known = ({ name, ou: place }) => place === ou.pilot || registeredBeyondPilot.includes(name);
  return [
    ...workstations.filter(known).map(hybridDevice),
    phone('iPhone 15 Pro', 'IPhone', '18.6.2', people[24], '2026-03-03T10:14:52.000Z'),
    phone('SM-S921B', 'AndroidForWork', '15', people[97], '2026-06-17T06:58:31.000Z'),
  ];
}
