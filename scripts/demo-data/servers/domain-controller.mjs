import { collected } from '../formats/collector-file.mjs';
import { certificateSignIns } from './certificate-sign-ins.mjs';
import { eventsItem, heldRow, registryItem, systemItem } from './common-items.mjs';

const kdc = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Kdc';
const schannel = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

/** Items of a domain controller, as `dc.ps1` reads them. */
export function domainControllerItems(org, world, controller) {
  const { pki } = world;
  const { registry = {}, events = {} } = controller.collected;
  return [
    systemItem(org, controller),
    registryItem({
      [`${kdc}|StrongCertificateBindingEnforcement`]: undefined,
      [`${kdc}|CertificateBackdatingCompensation`]: undefined,
      [`${kdc}|AllowNtAuthPolicyBypass`]: undefined,
      [`${kdc}|UseSubjectAltName`]: undefined,
      [`${schannel}|CertificateMappingMethods`]: undefined,
      ...Object.fromEntries(Object.entries(registry).map(([name, value]) => [`${kdc}|${name}`, value])),
    }),
    collected('certificates.machine', 'User', [heldRow(pki.controllers[controller.name])]),
    eventsItem(org, 'events.kdc', 'Event Log Readers', 'System', events.kdc),
    eventsItem(
      org,
      'events.certificates',
      'Event Log Readers',
      'Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational',
    ),
    eventsItem(
      org,
      'events.sign-in',
      'Event Log Readers on the security log',
      'Security',
      certificateSignIns(org, world, controller),
    ),
  ];
}
