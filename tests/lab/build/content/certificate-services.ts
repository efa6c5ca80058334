import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, publicKeyServicesDn } from '../../facts.ts';
import { issuingAuthorityDn, readCertificateDer } from '../pki/build-pki.ts';
import { cdpHost } from '../pki/openssl-config.ts';
import { templateObjects } from './certificate-template.ts';
import { certificateTemplates, publishedTemplates } from './certificate-templates.ts';
import { bytes, type DirectoryChange, type DirectoryValue } from './directory-change.ts';

/** Windows fills the two mandatory list attributes of a CA object with one zero byte. */
const emptyList: readonly DirectoryValue[] = [bytes(Buffer.of(0))];

/** Everything an enterprise CA writes into the configuration partition, for the CA built in `pkiFolder`. */
export async function certificateServiceObjects(pkiFolder: string): Promise<readonly DirectoryChange[]> {
  const root = await readCertificateDer(path.join(pkiFolder, 'lab-root.crt'));
  const issuing = await readCertificateDer(path.join(pkiFolder, 'issuing.crt'));
  const list = (name: string) => readFile(path.join(pkiFolder, 'crl', name));
  const { name, rootName } = certificationAuthority;
  return [
    authority(`CN=${rootName},CN=Certification Authorities`, root),
    authority(`CN=${rootName},CN=AIA`, root),
    authority(`CN=${name},CN=AIA`, issuing),
    authority('CN=NTAuthCertificates', issuing),
    ...distributionPoint(rootName, { certificateRevocationList: await list('root.crl') }),
    ...distributionPoint(name, {
      certificateRevocationList: await list('issuing.crl'),
      deltaRevocationList: await list('issuing-delta.crl'),
    }),
    ...certificateTemplates.flatMap(templateObjects),
    enrollmentService(issuing),
  ];
}

function authority(relativeDn: string, certificate: Buffer): DirectoryChange {
  return {
    dn: `${relativeDn},${publicKeyServicesDn}`,
    add: {
      objectClass: ['certificationAuthority'],
      cACertificate: [bytes(certificate)],
      authorityRevocationList: emptyList,
      certificateRevocationList: emptyList,
    },
  };
}

function distributionPoint(name: string, lists: Readonly<Record<string, Buffer>>): readonly DirectoryChange[] {
  const container = `CN=${cdpHost(name)},CN=CDP,${publicKeyServicesDn}`;
  const values = Object.entries(lists).map(([attribute, list]) => [attribute, [bytes(list)]] as const);
  return [
    { dn: container, add: { objectClass: ['container'] } },
    { dn: `CN=${name},${container}`, add: { objectClass: ['cRLDistributionPoint'], ...Object.fromEntries(values) } },
  ];
}

function enrollmentService(certificate: Buffer): DirectoryChange {
  const { name, hostName } = certificationAuthority;
  return {
    dn: `CN=${name},CN=Enrollment Services,${publicKeyServicesDn}`,
    add: {
      objectClass: ['pKIEnrollmentService'],
      displayName: [name],
      dNSHostName: [hostName],
      cACertificate: [bytes(certificate)],
      cACertificateDN: [issuingAuthorityDn],
      certificateTemplates: publishedTemplates,
      flags: ['10'],
    },
  };
}
