import { fabrikam, tenantId } from '../../facts.ts';
import { fabrikamCertificateServices } from './certificate-services.ts';
import { bytes, type DirectoryBatches, type DirectoryChange, sidBytes } from './directory-change.ts';
import { protectPrincipals } from './forest.ts';

const normalAccount = '512';
const { domain, domainController, users, staff } = fabrikam;
const configuration = `CN=Device Registration Configuration,CN=Services,${domain.configurationDn}`;

/** What Fabrikam's forest holds: current levels, a CA, a service connection point to the same tenant, and a few users with a public suffix. */
export async function fabrikamContent(pkiFolder: string): Promise<DirectoryBatches> {
  const { reader } = users;
  return [
    [{ dn: `CN=Top,CN=Schema,${domain.configurationDn}`, addValues: { mayContain: ['msDS-KeyCredentialLink-BL'] } }],
    [
      ...levels(),
      { dn: staff, add: { objectClass: ['organizationalUnit'] } },
      {
        dn: reader.dn,
        add: {
          objectClass: ['user'],
          objectSid: [bytes(sidBytes(reader.sid))],
          sAMAccountName: [reader.samAccountName],
          userPrincipalName: [reader.userPrincipalName],
          userAccountControl: [normalAccount],
          unicodePwd: [bytes(Buffer.from(`"${reader.password}"`, 'utf16le'))],
        },
      },
      ...['Ada Fabri', 'Bo Fabri', 'Cléo Fabri'].map(person),
      { dn: configuration, add: { objectClass: ['container'] } },
      {
        dn: `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,${configuration}`,
        add: {
          objectClass: ['serviceConnectionPoint'],
          keywords: ['azureADName:contoso.com', `azureADId:${tenantId}`],
        },
      },
      authorityComputer(),
      ...(await fabrikamCertificateServices(pkiFolder)),
      ...protectPrincipals(domain),
    ],
  ];
}

/** The computer that holds the CA; the domain controller's address answers for it. */
function authorityComputer(): DirectoryChange {
  const { hostName } = fabrikam.certificationAuthority;
  const name = hostName.split('.')[0]?.toUpperCase() ?? '';
  return {
    dn: `CN=${name},CN=Computers,${domain.baseDn}`,
    add: {
      objectClass: ['computer'],
      sAMAccountName: [`${name}$`],
      userAccountControl: ['4096'],
      dNSHostName: [hostName],
      operatingSystem: ['Windows Server 2022 Standard'],
      operatingSystemVersion: ['10.0 (20348)'],
    },
  };
}

function levels(): readonly DirectoryChange[] {
  const partitions = `CN=Partitions,${domain.configurationDn}`;
  const settings = `CN=NTDS Settings,CN=FDC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,${domain.configurationDn}`;
  return [
    ...[domain.baseDn, partitions, `CN=${domain.netBiosName},${partitions}`, settings].map((dn) => ({
      dn,
      replace: { 'msDS-Behavior-Version': ['7'] },
    })),
    { dn: partitions, replace: { uPNSuffixes: [...domain.upnSuffixes] } },
    {
      dn: domainController.dn,
      replace: { operatingSystem: ['Windows Server 2022 Standard'], operatingSystemVersion: ['10.0 (20348)'] },
    },
  ];
}

function person(commonName: string): DirectoryChange {
  const samAccountName = commonName.toLowerCase().replace(' ', '.').replace('é', 'e');
  return {
    dn: `CN=${commonName},${staff}`,
    add: {
      objectClass: ['user'],
      sAMAccountName: [samAccountName],
      userPrincipalName: [`${samAccountName}@fabrikam.com`],
      userAccountControl: [normalAccount],
    },
  };
}
