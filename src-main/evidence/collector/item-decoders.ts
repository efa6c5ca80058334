import type { EvidenceKind } from '../../../src-shared/model/evidence';
import type { HostRole } from '../../../src-shared/model/evidence/host';
import { adfsItems } from './adfs-items';
import { authorityItems } from './authority-items';
import { clientItems } from './client-items';
import { connectItems } from './connect-items';
import { certificatesItem, eventsItem, registryItem, systemItem } from './host-items';
import type { ItemDecoders } from './item-decoder';
import { ndesItems } from './ndes-items';

const controllerItems: ItemDecoders = {
  registry: registryItem,
  'certificates.machine': certificatesItem('machine'),
  'events.kdc': eventsItem('System', 'Microsoft-Windows-Kerberos-Key-Distribution-Center'),
  'events.certificates': eventsItem('Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational'),
  'events.sign-in': eventsItem('Security'),
};

/** What each item of each collector holds, by role and name; `assets/collectors/<role>.ps1` writes exactly these. */
export const itemDecoders: Readonly<Partial<Record<HostRole, ItemDecoders>>> = {
  adfs: { system: systemItem, ...adfsItems },
  ca: { system: systemItem, ...authorityItems },
  connect: { system: systemItem, ...connectItems },
  dc: { system: systemItem, ...controllerItems },
  ndes: { system: systemItem, ...ndesItems },
  client: { system: systemItem, ...clientItems },
};

/** Every kind a collector's file can give. */
export const collectedKinds: readonly EvidenceKind[] = [
  ...new Set(
    Object.values(itemDecoders).flatMap((decoders) =>
      Object.values(decoders).flatMap((decoder) => ('kinds' in decoder ? decoder.kinds : [])),
    ),
  ),
];
