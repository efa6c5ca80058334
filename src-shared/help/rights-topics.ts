import { collectorDescriptions, collectorRoles, scriptOf } from '../collectors/collector-roles';
import type { HelpPart, HelpTopic } from './help-topic';

/** What each live read needs, why, and what is left not known without it. */
const probes: readonly { readonly id: string; readonly title: string; readonly parts: readonly HelpPart[] }[] = [
  {
    id: 'ldap',
    title: 'Directory (LDAP)',
    parts: [
      { title: 'Right', text: 'A plain domain user.' },
      {
        title: 'Why',
        text: 'By default every user of a domain reads its objects, the configuration and the schema, and the rights on them. No write permission is asked for or used.',
      },
      {
        title: 'Without it',
        text: 'Objects that were hidden from ordinary users do not come back. Checks that need them say “not known: access denied”, never pass.',
      },
      {
        title: 'On the wire',
        text: 'TLS with a verified certificate, or a bind signed and sealed by Kerberos. The password is kept for the run only.',
      },
    ],
  },
  {
    id: 'sysvol',
    title: 'Policy settings (SYSVOL)',
    parts: [
      { title: 'Right', text: 'The signed-in user of this computer, or whoever may read the copied folder.' },
      { title: 'Why', text: 'Policies are files on a share that every user and computer of the domain reads.' },
      {
        title: 'Without it',
        text: 'Policies whose folder was closed to ordinary users are named, and what they set stays “not known”.',
      },
    ],
  },
  {
    id: 'adfs',
    title: 'AD FS from outside (HTTPS)',
    parts: [
      { title: 'Right', text: 'None.' },
      {
        title: 'Why',
        text: 'Discovery document, federation metadata and endpoints are public: clients read them before anybody has signed in.',
      },
      {
        title: 'Without it',
        text: 'When the name is not resolved or the port is closed, the check says “unreachable”.',
      },
    ],
  },
  {
    id: 'tls',
    title: 'Certificates of servers (TLS handshake)',
    parts: [
      { title: 'Right', text: 'None.' },
      {
        title: 'Why',
        text: 'A server shows its certificate to everybody who connects. Nothing is sent after the handshake.',
      },
    ],
  },
  {
    id: 'http',
    title: 'Revocation lists, CA certificates, OCSP (HTTP)',
    parts: [
      { title: 'Right', text: 'None.' },
      {
        title: 'Why',
        text: 'The addresses stand in the certificates and have to answer every computer without an account; that they do is what is judged.',
      },
    ],
  },
  {
    id: 'this-computer',
    title: 'This computer as a client',
    parts: [
      { title: 'Right', text: 'The signed-in user; an administrator reads more event logs and the state of the TPM.' },
      {
        title: 'Why',
        text: 'What a client knows of its registration, its policies and its certificates is told by the tools of Windows to the user who works on it.',
      },
      {
        title: 'Without it',
        text: 'Logs that are closed to users stay “not known”, each by name. On another system than Windows nothing is read, and nothing counts as missing.',
      },
      { title: 'On the wire', text: 'Nothing. Other clients are not contacted.' },
    ],
  },
  {
    id: 'dns',
    title: 'Names (DNS)',
    parts: [
      { title: 'Right', text: 'None.' },
      {
        title: 'Why',
        text: 'The name servers answer whoever asks. Only the names listed before the run are asked for.',
      },
    ],
  },
  {
    id: 'graph',
    title: 'Entra ID and Intune (Microsoft Graph)',
    parts: [
      { title: 'Right', text: 'Global Reader, and read permissions for the areas that are chosen on Targets.' },
      {
        title: 'Why',
        text: 'Federation settings, policies and registrations are shown to readers of the whole tenant only. All permissions end in Read or Read.All.',
      },
      {
        title: 'Without it',
        text: 'An area that is left out or refused stays “not known”; the rest goes on. Hand over the saved answers instead.',
      },
    ],
  },
];

const probeTopics: readonly HelpTopic[] = probes.map(({ id, title, parts }) => ({
  id: `right-${id}`,
  group: 'rights',
  title: `Live: ${title}`,
  parts,
}));

const collectorTopics: readonly HelpTopic[] = collectorRoles.map((role) => {
  const { title, runOn, reads, doesNotRead, items, remark } = collectorDescriptions[role];
  return {
    id: `right-collector-${role}`,
    group: 'rights',
    title: `Collector ${scriptOf(role)}: ${title}`,
    parts: [
      { title: 'Where to run it', text: remark === undefined ? runOn : `${runOn} ${remark}` },
      { title: 'What it reads', text: reads },
      { title: 'What it does not read', text: doesNotRead },
      ...items.map(({ names, right, why }) => ({ title: right, text: `${why} Items: ${names.join(', ')}.` })),
      {
        title: 'Without a right',
        text: 'What is denied is noted in the file with the right it needs, and the rest goes on.',
      },
    ],
  };
});

export const rightsTopics: readonly HelpTopic[] = [...probeTopics, ...collectorTopics];
