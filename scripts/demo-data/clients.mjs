import { dsregcmdStatus } from './dsregcmd.mjs';
import { guidFor } from './seeded-random.mjs';

const ready = { joined: true, prt: true, enterprisePrt: true, policy: true, willProvision: true };

/** The machines a consultant asked for the state of, by what is told about them. `person` counts pilot members. */
const asked = [
  {
    file: 'PC0417.txt',
    name: 'PC0417',
    login: 'imke.brandt',
    signedIn: '2026-11-22T11:12:33Z',
    elevated: true,
    ...ready,
  },
  { file: 'PC0418.txt', name: 'PC0418', person: 1, signedIn: '2026-11-22T11:36:02Z', encoding: 'utf16', ...ready },
  {
    file: 'dsregcmd_PC0422.txt',
    name: 'PC0422',
    person: 2,
    signedIn: '2026-11-22T12:04:51Z',
    encoding: 'utf16',
    ...ready,
  },
  { file: 'PC0425.txt', name: 'PC0425', person: 3, signedIn: '2026-11-22T12:20:18Z', ...ready },
  {
    file: 'PC0433 dsregcmd.txt',
    name: 'PC0433',
    person: 4,
    signedIn: '2026-11-22T12:41:40Z',
    encoding: 'utf8bom',
    ...ready,
  },
  {
    file: 'PC0409.txt',
    name: 'PC0409',
    person: 5,
    signedIn: '2026-11-22T11:49:27Z',
    encoding: 'utf16',
    provisioned: '2026-11-12T08:26:14Z',
    ...ready,
  },
  {
    file: 'PC0412.txt',
    name: 'PC0412',
    person: 6,
    signedIn: '2026-11-22T12:55:03Z',
    provisioned: '2026-11-16T13:07:41Z',
    ...ready,
  },
  {
    file: 'PC0431.txt',
    name: 'PC0431',
    person: 8,
    signedIn: '2026-11-22T12:31:09Z',
    elevated: true,
    ...ready,
    enterprisePrt: false,
    willProvision: false,
  },
  {
    file: 'PC0452.txt',
    name: 'PC0452',
    person: 9,
    signedIn: '2026-11-22T13:02:46Z',
    encoding: 'utf16',
    ...ready,
    enterprisePrt: false,
    willProvision: false,
  },
  {
    file: 'PC0440 (Fernwartung).txt',
    name: 'PC0440',
    person: 10,
    signedIn: '2026-11-22T13:10:55Z',
    prompt: true,
    ...ready,
    remote: true,
    willProvision: false,
  },
  {
    file: 'PC0502.txt',
    name: 'PC0502',
    person: 40,
    signedIn: '2026-11-22T12:47:30Z',
    encoding: 'utf16',
    joined: false,
    prt: false,
    enterprisePrt: false,
    policy: false,
  },
  {
    file: 'PC0447.txt',
    name: 'PC0447',
    person: 11,
    signedIn: '2026-11-22T11:58:12Z',
    ...ready,
    prt: false,
    willProvision: false,
  },
  {
    file: 'PC0488.txt',
    name: 'PC0488',
    person: 12,
    signedIn: '2026-11-22T13:21:37Z',
    encoding: 'utf16',
    ...ready,
    policy: false,
    willProvision: false,
  },
];

const encodings = {
  utf8: (text) => Buffer.from(text, 'utf8'),
  utf8bom: (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
};

/** Clients with their device and the person in front of them. */
export function makeClients(devices, people) {
  return asked.map(({ name, person, login, ...client }) => ({
    ...client,
    device: devices.find((device) => device.name === name),
    user: people.find((one) => one.login === login) ?? people[person],
    key: client.provisioned && guidFor(`hello key ${name}`),
  }));
}

/** The saved output as the tool used for saving encodes it. */
export function clientFile(client) {
  const typed = client.prompt ? `C:\\Users\\${client.user.login}>dsregcmd /status\r\n` : '';
  return encodings[client.encoding ?? 'utf8'](typed + dsregcmdStatus(client));
}
