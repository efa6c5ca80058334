import { dsregcmdStatus } from './dsregcmd.mjs';

const encodings = {
  utf8: (text) => Buffer.from(text, 'utf8'),
  utf8bom: (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  utf16be: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  /** The code page of a German or French console. */
  cp850: (text) => Buffer.from(text.replaceAll('ü', '\x81').replaceAll('ö', '\x94'), 'latin1'),
};

/** Clients with their device and the person in front of them. */
export function makeClients(org, devices, people) {
  return org.clients.map(({ name, person, login, ...client }) => ({
    ...client,
    device: devices.find((device) => device.name === name),
    user: people.find((one) => one.login === login) ?? people[person],
    key: client.provisioned && org.guidFor(`hello key ${name}`),
  }));
}

/** The saved output as the tool used for saving encodes it. */
export function clientFile(org, client) {
  const typed = client.prompt ? `C:\\Users\\${client.profile ?? client.user.login}>dsregcmd /status\r\n` : '';
  return encodings[client.encoding ?? 'utf8'](typed + dsregcmdStatus(org, client));
}
