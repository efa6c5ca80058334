import type { AnswerKey } from '../answer-key';
import {
  autoEnrollment,
  braced,
  hello,
  labPolicies,
  link,
  type Policy,
  policyContainer,
  policyDn,
  policyFiles,
  version,
  workplaceJoin,
} from '../build/content/group-policy';
import type { PolicySetting } from '../build/content/registry-pol';
import { siteDn } from '../build/content/sites';
import { domain, groups, policies, sites, tenantId, units } from '../facts';
import type { DirectoryChange } from '../lab';
import type { Variant } from './variant';

const system = 'SOFTWARE\\Policies\\Microsoft\\Windows\\System';
const join = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ';
const applyRight = 'edacfd8f-ffb3-11d1-b41d-00a0c968f939';

function labPolicy(guid: string): Policy {
  const found = labPolicies.find((policy) => policy.guid === guid);
  if (!found) throw new Error(`No policy ${guid}`);
  return found;
}

const certificateTrust = labPolicy(policies.certificateTrust);
const controllerEnrolment = labPolicy(policies.domainControllerEnrolment);

/** Files of the policy with other settings, and the version that goes with them in the directory. */
function edited(policy: Policy): Pick<Variant, 'changes' | 'files'> {
  return {
    changes: [{ dn: policyDn(policy.guid), replace: { versionNumber: [String(version(policy))] } }],
    files: policyFiles(policy),
  };
}

/** The settings of one half with some values changed, added or, when undefined, taken out. */
function changed(
  before: readonly PolicySetting[],
  key: string,
  values: Readonly<Record<string, PolicySetting['value'] | undefined>>,
): readonly PolicySetting[] {
  const kept = before.filter((setting) => setting.key !== key || !(setting.name in values));
  const added = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ key, name, value }]));
  return [...kept, ...added];
}

/** The policy of the pilot with other values of one key in the computer half. */
const machine = (
  name: string,
  key: string,
  values: Readonly<Record<string, PolicySetting['value'] | undefined>>,
  answers: AnswerKey,
): Variant => ({
  name,
  ...edited({ ...certificateTrust, machine: changed(certificateTrust.machine, key, values) }),
  answers,
});

const user = (name: string, settings: readonly PolicySetting[], answers: AnswerKey): Variant => ({
  name,
  ...edited({ ...certificateTrust, user: settings }),
  answers,
});

const enrolment = (value: number): readonly PolicySetting[] => [{ key: autoEnrollment, name: 'AEPolicy', value }];

/** Values of single settings (POL-002 to POL-020, PKI-016, DEV-023). */
export const settingVariants: readonly Variant[] = [
  machine('Hello switched off', hello, { Enabled: 0 }, { 'POL-002': 'fail', 'POL-007': 'fail' }),
  machine('no certificate trust', hello, { UseCertificateForOnPremAuth: undefined }, { 'POL-003': 'fail' }),
  machine('certificate trust switched off', hello, { UseCertificateForOnPremAuth: 0 }, { 'POL-003': 'fail' }),
  machine('cloud trust as well', hello, { UseCloudTrustForOnPremAuth: 1 }, { 'POL-005': 'warning' }),
  machine(
    'cloud trust instead',
    hello,
    { UseCertificateForOnPremAuth: undefined, UseCloudTrustForOnPremAuth: 1 },
    { 'POL-003': 'fail', 'POL-005': 'fail' },
  ),
  machine('keys without a TPM', hello, { RequireSecurityDevice: undefined }, { 'POL-006': 'warning' }),
  machine('keys in a TPM 1.2', `${hello}\\ExcludeSecurityDevices`, { TPM12: undefined }, { 'POL-006': 'warning' }),
  machine('no provisioning after sign-in', hello, { DisablePostLogonProvisioning: 1 }, { 'POL-013': 'warning' }),
  machine('a short PIN', `${hello}\\PINComplexity`, { MinimumPINLength: 4 }, { 'POL-017': 'warning' }),
  machine('a PIN that expires', `${hello}\\PINComplexity`, { Expiration: 90 }, { 'POL-017': 'warning' }),
  machine(
    'a PIN that cannot be chosen',
    `${hello}\\PINComplexity`,
    { MinimumPINLength: 12, MaximumPINLength: 8 },
    { 'POL-017': 'fail' },
  ),
  machine('a convenience PIN', system, { AllowDomainPINLogon: 1 }, { 'POL-018': 'warning' }),
  machine('devices that may not join', workplaceJoin, { autoWorkplaceJoin: 0 }, { 'DEV-023': 'fail' }),
  machine('fallback to joining by synchronisation', join, { FallbackToSyncJoin: 1 }, { 'DEV-023': 'warning' }),
  user('auto-enrolment switched off', enrolment(0x8000), { 'POL-004': 'fail' }),
  user('auto-enrolment in part', enrolment(1), { 'POL-004': 'warning' }),
  user('no auto-enrolment', [], { 'POL-004': 'fail' }),
  user('Hello switched off for users', [...enrolment(7), { key: hello, name: 'Enabled', value: 0 }], {
    'POL-002': 'fail',
    'POL-007': 'fail',
    'POL-008': 'fail',
  }),
  user('Hello switched on for users too', [...enrolment(7), { key: hello, name: 'Enabled', value: 1 }], {}),
  {
    name: 'domain controllers that do not enrol',
    ...edited({ ...controllerEnrolment, machine: enrolment(0x8000) }),
    answers: { 'PKI-016': 'fail' },
  },
  {
    name: 'domain controllers that do not renew',
    ...edited({ ...controllerEnrolment, machine: enrolment(1) }),
    answers: { 'PKI-016': 'warning' },
  },
  {
    name: 'domain controllers without a policy for enrolment',
    changes: [unlinked(`OU=Domain Controllers,${domain.baseDn}`)],
    answers: { 'PKI-016': 'warning' },
  },
];

function linked(dn: string, ...links: readonly string[]): DirectoryChange {
  return { dn, replace: { gPLink: [links.join('')] } };
}

function unlinked(dn: string): DirectoryChange {
  return { dn, replace: { gPLink: [] } };
}

/** What is left to say when no policy about Hello reaches the pilot computers; users still have theirs. */
const notReached: AnswerKey = {
  'DEV-023': 'unknown: not-collected',
  'POL-001': 'fail',
  'POL-002': 'fail',
  'POL-003': 'fail',
  'POL-006': 'warning',
  'POL-007': 'fail',
};

/** The same when it cannot be told whether one reaches it. */
const notKnown: AnswerKey = Object.fromEntries(
  ['DEV-023', 'POL-001', 'POL-002', 'POL-003', 'POL-006', 'POL-007'].map((id) => [id, 'unknown: not-collected']),
);

/** The same when the policy is not visible to the account that read. */
const hidden: AnswerKey = Object.fromEntries(
  [...Object.keys(notKnown), 'POL-004'].map((id) => [id, 'unknown: access-denied']),
);

const usualAccess = [
  `(A;CI;GA;;;${domain.sid}-512)`,
  `(A;CI;GA;;;${domain.sid}-519)`,
  '(A;CI;GA;;;SY)',
  '(A;CI;RPLCLORC;;;ED)',
];
const readBy = (sid: string) => `(A;CI;RPLCLORC;;;${sid})`;
const appliedTo = (sid: string) => `(OA;CI;CR;${applyRight};;${sid})`;

/** Who may read and apply the policy of the pilot. */
const access = (...entries: readonly string[]): DirectoryChange => ({
  dn: policyDn(policies.certificateTrust),
  replace: {
    nTSecurityDescriptor: [{ sddl: `O:${domain.sid}-512G:SYD:P${entries.join('')}${usualAccess.join('')}` }],
  },
});

const filterDn = `CN={7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01},CN=SOM,CN=WMIPolicy,CN=System,${domain.baseDn}`;
const domainComputers = `${domain.sid}-515`;
const closer: Policy = {
  guid: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e10',
  displayName: 'Ausnahme "Größe", 2+3',
  machine: [{ key: hello, name: 'Enabled', value: 0 }],
  user: [],
  linkedTo: [],
};

/** Links, inheritance and filters (POL-007). */
export const filterVariants: readonly Variant[] = [
  {
    name: 'a disabled link',
    changes: [linked(units.pilotComputers, link(policies.certificateTrust, 1))],
    answers: notReached,
  },
  {
    name: 'inheritance that is blocked',
    changes: [
      unlinked(units.pilotComputers),
      linked(units.workstations, link(policies.certificateTrust)),
      { dn: units.pilotComputers, replace: { gPOptions: ['1'] } },
    ],
    answers: notReached,
  },
  {
    name: 'an enforced link above blocked inheritance',
    changes: [
      unlinked(units.pilotComputers),
      linked(units.workstations, link(policies.certificateTrust, 2)),
      { dn: units.pilotComputers, replace: { gPOptions: ['1'] } },
    ],
    answers: {},
  },
  {
    name: 'a policy of higher precedence at the same unit that says otherwise',
    changes: [
      ...policyContainer(closer),
      linked(units.pilotComputers, link(policies.certificateTrust), link(closer.guid)),
    ],
    files: policyFiles(closer),
    answers: { 'POL-002': 'fail', 'POL-007': 'fail' },
  },
  {
    name: 'a policy of lower precedence at the same unit that says otherwise',
    changes: [
      ...policyContainer(closer),
      linked(units.pilotComputers, link(closer.guid), link(policies.certificateTrust)),
    ],
    files: policyFiles(closer),
    answers: {},
  },
  {
    name: 'a policy further away that says otherwise',
    changes: [...policyContainer(closer), linked(units.workstations, link(closer.guid))],
    files: policyFiles(closer),
    answers: {},
  },
  {
    name: 'an enforced policy further away that says otherwise',
    changes: [...policyContainer(closer), linked(units.workstations, link(closer.guid, 2))],
    files: policyFiles(closer),
    answers: { 'POL-002': 'fail', 'POL-007': 'fail' },
  },
  {
    name: 'the computer half switched off',
    changes: [{ dn: policyDn(policies.certificateTrust), replace: { flags: ['2'] } }],
    answers: notReached,
  },
  {
    name: 'the user half switched off',
    changes: [{ dn: policyDn(policies.certificateTrust), replace: { flags: ['1'] } }],
    answers: { 'POL-004': 'fail' },
  },
  {
    name: 'applied to every computer and the pilot group',
    changes: [access(readBy('AU'), appliedTo(domainComputers), appliedTo(groups.whfbUsers.sid))],
    answers: {},
  },
  {
    name: 'applied to the pilot users only',
    // Computers may be members of that group: the evidence does not hold their groups.
    changes: [access(readBy('AU'), appliedTo(groups.whfbUsers.sid))],
    answers: notKnown,
  },
  {
    name: 'read by the pilot users only',
    changes: [access(readBy(groups.whfbUsers.sid), appliedTo(groups.whfbUsers.sid), appliedTo(domainComputers))],
    answers: hidden,
  },
  {
    name: 'denied to computers',
    // A user can be in Domain Computers, too: the evidence does not hold all groups of all users.
    changes: [access(`(OD;CI;CR;${applyRight};;${domainComputers})`, readBy('AU'), appliedTo('AU'))],
    answers: { ...notReached, 'POL-004': 'unknown: not-collected' },
  },
  {
    name: 'a WMI filter',
    changes: [
      {
        dn: filterDn,
        add: {
          objectClass: ['msWMI-Som'],
          'msWMI-ID': ['{7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01}'],
          'msWMI-Name': ['Nur Notebooks'],
          'msWMI-Parm2': [`1;3;10;61;WQL;root\\CIMv2;SELECT * FROM Win32_ComputerSystem WHERE PCSystemType = 2;`],
        },
      },
      {
        dn: policyDn(policies.certificateTrust),
        replace: { gPCWQLFilter: [`[${domain.dnsName};{7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01};0]`] },
      },
    ],
    answers: { ...notKnown, 'POL-004': 'unknown: not-collected' },
  },
  {
    name: 'a link at a site only',
    changes: [unlinked(units.pilotComputers), linked(siteDn(sites.hamburg.name), link(policies.certificateTrust))],
    answers: notKnown,
  },
  {
    name: 'a policy that is hidden',
    changes: [
      {
        dn: policyDn(policies.certificateTrust),
        replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] },
      },
    ],
    answers: hidden,
  },
];

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
    answers: { 'FED-026': 'unknown: not-collected', 'PKI-030': 'unknown: not-collected', 'POL-016': 'fail' },
  },
  {
    name: 'universal',
    changes: [{ dn: groups.whfbUsers.dn, replace: { groupType: ['-2147483640'] } }],
    answers: {},
  },
];
