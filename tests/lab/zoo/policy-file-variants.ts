import type { AnswerKey } from '../answer-key';
import { braced, policyDn } from '../build/content/group-policy';
import { groups, policies, tenantId } from '../facts';
import type { Variant } from './variant';

const preferences = (values: Readonly<Record<string, string>>): string => {
  const item = ([name, value]: readonly [string, string]) =>
    `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="${name}" status="${name}" image="5" changed="2026-10-01 08:00:00" uid="{5A3F0D5C-9B01-4C1E-8D5D-7B1C0DE411AA}"><Properties action="U" displayDecimal="0" default="0" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD" name="${name}" type="REG_SZ" value="${value}"/></Registry>`;
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">${Object.entries(values).map(item).join('')}</RegistrySettings>`;
};

const joinPreferences = (name: string, values: Readonly<Record<string, string>>, answers: AnswerKey): Variant => ({
  name,
  changes: [
    {
      dn: policyDn(policies.certificateTrust),
      replace: {
        gPCMachineExtensionNames: [
          '[{00000000-0000-0000-0000-000000000000}{BEE07A6A-EC9F-4659-B8C9-0B1937907C83}][{35378EAC-683F-11D2-A89A-00C04FBBCFA2}{D02B1F72-3407-48AE-BA88-E8213C6761F1}][{B087BE9D-ED37-454F-AF9C-04291E351182}{BEE07A6A-EC9F-4659-B8C9-0B1937907C83}]',
        ],
      },
    },
  ],
  files: { [`${braced(policies.certificateTrust)}/Machine/Preferences/Registry/Registry.xml`]: preferences(values) },
  answers,
});

const admx = (...values: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<policyDefinitions revision="1.0" schemaVersion="1.0"><policyNamespaces><target prefix="passport" namespace="Microsoft.Policies.MicrosoftPassport"/></policyNamespaces><resources minRequiredRevision="1.0"/><policies>${values
    .map(
      (value) =>
        `<policy name="MSPassport_${value}" class="Both" displayName="$(string.MSPassport_${value})" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="${value}"/>`,
    )
    .join('')}</policies></policyDefinitions>\n`;
const adml =
  '<?xml version="1.0" encoding="utf-8"?>\n<policyDefinitionResources revision="1.0" schemaVersion="1.0"><resources/></policyDefinitionResources>\n';
const store = (name: string, content: string) => ({ [`PolicyDefinitions/${name}`]: content });

const trustFolder = braced(policies.certificateTrust);

/** Preferences, the central store, and files that do not fit the directory (DEV-004, POL-014, POL-015). */
export const policyFileVariants: readonly Variant[] = [
  joinPreferences('the right tenant in preferences', { TenantId: tenantId, TenantName: 'contoso.com' }, {}),
  joinPreferences(
    'another tenant in preferences',
    { TenantId: '00000000-1111-4222-8333-444444444444', TenantName: 'contoso.com' },
    { 'DEV-004': 'fail' },
  ),
  joinPreferences('half a tenant in preferences', { TenantId: tenantId }, { 'DEV-004': 'fail' }),
  {
    name: 'a central store with current definitions',
    files: {
      ...store('Passport.admx', admx('Enabled', 'UseCertificateForOnPremAuth', 'UseCloudTrustForOnPremAuth')),
      ...store('en-US/Passport.adml', adml),
    },
    answers: { 'POL-014': 'pass' },
  },
  {
    name: 'a central store with old definitions',
    files: {
      ...store('Passport.admx', admx('Enabled')),
      ...store('de-DE/Passport.adml', adml),
    },
    answers: { 'POL-014': 'warning' },
  },
  {
    name: 'a central store without definitions for Hello',
    files: { ...store('inetres.admx', admx('Other')), ...store('en-US/inetres.adml', adml) },
    answers: { 'POL-014': 'warning' },
  },
  {
    name: 'files behind the directory',
    files: { [`${trustFolder}/GPT.INI`]: '[General]\r\nVersion=1\r\n' },
    answers: { 'POL-015': 'warning' },
    blames: { 'POL-015': ['“WHFB - Certificate trust”'] },
  },
  {
    name: 'no GPT.INI',
    files: { [`${trustFolder}/GPT.INI`]: undefined },
    answers: { 'POL-015': 'fail' },
    blames: { 'POL-015': ['“WHFB - Certificate trust”'] },
  },
];

/** The pilot group (POL-016). */
export const pilotGroupVariants: readonly Variant[] = [
  {
    name: 'a distribution group',
    changes: [{ dn: groups.whfbUsers.dn, replace: { groupType: ['2'] } }],
    // It gives nobody a right, and what it is a member of was not read.
    answers: {
      ...Object.fromEntries(['FED-026', 'PKI-030', 'RA-005'].map((id) => [id, 'unknown: not-collected'])),
      'POL-016': 'fail',
    },
  },
  {
    name: 'universal',
    changes: [{ dn: groups.whfbUsers.dn, replace: { groupType: ['-2147483640'] } }],
    answers: {},
  },
];
