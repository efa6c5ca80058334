import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { domain, domainController, fabrikam, secondDomainController, sidOf } from '../../facts.ts';
import {
  type Authority,
  createKey,
  type DayOf,
  type Hierarchy,
  issueCertificate,
  revokeCertificate,
} from './authority.ts';
import {
  type ControllerExtensions,
  clientAuthentication,
  domainControllerExtensions,
  kdcAuthentication,
  serverAuthentication,
  smartCardLogon,
} from './openssl-config.ts';
import { selfSign } from './self-sign.ts';

/** Certificates `dc1` can be told to show on LDAPS. */
export const dcCertificateKinds = [
  'good',
  'soon',
  'expired',
  'self-signed',
  'foreign-ca',
  'wrong-name',
  'revoked',
  'weak-key',
  'sha1',
  'not-yet-valid',
  'no-kdc-usage',
  'no-domain-name',
  'directory-list-first',
  'directory-list-only',
  'tls-list-only',
  'version-1-template',
  'no-template',
] as const;
export type DcCertificateKind = (typeof dcCertificateKinds)[number];

interface ControllerOrder extends ControllerExtensions {
  /** Days from the build. */
  readonly life: readonly [notBefore: number, notAfter: number];
  readonly bits: number;
  readonly digest?: 'sha1';
}

const plainUsages = [clientAuthentication, serverAuthentication];

const good: ControllerOrder = {
  names: [domainController.hostName, domain.dnsName, domain.netBiosName],
  usages: [...plainUsages, smartCardLogon, kdcAuthentication],
  template: 'oid',
  places: 'web-and-directory',
  rid: 1000,
  life: [-60, 305],
  bits: 2048,
};

/** What is wrong with each kind; the ones left out are made in other ways. */
const faults: Readonly<Record<Exclude<DcCertificateKind, 'self-signed'>, Partial<ControllerOrder>>> = {
  good: {},
  soon: { life: [-335, 30] },
  expired: { life: [-400, -35] },
  'foreign-ca': {},
  'wrong-name': { names: ['dc9.fabrikam.test', 'fabrikam.test'] },
  revoked: {},
  'weak-key': { bits: 1024 },
  sha1: { digest: 'sha1' },
  'not-yet-valid': { life: [10, 375] },
  'no-kdc-usage': { usages: [...plainUsages, smartCardLogon] },
  'no-domain-name': { names: [domainController.hostName] },
  'directory-list-first': { places: 'directory-and-web' },
  'directory-list-only': { places: 'directory' },
  'tls-list-only': { places: 'tls' },
  'version-1-template': { usages: plainUsages, template: 'name' },
  'no-template': { usages: plainUsages, template: 'none' },
};

/**
 * Writes `<kind>.{key,crt}` of every kind, `dc2.*` for the second domain controller and `fabrikam.*` for the other forest's into `folder`; a
 * `.crt` holds the leaf and its issuer.
 */
export async function issueControllerCertificates(
  folder: string,
  own: Hierarchy,
  other: Hierarchy,
  at: DayOf,
): Promise<void> {
  const kinds = dcCertificateKinds.filter((kind) => kind !== 'self-signed');
  const orders = kinds.map((kind) => [kind, { ...good, ...faults[kind] }] as const);
  const second = { ...good, names: [secondDomainController.hostName, ...good.names.slice(1)], rid: ridOfSecond };
  const { domain: fabrikamDomain, domainController: fabrikamController } = fabrikam;
  const names = [fabrikamController.hostName, fabrikamDomain.dnsName, fabrikamDomain.netBiosName];
  const all = [...orders, ['dc2', second], ['fabrikam', { ...good, names }]] as const;
  const file = (name: string) => path.join(folder, name);
  await Promise.all([
    ...all.map(([name, { bits }]) => createKey(`${file(name)}.key`, bits)),
    selfSign(file('self-signed'), good.names[0] ?? '', good.names),
  ]);
  for (const [name, order] of all) {
    const isForeign = name === 'foreign-ca' || name === 'fabrikam';
    await issue(file(name), isForeign ? other.issuing : own.issuing, order, at);
  }
  await revokeCertificate(own.issuing, `${file('revoked')}.crt`);
}

const ridOfSecond = Number(sidOf('secondDomainController').split('-').at(-1));

async function issue(file: string, authority: Authority, order: ControllerOrder, at: DayOf): Promise<void> {
  const [notBefore, notAfter] = order.life;
  const extensions = domainControllerExtensions(authority.issuer, order);
  const life = { notBefore: at(notBefore), notAfter: at(notAfter) };
  const digest = order.digest && { digest: order.digest };
  await issueCertificate(authority, { file, subject: '/', extensions, ...life, ...digest });
  await appendIssuer(file, authority);
}

/** Samba and nginx send what the file holds: the leaf, then its issuer. */
export async function appendIssuer(file: string, authority: Authority): Promise<void> {
  const leaf = await readFile(`${file}.crt`, 'utf8');
  await writeFile(`${file}.crt`, leaf + (await readFile(path.join(authority.folder, 'ca.crt'), 'utf8')));
}
