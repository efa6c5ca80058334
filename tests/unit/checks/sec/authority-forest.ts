/** A forest with one CA, whose PKI objects and computer account SEC-006 judges. */
import { attributeRight } from '../../../../src-main/knowledge/access-rights';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type {
  AuthorityComputer,
  SecuredObject,
  SecurityDescriptor,
} from '../../../../src-shared/model/evidence/access';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, record } from '../check-cases';
import { forest, forestDn } from '../contoso';
import { authoritiesOf, authority, certificate } from '../pki/authorities';
import { allow, descriptor, type PrincipalChanges, principalRecords, privilegedGroup, rid, sidOf } from '../principals';
import { pkiRights, secured } from './access-control';

export const caComputer = `CN=CA01,OU=Servers,${forestDn}`;
export const helpdesk = sidOf(rid.helpdesk);
/** The certificate of the one CA. */
export const own = certificate();

const store = (...certificates: readonly CertificateFacts[]) =>
  record('ad.nt-auth', forest, { objectFound: true, certificates, unreadableCertificates: 0 });
const servers = (dnsHostName: string) =>
  record('ad.servers', forest, {
    servers: [
      {
        distinguishedName: caComputer,
        objectSid: sidOf(1800),
        name: 'CA01',
        dnsHostName,
        operatingSystem: 'Windows Server 2022 Standard',
        enabled: true,
      },
    ],
    total: 1,
  });

/** Where the CA runs. */
export const host = 'ca01.contoso.com';
/** The descriptor a computer gets from the schema: administrators and Account Operators hold it, it may write some of itself (MS-ADSC). */
export const computerRights = (...entries: Parameters<typeof descriptor>[0] & object) =>
  descriptor([
    ...entries,
    allow('S-1-5-32-548', 0xf_01ff),
    allow('S-1-5-10', 0x3),
    allow('S-1-5-10', 0x8, { objectType: '72e39547-7b18-11d1-adef-00c04fd8d5cd' }),
    allow('S-1-5-10', 0x30, { objectType: attributeRight.allowedToAct.attribute, inherited: true }),
    allow('S-1-1-0', 0x100, { objectType: 'ab721a53-1e2f-11d0-9819-00aa0040529b' }),
    allow(sidOf(517), 0x30, { objectType: 'bf967a7f-0de6-11d0-a285-00aa003049e2' }),
    allow(sidOf(rid.keyAdmins), 0x30, { objectType: attributeRight.keyCredentialLink.attribute, inherited: true }),
    allow(sidOf(rid.enterpriseKeyAdmins), 0x30, { objectType: attributeRight.keyCredentialLink.attribute }),
  ]);
/** The computer account of the CA. */
export const account = (
  permissions: SecurityDescriptor | undefined = computerRights(),
  more: Partial<AuthorityComputer> = {},
): AuthorityComputer => ({
  ...secured(501, 'authority-computer', caComputer, permissions),
  role: 'authority-computer',
  objectSid: sidOf(1800),
  hosts: [host],
  ...more,
});
/** The CA computers of a domain that were found, of those looked for. */
export const searched = (computers: readonly AuthorityComputer[], hosts: readonly string[] = [host], domain = forest) =>
  record('ad.authority-computers', domain, { hosts, computers });
/** Account Operators, who hold every computer account by default, under a localised name. */
export const operators = (...members: readonly string[]) => ({
  ...privilegedGroup('Account Operators', 0, members),
  distinguishedName: `CN=Konten-Operatoren,CN=Builtin,${forestDn}`,
  objectSid: 'S-1-5-32-548',
});

interface Parts {
  readonly changes?: readonly SecuredObject[];
  readonly principals?: PrincipalChanges;
  readonly certificates?: readonly CertificateFacts[];
  readonly host?: string;
  readonly accounts?: readonly EvidenceRecord[];
}
/** What SEC-006 judges of a forest with one CA, in order but for the changes. */
export const having = ({
  changes = [],
  principals = {},
  certificates = [own],
  host: serverName = host,
  accounts = [searched([account()])],
}: Parts): CheckCase['evidence'] => [
  pkiRights(...changes),
  authoritiesOf([authority({ dnsHostName: host, certificates: [own] })]),
  ...accounts,
  store(...certificates),
  servers(serverName),
  ...principalRecords({ ...principals, privilegedGroups: principals.privilegedGroups ?? [operators()] }),
];
