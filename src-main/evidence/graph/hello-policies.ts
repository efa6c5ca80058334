import type { IntuneHelloPolicy } from '../../../src-shared/model/evidence/intune';
import { guidFromText } from '../guid';
import { isObject, type JsonObject, objectOf, objectsOf, property, stringOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { assignmentsOf } from './assignments';
import { required, shown } from './objects';
import { graphTopic } from './topic';

/**
 * Settings of Hello and of the trust model in Intune, whichever way they were made: settings catalogue (the tenant in an id of a setting is the literal text
 * `{tenantid}`), identity protection profile, OMA-URI, or security baseline. Policies without such a setting are left out.
 * https://learn.microsoft.com/windows/client-management/mdm/passportforwork-csp
 */
export const helloPolicies = graphTopic({
  kind: 'intune.hello-policies',
  lists: ['configuration-policies', 'device-configurations', 'intents'],
  read({ items }) {
    const policies = [
      ...items('configuration-policies').flatMap(catalogPolicy),
      ...items('device-configurations').flatMap(deviceConfiguration),
      ...items('intents').flatMap(intent),
    ];
    return { data: { policies }, facts: policies.length };
  },
});

type Content = Pick<IntuneHelloPolicy, 'kind' | 'settings'> & { readonly tenantId?: string };

function policyOf(item: JsonObject, { kind, settings, tenantId }: Content): readonly IntuneHelloPolicy[] {
  if (Object.keys(settings).length === 0) return [];
  return [
    {
      id: required(item, 'id').toLowerCase(),
      displayName: shown(item, 'displayName') ?? shown(item, 'name') ?? '',
      kind,
      settings,
      ...present({ tenantId }),
      ...assignmentsOf(item),
    },
  ];
}

/** `…_passportforwork_{tenantid}_policies_usepassportforwork` → `usepassportforwork` */
const definition =
  /_vendor_msft_(?:passportforwork_(?:\{tenantid\}|[0-9a-f-]{36})_(?:policies_)?|policy_config_authentication_(?=configurewebsigninallowedurls$))(\w{1,100})$/iu;

function catalogPolicy(policy: JsonObject): readonly IntuneHelloPolicy[] {
  if (!Array.isArray(property(policy, 'settings')))
    throw new Error('The policies were saved without their settings; request them with $expand=settings,assignments');
  const settings = objectsOf(policy, 'settings').flatMap((setting) => instanceSettings(setting, 0));
  return policyOf(policy, { kind: 'settings-catalog', settings: Object.fromEntries(settings) });
}

/** Settings nest: groups hold children, a choice holds what it makes possible. */
const deepest = 8;

function instanceSettings(node: JsonObject, depth: number): readonly (readonly [string, string])[] {
  if (depth > deepest) return [];
  const instance = objectOf(node, 'settingInstance');
  const own = 'settingDefinitionId' in instance ? instance : node;
  const id = stringOf(own, 'settingDefinitionId') ?? '';
  const choice = objectOf(own, 'choiceSettingValue');
  const name = definition.exec(id)?.[1]?.toLowerCase();
  const value = catalogValue(own, id);
  const found = name === undefined || value === undefined ? [] : [[name, printable(value, 2000)] as const];
  const children = [
    ...objectsOf(choice, 'children'),
    ...objectsOf(own, 'groupSettingCollectionValue').flatMap((group) => objectsOf(group, 'children')),
    ...objectsOf(objectOf(own, 'groupSettingValue'), 'children'),
  ];
  return [...found, ...children.flatMap((child) => instanceSettings(child, depth + 1))];
}

/** The chosen option without the id of its setting (`true`), or the text or number that was entered; several are joined by semicolons. */
function catalogValue(instance: JsonObject, id: string): string | undefined {
  const option = stringOf(objectOf(instance, 'choiceSettingValue'), 'value');
  if (option !== undefined) return option.slice(id.length).replace(/^_/u, '').toLowerCase();
  const list = objectsOf(instance, 'simpleSettingCollectionValue').map((entry) => textOf(property(entry, 'value')));
  if (list.length > 0) return list.join(';');
  const simple = property(instance, 'simpleSettingValue');
  return isObject(simple) ? textOf(property(simple, 'value')) : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function deviceConfiguration(item: JsonObject): readonly IntuneHelloPolicy[] {
  switch (stringOf(item, '@odata.type')) {
    case '#microsoft.graph.windowsIdentityProtectionConfiguration':
      return policyOf(item, { kind: 'identity-protection', settings: identitySettings(Object.entries(item)) });
    case '#microsoft.graph.windows10CustomConfiguration':
      return policyOf(item, { kind: 'custom-oma-uri', ...omaSettings(objectsOf(item, 'omaSettings')) });
    default:
      return [];
  }
}

/** Properties of an identity protection profile; baselines name their settings after them. */
const identityProperties: Readonly<Record<string, string>> = {
  windowsHelloForBusinessBlocked: 'usepassportforwork',
  useCertificatesForOnPremisesAuthEnabled: 'usecertificateforonpremauth',
  securityDeviceRequired: 'requiresecuritydevice',
  pinRecoveryEnabled: 'enablepinrecovery',
};

/** The first property says the opposite of the setting it makes. */
function identitySettings(properties: readonly (readonly [string, unknown])[]): Readonly<Record<string, string>> {
  const settings = properties.flatMap(([property, value]) => {
    const name = Object.hasOwn(identityProperties, property) ? identityProperties[property] : undefined;
    if (name === undefined || typeof value !== 'boolean') return [];
    return [[name, String(property === 'windowsHelloForBusinessBlocked' ? !value : value)]];
  });
  return Object.fromEntries(settings);
}

/** `./Device/Vendor/MSFT/PassportForWork/{TenantId}/Policies/UsePassportForWork` */
const helloAddress = /\/Vendor\/MSFT\/PassportForWork\/([^/]{1,64})\/Policies\/(?:[^/]{1,64}\/)?(\w{1,100})$/iu;
const signInAddress = /\/Vendor\/MSFT\/Policy\/Config\/Authentication\/(ConfigureWebSignInAllowedUrls)$/iu;

function omaSettings(entries: readonly JsonObject[]): Omit<Content, 'kind'> {
  const found = entries.flatMap((entry) => {
    const address = stringOf(entry, 'omaUri')?.trim() ?? '';
    const hello = helloAddress.exec(address);
    const name = hello?.[2] ?? signInAddress.exec(address)?.[1];
    if (name === undefined) return [];
    return [
      {
        name: name.toLowerCase(),
        value: printable(textOf(property(entry, 'value')), 2000).toLowerCase(),
        tenant: hello?.[1],
      },
    ];
  });
  const tenantId = found.flatMap(({ tenant }) => guidFromText(tenant ?? '') ?? []).at(0);
  return {
    settings: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    ...present({ tenantId }),
  };
}

/** `deviceConfiguration--windowsIdentityProtectionConfiguration_securityDeviceRequired` */
const baselineSetting = /windowsIdentityProtectionConfiguration_(\w{1,100})$/u;

function intent(item: JsonObject): readonly IntuneHelloPolicy[] {
  if (!Array.isArray(property(item, 'settings')))
    throw new Error('The baselines were saved without their settings, which a live reading asks for one by one');
  const settings = objectsOf(item, 'settings').flatMap((setting) => {
    const name = baselineSetting.exec(stringOf(setting, 'definitionId') ?? '')?.[1];
    const value = stringOf(setting, 'valueJson') ?? textOf(property(setting, 'value'));
    return name === undefined || !/^(?:true|false)$/u.test(value) ? [] : [[name, value === 'true'] as const];
  });
  return policyOf(item, { kind: 'intent', settings: identitySettings(settings) });
}
