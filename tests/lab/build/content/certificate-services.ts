import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { certificationAuthority, domain, fabrikam, publicKeyServicesDn, secondAuthority } from '../../facts.ts';
import { issuingAuthorityDn, readCertificateDer } from '../pki/build-pki.ts';
import {
  contosoIssuing,
  contosoRoot,
  contosoSecond,
  fabrikamIssuing,
  fabrikamRoot,
  type IssuerFacts,
} from '../pki/issuer-facts.ts';
import { publishedTemplates } from './certificate-templates.ts';
import { bytes, type DirectoryChange, type DirectoryValue } from './directory-change.ts';

/** Windows fills the two mandatory list attributes of a CA object with one zero byte. */
const emptyList: readonly DirectoryValue[] = [bytes(Buffer.of(0))];

/** A hierarchy as its issuing CA publishes it in a forest. */
interface PublishedHierarchy {
  readonly publicKeyServicesDn: string;
  readonly root: IssuerFacts;
  readonly issuing: IssuerFacts;
  readonly hostName: string;
  readonly subject: string;
  /** Starts the names of its certificate files. */
  readonly rootFile: string;
  readonly issuingFile: string;
  readonly lists: { readonly root: string; readonly issuing: string; readonly delta?: string };
  readonly templates: readonly string[];
}

const contoso: PublishedHierarchy = {
  publicKeyServicesDn,
  root: contosoRoot,
  issuing: contosoIssuing,
  hostName: certificationAuthority.hostName,
  subject: issuingAuthorityDn,
  rootFile: 'lab-root.crt',
  issuingFile: 'issuing.crt',
  lists: { root: 'root.crl', issuing: 'issuing.crl', delta: 'issuing-delta.crl' },
  templates: publishedTemplates,
};

const other: PublishedHierarchy = {
  publicKeyServicesDn: fabrikam.publicKeyServicesDn,
  root: fabrikamRoot,
  issuing: fabrikamIssuing,
  hostName: fabrikam.certificationAuthority.hostName,
  subject: `CN=${fabrikamIssuing.name},${fabrikam.domain.baseDn}`,
  rootFile: 'foreign-root.crt',
  issuingFile: 'foreign-issuing.crt',
  lists: { root: 'foreign-root.crl', issuing: 'foreign-issuing.crl' },
  templates: [],
};

/** Everything the enterprise CA built in `pkiFolder` writes into the configuration partition of the lab's forest. */
export function certificateServiceObjects(pkiFolder: string): Promise<readonly DirectoryChange[]> {
  return hierarchyObjects(contoso, pkiFolder);
}

/** The same for the other forest. */
export function fabrikamCertificateServices(pkiFolder: string): Promise<readonly DirectoryChange[]> {
  return hierarchyObjects(other, pkiFolder);
}

/** What the second issuing CA of the lab's forest would write when it is set up; it offers the same templates as the first. */
export async function secondAuthorityObjects(pkiFolder: string): Promise<readonly DirectoryChange[]> {
  const { sanitizedName, name, hostName } = secondAuthority;
  const der = await readCertificateDer(path.join(pkiFolder, 'second.crt'));
  const list = await readFile(path.join(pkiFolder, 'crl', 'second.crl'));
  const service = enrollmentService({ ...contoso, issuing: contosoSecond, hostName }, der);
  return [
    authorityObject(`CN=${sanitizedName},CN=AIA,${publicKeyServicesDn}`, der),
    { dn: `CN=NTAuthCertificates,${publicKeyServicesDn}`, addValues: { cACertificate: [bytes(der)] } },
    ...distributionPoint(contosoSecond, publicKeyServicesDn, { certificateRevocationList: list }),
    { ...service, add: { ...service.add, displayName: [name], cACertificateDN: [`CN=${name},${domain.baseDn}`] } },
  ];
}

async function hierarchyObjects(hierarchy: PublishedHierarchy, pkiFolder: string): Promise<readonly DirectoryChange[]> {
  const { root, issuing, lists, publicKeyServicesDn: services } = hierarchy;
  const certificate = (name: string) => readCertificateDer(path.join(pkiFolder, name));
  const list = (name: string) => readFile(path.join(pkiFolder, 'crl', name));
  const [rootDer, issuingDer] = [await certificate(hierarchy.rootFile), await certificate(hierarchy.issuingFile)];
  return [
    authorityObject(`CN=${root.name},CN=Certification Authorities,${services}`, rootDer),
    authorityObject(`CN=${root.name},CN=AIA,${services}`, rootDer),
    authorityObject(`CN=${issuing.name},CN=AIA,${services}`, issuingDer),
    authorityObject(`CN=NTAuthCertificates,${services}`, issuingDer),
    ...distributionPoint(root, services, { certificateRevocationList: await list(lists.root) }),
    ...distributionPoint(issuing, services, {
      certificateRevocationList: await list(lists.issuing),
      ...(lists.delta && { deltaRevocationList: await list(lists.delta) }),
    }),
    enrollmentService(hierarchy, issuingDer),
  ];
}

/** An object that holds a CA's certificate: a trusted root, an intermediate, or NTAuthCertificates. */
export function authorityObject(dn: string, certificate: Buffer): DirectoryChange {
  return {
    dn,
    add: {
      objectClass: ['certificationAuthority'],
      cACertificate: [bytes(certificate)],
      authorityRevocationList: emptyList,
      certificateRevocationList: emptyList,
    },
  };
}

function distributionPoint(
  { name, container }: IssuerFacts,
  services: string,
  lists: Readonly<Record<string, Buffer>>,
): readonly DirectoryChange[] {
  const place = `CN=${container},CN=CDP,${services}`;
  const values = Object.entries(lists).map(([attribute, list]) => [attribute, [bytes(list)]] as const);
  return [
    { dn: place, add: { objectClass: ['container'] } },
    { dn: `CN=${name},${place}`, add: { objectClass: ['cRLDistributionPoint'], ...Object.fromEntries(values) } },
  ];
}

function enrollmentService(
  { issuing, hostName, subject, templates, publicKeyServicesDn: services }: PublishedHierarchy,
  certificate: Buffer,
): DirectoryChange & Required<Pick<DirectoryChange, 'add'>> {
  return {
    dn: `CN=${issuing.name},CN=Enrollment Services,${services}`,
    add: {
      objectClass: ['pKIEnrollmentService'],
      displayName: [issuing.name],
      dNSHostName: [hostName],
      cACertificate: [bytes(certificate)],
      cACertificateDN: [subject],
      ...(templates.length > 0 && { certificateTemplates: templates }),
      flags: ['10'],
    },
  };
}
