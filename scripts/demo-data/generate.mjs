/**
 * Writes the demo engagement: `node scripts/demo-data/generate.mjs [folder]`. See README.md beside this file.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientFile, makeClients } from './clients.mjs';
import { makeComputers } from './computers.mjs';
import { makeDevices } from './devices.mjs';
import { configurationEntries } from './directory-configuration.mjs';
import { registeredDeviceEntries } from './directory-devices.mjs';
import { domainEntries, rootDseAttributes } from './directory-domain.mjs';
import { federationMetadata } from './federation-metadata.mjs';
import { metadataExchange, openIdConfiguration } from './federation-service.mjs';
import { graphResponses } from './graph.mjs';
import { policies, versionNumber } from './group-policy.mjs';
import { keyCredentialLink } from './key-credential.mjs';
import { ldapsearchRootDse, ldifdeFile } from './ldif.mjs';
import { domain, tenant } from './organisation.mjs';
import { choosePilot, makePeople } from './people.mjs';
import { issuingCa, makePublicKeyInfrastructure, rootCa } from './public-key-infrastructure.mjs';
import { registryPol } from './registry-pol.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, '../../assets/demo/contoso');

function save(path, content) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Keys of those who set up Hello, as synchronisation wrote them to the person's object. */
function helloKeys(clients) {
  const provisioned = clients.filter(({ key }) => key);
  return new Map(
    provisioned.map(({ user, device, provisioned: created }) => [
      user,
      [keyCredentialLink({ owner: user.dn, deviceId: device.deviceId, created })],
    ]),
  );
}

function saveDirectory(world) {
  save('directory/rootdse.ldif', ldapsearchRootDse(rootDseAttributes()));
  save('directory/configuration.ldif', ldifdeFile(configurationEntries(world.pki)));
  save('directory/domain.ldif', ldifdeFile(domainEntries(world)));
  save('directory/devices.ldif', ldifdeFile(registeredDeviceEntries(world.devices)));
}

/** An administrative template as old as Windows Server 2019: it knows certificate trust, not cloud Kerberos trust. */
const passportTemplate = `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces><target prefix="passport" namespace="Microsoft.Policies.MicrosoftPassportForWork" /></policyNamespaces>
  <policies>
    <policy name="MSPassport_UsePassportForWork" class="Both" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="Enabled" />
    <policy name="MSPassport_RequireSecurityDevice" class="Both" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="RequireSecurityDevice" />
    <policy name="MSPassport_UseCertificateForOnPremAuth" class="Both" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="UseCertificateForOnPremAuth" />
  </policies>
</policyDefinitions>
`;
const passportLanguage = `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Windows Hello for Business</displayName>
</policyDefinitionResources>
`;

/** Group policy preferences that tell workstations their tenant before the connection point does. */
const registryPreferences = `<?xml version="1.0" encoding="utf-8"?>
<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">
${[
  ['TenantId', tenant.id],
  ['TenantName', domain.dns],
]
  .map(
    ([name, value]) =>
      `  <Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="${name}" status="${name}" image="7"><Properties action="U" displayDecimal="0" default="0" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD" name="${name}" type="REG_SZ" value="${value}"/></Registry>`,
  )
  .join('\n')}
</RegistrySettings>
`;

/** The files Windows makes for policies at installation have other capitals than later ones. */
function saveSysvol() {
  for (const policy of policies) {
    const folder = `sysvol/${domain.dns}/Policies/{${policy.guid}}`;
    const [machine, user] = policy.name.startsWith('Default') ? ['MACHINE', 'USER'] : ['Machine', 'User'];
    save(`${folder}/gpt.ini`, `[General]\r\nVersion=${versionNumber(policy)}\r\n`);
    if (policy.machine) save(`${folder}/${machine}/registry.pol`, registryPol(policy.machine));
    if (policy.user) save(`${folder}/${user}/registry.pol`, registryPol(policy.user));
    if (policy.name === 'Workstation Baseline')
      save(`${folder}/${machine}/Preferences/Registry/Registry.xml`, registryPreferences);
  }
  const store = `sysvol/${domain.dns}/Policies/PolicyDefinitions`;
  save(`${store}/Passport.admx`, passportTemplate);
  save(`${store}/en-US/Passport.adml`, passportLanguage);
  save(`${store}/de-DE/Passport.adml`, passportLanguage);
}

function asPem(der) {
  const body = der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\r\n');
  return `-----BEGIN CERTIFICATE-----\r\n${body}\r\n-----END CERTIFICATE-----\r\n`;
}

/** Two domain controllers were exported in binary form, the third as Base64: both occur. */
function saveCertificates({ root, issuing, controllers, lists }) {
  save('certificates/dc01.contoso.com.cer', controllers.DC01);
  save('certificates/dc02.contoso.com.cer', controllers.DC02);
  save('certificates/dc03.contoso.com.cer', asPem(controllers.DC03));
  save(`certificates/${rootCa.file}.crt`, root);
  save(`certificates/${issuingCa.file}.crt`, issuing);
  save(`certificates/crl/${rootCa.name}.crl`, lists.root);
  save(`certificates/crl/${issuingCa.name}.crl`, lists.issuing);
  save(`certificates/crl/${issuingCa.name}+.crl`, lists.issuingDelta);
}

function saveFederation(pki) {
  save('adfs/openid-configuration.json', JSON.stringify(openIdConfiguration));
  save('adfs/FederationMetadata.xml', federationMetadata(pki));
  save('adfs/mex.xml', metadataExchange());
}

const people = makePeople();
const computers = makeComputers();
const devices = makeDevices(computers.workstations, people);
const clients = makeClients(devices, people);
const pki = makePublicKeyInfrastructure();

for (const part of ['directory', 'sysvol', 'certificates', 'adfs', 'clients', 'graph']) {
  rmSync(join(target, part), { recursive: true, force: true });
}
saveDirectory({ pki, people, computers, devices, pilot: choosePilot(people), keys: helloKeys(clients) });
saveSysvol();
saveCertificates(pki);
saveFederation(pki);
for (const client of clients) save(`clients/${client.file}`, clientFile(client));
for (const [name, response] of Object.entries(graphResponses(pki, devices, people))) {
  save(`graph/${name}`, `${JSON.stringify(response, null, 4)}\n`);
}
pki.close();
