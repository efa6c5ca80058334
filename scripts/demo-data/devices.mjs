import { createHash } from 'node:crypto';
import { plusMinutes } from './formats/binary-forms.mjs';

function drawnRegistration(random, [year, month, day]) {
  const registered = new Date(
    Date.UTC(year, month, day + random.below(42), 6 + random.below(9), random.below(60), random.below(60)),
  );
  return { registered: registered.toISOString(), lag: 20 + random.below(95) };
}

const laterOf = (a, b) => (new Date(a) > new Date(b) ? a : b);

/** Thumbprint and public-key hash as the registration service writes them beside each other. */
function deviceKey(org, name) {
  const random = org.random(`device key ${name}`);
  const drawn = random.bytes(20).toString('hex').toUpperCase();
  return {
    thumbprint: org.devices.fixedThumbprints[name] ?? drawn,
    publicKeyHash: createHash('sha256').update(`${org.seed}public key ${name}`).digest('base64'),
  };
}

/** A hybrid joined device. Its id is the objectGUID of the computer, as synchronisation makes it. */
function hybridDevice(org, computer) {
  const random = org.random(`device ${computer.name}`);
  const { registered, lag } = org.devices.told[computer.name] ?? drawnRegistration(random, org.devices.registeredFrom);
  const key = deviceKey(org, computer.name);
  return {
    name: computer.name,
    computer,
    deviceId: computer.guid,
    objectId: org.guidFor(`entra object ${computer.name}`),
    trustType: 'ServerAd',
    system: 'Windows',
    build: computer.build,
    registered,
    writtenBack: lag === undefined ? undefined : plusMinutes(registered, lag),
    lastSignIn:
      registered && laterOf(plusMinutes(org.instant, -60 * (3 + random.below(60))), plusMinutes(registered, 6)),
    altSecurityId: registered && `X509:<SHA1-TP-PUBKEY>${key.thumbprint}${key.publicKeyHash}`,
    thumbprint: key.thumbprint,
  };
}

/** A phone somebody registered; the registered owner is a person of the directory. */
function phone(org, people, { name, system, build, owner, registered, lastSignIn }) {
  const key = deviceKey(org, name);
  return {
    name,
    owner: people[owner],
    deviceId: org.guidFor(`phone ${name}`),
    objectId: org.guidFor(`entra object ${name}`),
    trustType: 'Workplace',
    system,
    build,
    registered,
    writtenBack: plusMinutes(registered, 71),
    lastSignIn,
    altSecurityId: `X509:<SHA1-TP-PUBKEY>${key.thumbprint}${key.publicKeyHash}`,
    thumbprint: key.thumbprint,
  };
}

/** Every device known to Entra ID; those with `writtenBack` also stand in CN=RegisteredDevices. */
export function makeDevices(org, workstations, people) {
  const known = ({ name, unit }) => unit === 'pilot' || org.devices.registeredBeyondPilot.includes(name);
  return [
    ...workstations.filter(known).map((computer) => hybridDevice(org, computer)),
    ...org.devices.phones.map((one) => phone(org, people, one)),
  ];
}
