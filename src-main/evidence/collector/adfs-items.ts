import type { EvidenceKind } from '../../../src-shared/model/evidence';
import { type AdfsCmdlet, adfsNodeSync } from '../cmdlets/adfs-cmdlets';
import { adfsFacts, cmdletOfKind, federationServiceIn, unnamedFarm } from '../cmdlets/adfs-facts';
import { certificatesItem, connectivityItem, eventsItem, ownedCertificatesItem, servicesItem } from './host-items';
import { type ItemContext, type ItemDecoders, itemFact, type MainDecoder, theOnly } from './item-decoder';

/** Cmdlets whose output completes that of another one. */
const companions: Readonly<Partial<Record<AdfsCmdlet, AdfsCmdlet>>> = {
  'Get-AdfsGlobalAuthenticationPolicy': 'Get-AdfsAdditionalAuthenticationRule',
  'Get-AdfsCertificate': 'Get-AdfsSslCertificate',
  'Get-AdfsApplicationPermission': 'Get-AdfsScopeDescription',
};

const farmOf = ({ other }: ItemContext): string => {
  const properties = other('Get-AdfsProperties');
  return (
    (properties === undefined ? undefined : federationServiceIn(new Map([['Get-AdfsProperties', properties]]))) ??
    unnamedFarm
  );
};

/** A farm-wide cmdlet; the farm is named by its properties. */
const cmdletItem = (cmdlet: AdfsCmdlet, kind: EvidenceKind): MainDecoder => ({
  kinds: [kind],
  target: farmOf,
  read(objects, context) {
    const companion = companions[cmdlet];
    const more = companion === undefined ? undefined : context.other(companion);
    const output = new Map([[cmdlet, objects]]);
    if (companion !== undefined && more !== undefined) output.set(companion, more);
    const facts = adfsFacts(output);
    if (facts.length === 0) throw new Error(`It lacks what ${cmdlet} gives`);
    return facts.map((fact) => ({ ...fact, target: farmOf(context) }));
  },
});

const nodeSync: MainDecoder = {
  kinds: ['adfs.node-sync'],
  target: ({ host }) => host,
  read: (objects, { host }) => [itemFact('adfs.node-sync', host, adfsNodeSync(theOnly(objects), host), 1)],
};

/** Items of `adfs.ps1`, beside those of every machine. */
export const adfsItems: ItemDecoders = {
  ...Object.fromEntries(
    Object.entries(cmdletOfKind).map(([kind, cmdlet]) => [cmdlet, cmdletItem(cmdlet, kind as EvidenceKind)]),
  ),
  ...Object.fromEntries(Object.entries(companions).map(([cmdlet, companion]) => [companion, { supplements: cmdlet }])),
  'Get-AdfsSyncProperties': nodeSync,
  services: servicesItem,
  'certificates.machine': certificatesItem('machine'),
  'certificates.service': ownedCertificatesItem('service'),
  'events.adfs': eventsItem('AD FS/Admin'),
  connectivity: connectivityItem,
};
