import { makePublicKeyInfrastructure } from './certificates/public-key-infrastructure.mjs';
import { seededModulus } from './certificates/seeded-key.mjs';
import { clientFile, makeClients } from './clients/clients.mjs';
import { makeComputers } from './computers.mjs';
import { makeDevices } from './devices.mjs';
import { configurationEntries } from './directory/configuration.mjs';
import { registeredDeviceEntries } from './directory/devices.mjs';
import { domainEntries, rootDseAttributes } from './directory/domain.mjs';
import { openIdConfiguration } from './federation/documents.mjs';
import { federationMetadata } from './federation/metadata.mjs';
import { keyCredentialLink } from './formats/key-credential.mjs';
import { ldapsearchRootDse, ldifdeFile } from './formats/ldif.mjs';
import { asPem } from './formats/pem.mjs';
import { applicationAnswers } from './graph/applications.mjs';
import { directoryAnswers } from './graph/directory.mjs';
import { intuneAnswers } from './graph/intune.mjs';
import { policyAnswers } from './graph/policies.mjs';
import { reportAnswers } from './graph/reports.mjs';
import { hostOf } from './organisation.mjs';
import { choosePilot, makePeople } from './people.mjs';
import { collectorFiles } from './servers/files.mjs';
import { sysvolFiles } from './sysvol/files.mjs';

/** Keys of those who set up Hello, as synchronisation wrote them to the person's object. */
function helloKeys(clients) {
  const provisioned = clients.filter(({ key }) => key);
  return new Map(
    provisioned.map(({ user, device, key, provisioned: created }) => [
      user,
      [keyCredentialLink({ owner: user.dn, deviceId: device.deviceId, created, modulus: seededModulus(key) })],
    ]),
  );
}

/** Everything there is to tell about an organisation, made from its facts. */
function makeWorld(org) {
  const people = makePeople(org);
  const computers = makeComputers(org);
  const devices = makeDevices(org, computers.workstations, people);
  const clients = makeClients(org, devices, people);
  const pki = makePublicKeyInfrastructure(org, clients);
  return { people, computers, devices, clients, pki, pilot: choosePilot(org, people), keys: helloKeys(clients) };
}

const directoryFiles = (org, world) => [
  ['directory/rootdse.ldif', ldapsearchRootDse(rootDseAttributes(org))],
  ['directory/configuration.ldif', ldifdeFile(configurationEntries(org, world.pki))],
  ['directory/domain.ldif', ldifdeFile(domainEntries(org, world))],
  ['directory/devices.ldif', ldifdeFile(registeredDeviceEntries(org, world.devices))],
];

/** The last domain controller's certificate was exported as Base64, the others in binary form: both occur. Somebody sent the one they sign in with. */
function certificateFiles(org, world) {
  const { pki } = world;
  const { root, issuing } = org.pki;
  const controllers = org.controllers.map(({ name }, index) => {
    const der = pki.controllers[name];
    return [`certificates/${hostOf(org, name)}.cer`, index === org.controllers.length - 1 ? asPem(der) : der];
  });
  const [tried] = world.clients.filter(({ signIn }) => signIn);
  return [
    ...controllers,
    ...(tried ? [[`certificates/${tried.user.login}.cer`, pki.signIn[tried.device.name]]] : []),
    [`certificates/${root.file}.crt`, pki.root],
    [`certificates/crl/${root.name}.crl`, pki.lists[root.name].web],
    ...issuing.flatMap((ca) => [
      [`certificates/${ca.file}.crt`, pki.issuing[ca.name]],
      [`certificates/crl/${ca.name}.crl`, pki.lists[ca.name].web],
      ...(ca.delta ? [[`certificates/crl/${ca.name}+.crl`, pki.lists[ca.name].delta]] : []),
    ]),
  ];
}

const federationFiles = (org, { pki }) => [
  ['adfs/openid-configuration.json', JSON.stringify(openIdConfiguration(org))],
  ['adfs/FederationMetadata.xml', federationMetadata(org, pki)],
];

function graphFiles(org, world) {
  const answers = {
    ...directoryAnswers(org, world),
    ...policyAnswers(org),
    ...reportAnswers(org, world),
    ...applicationAnswers(org),
    ...intuneAnswers(org, world),
  };
  return Object.entries(answers).map(([name, answer]) => [`graph/${name}`, `${JSON.stringify(answer, null, 2)}\n`]);
}

/** The evidence of an organisation: paths and contents. `more` writes what only one organisation has. */
export function evidenceFiles(org, more = () => []) {
  const world = makeWorld(org);
  return [
    ...directoryFiles(org, world),
    ...sysvolFiles(org),
    ...certificateFiles(org, world),
    ...federationFiles(org, world),
    ...world.clients.filter(({ file }) => file).map((client) => [`clients/${client.file}`, clientFile(org, client)]),
    ...graphFiles(org, world),
    ...collectorFiles(org, world),
    ...more(org, world),
  ];
}
