import path from 'node:path';
import { publishedTemplates } from './build/content/certificate-templates.ts';
import { deviceRegistration } from './build/content/device-registration.ts';
import { sysvolFolder } from './build/domain/smb-conf.ts';
import {
  adfsServiceAccount,
  certificationAuthority,
  domain,
  domainController,
  fabrikam,
  groups,
  policies,
  publicKeyServicesDn,
  secondAuthority,
  secondDomainController,
  sites,
  tenantId,
  units,
  users,
  warehouseStaffCount,
  web,
} from './facts.ts';

/** Everything about a lab that can be written down: plain data, the same in every process. */
export type LabDescription = ReturnType<typeof describeLab>;

/** The description of the lab that lives in `folder`. */
export function describeLab(folder: string) {
  const pki = path.join(folder, 'pki');
  return {
    folder,
    tenantId,
    dc: {
      address: domainController.address,
      hostName: domainController.hostName,
      dn: domainController.dn,
      baseDn: domain.baseDn,
      configurationDn: domain.configurationDn,
      schemaDn: domain.schemaDn,
      domain: domain.dnsName,
      realm: domain.realm,
      netBiosName: domain.netBiosName,
      domainSid: domain.sid,
      upnSuffixes: domain.upnSuffixes,
    },
    /** The second domain controller of the same domain. */
    dc2: { ...secondDomainController },
    sites,
    fabrikam: { ...fabrikam, caFile: path.join(pki, 'foreign-root.crt') },
    web: { ...web },
    /** Host name → address of every lab host, for the product's name overrides. */
    addresses: {
      [domainController.hostName]: domainController.address,
      [domain.dnsName]: domainController.address,
      [secondDomainController.hostName]: secondDomainController.address,
      [fabrikam.domainController.hostName]: fabrikam.domainController.address,
      [fabrikam.domain.dnsName]: fabrikam.domainController.address,
      [fabrikam.certificationAuthority.hostName]: fabrikam.domainController.address,
      [fabrikam.pkiHost]: web.address,
      [certificationAuthority.hostName]: domainController.address,
      [secondAuthority.hostName]: domainController.address,
      [web.adfsHost]: web.address,
      [web.certificateAuthenticationHost]: web.address,
      [web.enterpriseRegistrationHost]: web.address,
      [web.pkiHost]: web.address,
    } as Readonly<Record<string, string>>,
    /** PEM of the root that good certificates chain to. */
    caFile: path.join(pki, 'lab-root.crt'),
    issuingCaFile: path.join(pki, 'issuing.crt'),
    /** PEM of a root nobody in the forest trusts, which issued the `foreign-ca` certificate. */
    foreignCaFile: path.join(pki, 'foreign-root.crt'),
    tokenSigningCertificateFile: path.join(pki, 'token-signing.crt'),
    /** The real SYSVOL of the domain controller: the folder that holds `Policies`. */
    sysvolPath: sysvolFolder(path.join(folder, 'dc1'), domain.dnsName),
    users,
    groups,
    warehouseStaffCount,
    units,
    adfsServiceAccount,
    policies,
    pki: { publicKeyServicesDn, ...certificationAuthority, publishedTemplates },
    deviceRegistration,
  };
}
