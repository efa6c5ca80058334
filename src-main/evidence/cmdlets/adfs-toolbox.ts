import type { EvidenceKind } from '../../../src-shared/model/evidence';
import {
  bagOf,
  bagsOf,
  hasProperty,
  isBag,
  isList,
  type PropertyBag,
  propertyOf,
  textOf,
  textsOf,
} from '../powershell/property-bag';
import { printable } from '../printable';
import type { AdfsCmdlet } from './adfs-cmdlets';
import { type CmdletOutput, cmdletOfKind } from './adfs-facts';

/**
 * Files of microsoft/adfsToolbox: `Export-AdfsDiagnosticsFile` (`ADFSToolbox`, its `Adfs-Configuration`) and the older `Get-AdfsServerConfiguration`, both as
 * `ConvertTo-Json` wrote them. What its own tests said is not taken over: they are judgements, not facts.
 */
export interface AdfsToolboxFile {
  readonly output: CmdletOutput;
  /** Federation service name, lower case. */
  readonly service?: string;
  /** Kinds of which the format holds a part only, with the sentence why. */
  readonly parts: ReadonlyMap<EvidenceKind, string>;
  /** Cmdlets that failed when the file was made, with what the tool noted. */
  readonly failures: ReadonlyMap<AdfsCmdlet, string>;
}

/** Property of the older form → cmdlet. */
const olderProperties = {
  ADFSProperties: 'Get-AdfsProperties',
  ADFSEndpoint: 'Get-AdfsEndpoint',
  ADFSCertificate: 'Get-AdfsCertificate',
  ADFSRelyingPartyTrust: 'Get-AdfsRelyingPartyTrust',
  ADFSGlobalAuthenticationPolicy: 'Get-AdfsGlobalAuthenticationPolicy',
  ADFSDeviceRegistration: 'Get-AdfsDeviceRegistration',
} as const satisfies Readonly<Record<string, AdfsCmdlet>>;

/** Whether the head of a file is one of the two. */
export const isAdfsToolboxFile = (head: string): boolean =>
  /^\s*\{\s*"(?:ADFSToolbox"\s*:\s*\{|ADFSSyncProperties"\s*:)/u.test(head);

/** Throws an Error with a sentence when the file is neither form or holds no settings. */
export function readAdfsToolbox(file: PropertyBag): AdfsToolboxFile {
  const [toolbox] = bagsOf(file, 'ADFSToolbox');
  if (toolbox === undefined) return readOlder(file);
  const [configuration] = bagsOf(toolbox, 'Adfs-Configuration');
  if (configuration === undefined) throw new Error('It holds results of tests, but not the configuration of the farm');
  return readNewer(configuration);
}

/** The tool goes on in silence when a cmdlet fails, so that an empty value says nothing. */
function readNewer(configuration: PropertyBag): AdfsToolboxFile {
  const service = textOf(configuration, 'FederationServiceName')?.toLowerCase();
  const nodes = textsOf(configuration, 'AdfsServers') ?? [];
  const farm = nodes.length === 0 ? undefined : farmOf(configuration, nodes);
  const output = outputOf([
    ['Get-AdfsFarmInformation', farm === undefined ? [] : [farm]],
    ['Get-AdfsGlobalAuthenticationPolicy', bagsOf(configuration, 'AdfsGlobalAuthenticationPolicy')],
    ['Get-AdfsCertificate', bagsOf(configuration, 'AdfsCertificate').map(withThumbprint)],
    ['Get-AdfsRelyingPartyTrust', bagsOf(configuration, 'AdfsRelyingPartyTrust').map(withIdentifiers)],
  ]);
  if (output.size === 0)
    throw new Error(
      'It holds no settings of the farm: it was made on a secondary server, a proxy, or without the right to read them',
    );
  return {
    output,
    ...(service === undefined ? {} : { service: printable(service, 255) }),
    parts: new Map<EvidenceKind, string>([
      ['adfs.certificates', 'Of the certificates of AD FS it lists only those that sign tokens.'],
      ...(isFlattened(configuration, 'AdfsRelyingPartyTrust') ? [['adfs.entra-trust', flattened] as const] : []),
    ]),
    failures: new Map(),
  };
}

function readOlder(file: PropertyBag): AdfsToolboxFile {
  const entries = Object.entries(olderProperties) as [keyof typeof olderProperties, AdfsCmdlet][];
  const failures = entries.flatMap(([property, cmdlet]): [AdfsCmdlet, string][] => {
    const text = textOf(file, property);
    return text?.startsWith('SCRIPTERROR') === true ? [[cmdlet, printable(text, 300)]] : [];
  });
  const output = outputOf(
    entries.map(([property, cmdlet]) => {
      const bags = bagsOf(file, property);
      if (cmdlet === 'Get-AdfsRelyingPartyTrust') return [cmdlet, bags.map(withIdentifiers)];
      return [cmdlet, cmdlet === 'Get-AdfsCertificate' ? bags.map(withThumbprint) : bags];
    }),
  );
  if (output.size === 0 && failures.length === 0)
    throw new Error('It holds no settings of the farm: on a secondary server the tool notes its role and nothing else');
  const [properties] = output.get('Get-AdfsProperties') ?? [];
  const service = properties === undefined ? undefined : textOf(properties, 'HostName')?.toLowerCase();
  return {
    output,
    ...(service === undefined ? {} : { service: printable(service, 255) }),
    parts: new Map(
      entries.flatMap(([property, cmdlet]) =>
        isFlattened(file, property)
          ? kindsOfCmdlet(cmdlet).map((kind): [EvidenceKind, string] => [kind, flattened])
          : [],
      ),
    ),
    failures: new Map(failures),
  };
}

/** Kinds that come from a cmdlet. */
export const kindsOfCmdlet = (cmdlet: AdfsCmdlet): readonly (keyof typeof cmdletOfKind)[] =>
  (Object.keys(cmdletOfKind) as (keyof typeof cmdletOfKind)[]).filter((kind) => cmdletOfKind[kind] === cmdlet);

/** Whether a list has rows that `ConvertTo-Json` flattened to text, for lack of depth. */
function isFlattened(bag: PropertyBag, name: string): boolean {
  const value = propertyOf(bag, name);
  return isList(value) && value.items.some((item) => !isBag(item));
}

const flattened = 'Some of its rows are only text, because the file was written without enough depth.';

/** An empty list is left out: the tool writes the same for "none" and "could not be read". */
const outputOf = (entries: readonly (readonly [AdfsCmdlet, readonly PropertyBag[]])[]): CmdletOutput =>
  new Map(entries.filter(([, bags]) => bags.length > 0));

const farmOf = (configuration: PropertyBag, nodes: readonly string[]): PropertyBag =>
  bagOf([
    ['CurrentFarmBehavior', propertyOf(configuration, 'CurrentFarmBehavior') ?? null],
    ['FarmNodes', { items: nodes, isWhole: true }],
  ]);

/** The tool writes the thumbprint inside the certificate only. */
function withThumbprint(bag: PropertyBag): PropertyBag {
  const [certificate] = bagsOf(bag, 'Certificate');
  if (hasProperty(bag, 'Thumbprint') || certificate === undefined) return bag;
  return bagOf([...bag.properties, ['Thumbprint', propertyOf(certificate, 'Thumbprint') ?? null]]);
}

/** Beyond its depth `ConvertTo-Json` writes a list as one text with blanks between; identifiers are URIs, which hold none. */
function withIdentifiers(bag: PropertyBag): PropertyBag {
  const value = propertyOf(bag, 'Identifier');
  if (typeof value !== 'string') return bag;
  return bagOf([...bag.properties, ['Identifier', { items: value.split(/\s+/u).filter(Boolean), isWhole: true }]]);
}
