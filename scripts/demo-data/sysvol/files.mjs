import { versionNumber } from '../directory/group-policy.mjs';
import { registryPol } from '../formats/registry-pol.mjs';

const policy = (name) =>
  `    <policy name="MSPassport_${name === 'Enabled' ? 'UsePassportForWork' : name}" class="Both" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="${name}" />`;

/** The administrative template of Hello with the settings a release of it knows. */
const passportTemplate = (names) => `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces><target prefix="passport" namespace="Microsoft.Policies.MicrosoftPassportForWork" /></policyNamespaces>
  <policies>
${names.map(policy).join('\n')}
  </policies>
</policyDefinitions>
`;
const passportLanguage = `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Windows Hello for Business</displayName>
</policyDefinitionResources>
`;

/** Group policy preferences that tell workstations their tenant before the connection point does. */
const registryPreferences = ({ domain, tenant }) => `<?xml version="1.0" encoding="utf-8"?>
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
function policyFiles(org, one) {
  const folder = `sysvol/${org.domain.dns}/Policies/{${one.guid}}`;
  const [machine, user] = one.name.startsWith('Default') ? ['MACHINE', 'USER'] : ['Machine', 'User'];
  return [
    [`${folder}/gpt.ini`, `[General]\r\nVersion=${versionNumber(one)}\r\n`],
    one.machine && [`${folder}/${machine}/registry.pol`, registryPol(one.machine)],
    one.user && [`${folder}/${user}/registry.pol`, registryPol(one.user)],
    one.namesTenant && [`${folder}/${machine}/Preferences/Registry/Registry.xml`, registryPreferences(org)],
  ].filter(Boolean);
}

/** Files of the SYSVOL share by path: every policy, and the central store with the template of Hello. */
export function sysvolFiles(org) {
  const store = `sysvol/${org.domain.dns}/Policies/PolicyDefinitions`;
  return [
    ...org.policies.flatMap((one) => policyFiles(org, one)),
    [`${store}/Passport.admx`, passportTemplate(org.centralStore.settings)],
    ...org.centralStore.languages.map((language) => [`${store}/${language}/Passport.adml`, passportLanguage]),
  ];
}
