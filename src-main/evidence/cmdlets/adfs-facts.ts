import type { EvidenceDataByKind, EvidenceKind } from '../../../src-shared/model/evidence';
import type { PropertyBag } from '../powershell/property-bag';
import { bagsOf, numberOf, textOf } from '../powershell/property-bag';
import {
  type AdfsCmdlet,
  adfsApplicationPermission,
  adfsAuthenticationPolicy,
  adfsAuthenticationProvider,
  adfsCertificate,
  adfsCertificateAuthority,
  adfsDeviceRegistration,
  adfsEndpoint,
  adfsEntraTrust,
  adfsFarmInformation,
  adfsProperties,
} from './adfs-cmdlets';

/** A kind of evidence with its data. */
export type Fact<K extends EvidenceKind = EvidenceKind> = {
  readonly [Kind in K]: {
    readonly kind: Kind;
    readonly data: EvidenceDataByKind[Kind];
    readonly facts: number;
    /** Sentence: rows that could not be read, so that nothing can be said to be missing. */
    readonly incomplete?: string;
  };
}[K];

/** Objects by the cmdlet they came from; a cmdlet that was run and gave nothing has an empty list. */
export type CmdletOutput = ReadonlyMap<AdfsCmdlet, readonly PropertyBag[]>;

export const adfsFactKinds = [
  'adfs.farm-information',
  'adfs.properties',
  'adfs.authentication-policy',
  'adfs.authentication-providers',
  'adfs.device-registration-settings',
  'adfs.endpoint-settings',
  'adfs.certificate-authority',
  'adfs.certificates',
  'adfs.entra-trust',
  'adfs.application-permissions',
] as const satisfies readonly EvidenceKind[];

/** The cmdlet each kind comes from. */
export const cmdletOfKind: Readonly<Record<(typeof adfsFactKinds)[number], AdfsCmdlet>> = {
  'adfs.farm-information': 'Get-AdfsFarmInformation',
  'adfs.properties': 'Get-AdfsProperties',
  'adfs.authentication-policy': 'Get-AdfsGlobalAuthenticationPolicy',
  'adfs.authentication-providers': 'Get-AdfsAuthenticationProvider',
  'adfs.device-registration-settings': 'Get-AdfsDeviceRegistration',
  'adfs.endpoint-settings': 'Get-AdfsEndpoint',
  'adfs.certificate-authority': 'Get-AdfsCertificateAuthority',
  'adfs.certificates': 'Get-AdfsCertificate',
  'adfs.entra-trust': 'Get-AdfsRelyingPartyTrust',
  'adfs.application-permissions': 'Get-AdfsApplicationPermission',
};

/** Stands for the farm when nothing says its name. */
export const unnamedFarm = 'AD FS farm';

/** What the farm-wide cmdlets say, one fact a kind; a cmdlet that was not run gives none. */
export function adfsFacts(output: CmdletOutput): readonly Fact<(typeof adfsFactKinds)[number]>[] {
  const all = (cmdlet: AdfsCmdlet): readonly PropertyBag[] | undefined => output.get(cmdlet);
  const first = (cmdlet: AdfsCmdlet): PropertyBag | undefined => all(cmdlet)?.[0];
  const farm = first('Get-AdfsFarmInformation');
  const properties = first('Get-AdfsProperties');
  const propertyFacts = properties === undefined ? undefined : adfsProperties(properties);
  const policy = first('Get-AdfsGlobalAuthenticationPolicy');
  const additionalRules = all('Get-AdfsAdditionalAuthenticationRule');
  const providers = rowsOf(all('Get-AdfsAuthenticationProvider'), adfsAuthenticationProvider);
  const registration = first('Get-AdfsDeviceRegistration');
  const endpoints = rowsOf(all('Get-AdfsEndpoint'), adfsEndpoint);
  const authority = first('Get-AdfsCertificateAuthority');
  const certificates = rowsOf(all('Get-AdfsCertificate'), adfsCertificate);
  const bindings = all('Get-AdfsSslCertificate');
  const trusts = all('Get-AdfsRelyingPartyTrust');
  const permissions = rowsOf(all('Get-AdfsApplicationPermission'), adfsApplicationPermission);
  const scopes = all('Get-AdfsScopeDescription')?.flatMap((bag) => textOf(bag, 'Name') ?? []);
  return [
    ...fact('adfs.farm-information', farm && adfsFarmInformation(farm)),
    ...fact('adfs.properties', propertyFacts),
    ...fact(
      'adfs.authentication-policy',
      policy && adfsAuthenticationPolicy(policy, additionalRules && rulesIn(additionalRules)),
    ),
    ...fact('adfs.authentication-providers', providers && { providers: providers.rows }, providers),
    ...fact('adfs.device-registration-settings', registration && adfsDeviceRegistration(registration)),
    ...fact('adfs.endpoint-settings', endpoints && { endpoints: endpoints.rows }, endpoints),
    ...fact('adfs.certificate-authority', authority && adfsCertificateAuthority(authority)),
    ...fact(
      'adfs.certificates',
      certificates && {
        certificates: certificates.rows,
        sslBindings: (bindings ?? []).flatMap((bag) => bindingOf(bag)),
      },
      certificates,
    ),
    ...fact('adfs.entra-trust', trusts && adfsEntraTrust(trusts)),
    ...fact(
      'adfs.application-permissions',
      permissions && {
        permissions: permissions.rows,
        ...(scopes === undefined ? {} : { scopeDescriptions: scopes }),
      },
      permissions,
    ),
  ];
}

/** The federation service name in the output; undefined when `Get-AdfsProperties` is not part of it. */
export function federationServiceIn(output: CmdletOutput): string | undefined {
  const [properties] = output.get('Get-AdfsProperties') ?? [];
  return properties === undefined ? undefined : adfsProperties(properties)?.hostName;
}

interface Rows<T> {
  readonly rows: readonly T[];
  readonly incomplete?: string;
}

/** Rows of a list; one that cannot be read, such as a list of scopes cut off by dots, makes the list incomplete. */
function rowsOf<T>(
  bags: readonly PropertyBag[] | undefined,
  read: (bag: PropertyBag) => T | undefined,
): Rows<T> | undefined {
  if (bags === undefined) return undefined;
  const rows = bags.flatMap((bag) => read(bag) ?? []);
  const lost = bags.length - rows.length;
  if (lost === 0) return { rows };
  return {
    rows,
    incomplete: `${lost} of ${bags.length} objects lack properties or have lists that the export cut off.`,
  };
}

function fact<K extends EvidenceKind>(
  kind: K,
  data: EvidenceDataByKind[K] | undefined,
  { incomplete }: { readonly incomplete?: string } = {},
): readonly Fact<K>[] {
  // Kind and data belong together; TypeScript does not follow that through the union.
  return data === undefined
    ? []
    : [{ kind, data, facts: sizeOf(data), ...(incomplete === undefined ? {} : { incomplete }) } as Fact<K>];
}

/** Properties, or items of the lists in them. */
const sizeOf = (data: object): number =>
  Object.values(data).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0);

const rulesIn = (bags: readonly PropertyBag[]): string =>
  bags
    .map((bag) => textOf(bag, 'AdditionalAuthenticationRules') ?? '')
    .join('\n')
    .trim();

function bindingOf(bag: PropertyBag): readonly { hostName: string; port: number; thumbprint: string }[] {
  const [hostName, port, thumbprint] = [
    textOf(bag, 'HostName'),
    numberOf(bag, 'PortNumber'),
    textOf(bag, 'CertificateHash'),
  ];
  if (hostName === undefined || port === undefined || thumbprint === undefined) return [];
  return [{ hostName: hostName.toLowerCase(), port, thumbprint: thumbprint.toUpperCase() }];
}

/** Bindings in the output of adfsToolbox's test of them. */
export const toolboxBindings = (test: PropertyBag): readonly PropertyBag[] =>
  bagsOf(test, 'Output').flatMap((output) => bagsOf(output, 'SSLBindings'));
