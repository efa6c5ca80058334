import check from '../../../../src-main/checks/sec/sec-006-pki-objects.check';
import {
  attributeRight,
  classGuid,
  extendedRight,
  validatedWriteComputer,
} from '../../../../src-main/knowledge/access-rights';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type {
  AccessControlEntry,
  AuthorityComputer,
  SecuredObject,
  SecurityDescriptor,
} from '../../../../src-shared/model/evidence/access';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import { authoritiesOf, authority, certificate } from '../pki/authorities';
import {
  allow,
  deny,
  descriptor,
  type PrincipalChanges,
  principalRecords,
  privilegedGroup,
  rid,
  serviceAccount,
  sidOf,
} from '../principals';
import { pkiRights, secured, services } from './access-control';

const ca = `CN=Contoso Issuing CA 1,CN=Enrollment Services,${services}`;
const caComputer = `CN=CA01,OU=Servers,${forestDn}`;
const helpdesk = sidOf(rid.helpdesk);
const own = certificate();
const foreign = certificate({ thumbprint: 'FE'.repeat(20), subject: 'CN=Lab Root CA' });

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

const host = 'ca01.contoso.com';
/** The descriptor a computer gets from the schema: administrators and Account Operators hold it, it may write some of itself (MS-ADSC). */
const computerRights = (...entries: Parameters<typeof descriptor>[0] & object) =>
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
const account = (
  permissions: SecurityDescriptor | undefined = computerRights(),
  more: Partial<AuthorityComputer> = {},
): AuthorityComputer => ({
  ...secured(501, 'authority-computer', caComputer, permissions),
  role: 'authority-computer',
  objectSid: sidOf(1800),
  hosts: [host],
  ...more,
});
const hiddenAccount: AuthorityComputer = {
  distinguishedName: caComputer,
  role: 'authority-computer',
  objectGuid: guid(501),
  hosts: [host],
};
const searched = (computers: readonly AuthorityComputer[], hosts: readonly string[] = [host], domain = forest) =>
  record('ad.authority-computers', domain, { hosts, computers });
const operators = (...members: readonly string[]) => ({
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
const having = ({
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
const caOwned = (...entries: Parameters<typeof descriptor>[0] & object): SecuredObject =>
  secured(403, 'enrollment-services', ca, descriptor(entries));

const named = 'CONTOSO\\Helpdesk';
type Entries = readonly AccessControlEntry[];
const takeovers: readonly (readonly [name: string, entries: Entries, says: string])[] = [
  ['full control', [allow(helpdesk, 0xf_01ff)], `${named} (full control)`],
  ['everybody may write everything', [allow('S-1-5-11', 0x2_0028)], 'Authenticated Users (every attribute)'],
  ['rights may be changed', [allow(helpdesk, 0x4_0000)], `${named} (may change the permissions)`],
  ['the owner may be changed', [allow(helpdesk, 0x8_0000)], `${named} (may take ownership)`],
  [
    'who joined it to the domain keeps all extended rights',
    [allow(helpdesk, 0x3_0154)],
    `${named} (every extended right)`,
  ],
  [
    'the password may be reset',
    [allow(helpdesk, 0x100, { objectType: extendedRight.resetPassword })],
    `${named} (may reset the password)`,
  ],
  [
    'others may be let impersonate users to it',
    [allow(helpdesk, 0x20, { objectType: attributeRight.allowedToAct.attribute })],
    `${named} (may write who impersonates users to it)`,
  ],
  [
    'the same by the property set of account restrictions',
    [allow(helpdesk, 0x20, { objectType: attributeRight.allowedToAct.propertySet })],
    `${named} (may write who impersonates users to it)`,
  ],
  [
    'certificates may be mapped to it',
    [allow(helpdesk, 0x30, { objectType: attributeRight.altSecurityIdentities.propertySet })],
    `${named} (may map certificates to it)`,
  ],
  [
    'keys may be written',
    [allow(helpdesk, 0x20, { objectType: attributeRight.keyCredentialLink.attribute })],
    `${named} (may write keys)`,
  ],
  [
    'keys may be written by a validated write',
    [allow(helpdesk, 0x8, { objectType: validatedWriteComputer })],
    `${named} (may write keys)`,
  ],
  ['Key Admins have more than keys', [allow(sidOf(rid.keyAdmins), 0xf_01ff)], 'CONTOSO\\Key Admins (full control)'],
];
const harmless: readonly (readonly [name: string, entries: Entries])[] = [
  ['the account itself', [allow(sidOf(1800), 0xf_01ff)]],
  [
    'Entra Connect writes keys',
    [allow(sidOf(rid.connector), 0x30, { objectType: attributeRight.keyCredentialLink.attribute })],
  ],
  ['members of Domain Admins', [allow(sidOf(rid.anna), 0xf_01ff)]],
  [
    'validated names and its description',
    [
      allow(helpdesk, 0x8, { objectType: 'f3a64788-5306-11d1-a9c5-0000f80367c1' }),
      allow(helpdesk, 0x20, { objectType: 'bf967950-0de6-11d0-a285-00aa003049e2' }),
    ],
  ],
  ['rights on what is created below it', [allow(helpdesk, 0xf_01ff, { inheritOnly: true, inheritable: true })]],
  ['a right that is denied before', [deny(helpdesk, 0xf_01ff), allow(helpdesk, 0xf_01ff)]],
];
const hostObject = `host-of:${authority({}).objectGuid}`;
const twoDomains = record('ad.partitions', forest, {
  upnSuffixes: [],
  domains: [
    { dnsRoot: forest, netBiosName: 'CONTOSO', namingContext: forestDn },
    { dnsRoot: 'emea.contoso.com', netBiosName: 'EMEA', namingContext: 'DC=emea,DC=contoso,DC=com' },
  ],
});

describeCheck(check, [
  {
    name: 'administrators only',
    evidence: having({}),
    outcome: 'pass',
    says: [
      'Only Tier 0 and the CAs themselves can change the 6 PKI objects',
      'only Tier 0 and the key administrators can take over the 1 computer account of CAs',
    ],
    counts: { pass: 7 },
    notes: { [guid(501)]: 'Only Tier 0 and the key administrators may take it over' },
  },
  {
    name: 'full control of NTAuthCertificates for a group',
    evidence: having({
      changes: [secured(404, 'nt-auth', `CN=NTAuthCertificates,${services}`, descriptor([allow(helpdesk, 0xf_01ff)]))],
    }),
    outcome: 'fail',
    says: ['1 of 6 PKI objects is open to accounts outside Tier 0', 'CONTOSO\\Helpdesk (full control)'],
    notes: { [guid(404)]: 'CONTOSO\\Helpdesk (full control) may change it' },
  },
  {
    name: 'new CAs may be added by everybody',
    evidence: having({
      changes: [
        secured(
          402,
          'enrollment-services',
          `CN=Enrollment Services,${services}`,
          descriptor([allow('S-1-5-11', 0x1, { objectType: classGuid.enrollmentService })]),
        ),
      ],
    }),
    outcome: 'fail',
    says: ['Authenticated Users (this right)'],
  },
  {
    name: 'new templates may be added by a group',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(helpdesk, 0x1)]),
        ),
      ],
    }),
    outcome: 'fail',
  },
  {
    name: 'children of another class',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(helpdesk, 0x1, { objectType: classGuid.user })]),
        ),
      ],
    }),
    outcome: 'pass',
  },
  {
    name: 'the CA on its own object',
    evidence: having({ changes: [caOwned(allow(sidOf(1800), 0xf_01ff))] }),
    outcome: 'pass',
  },
  {
    name: 'the CA on the container of templates',
    evidence: having({
      changes: [
        secured(
          405,
          'certificate-templates',
          `CN=Certificate Templates,${services}`,
          descriptor([allow(sidOf(1800), 0xf_01ff)]),
        ),
      ],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Cert Publishers with only the CA in it',
    evidence: having({
      changes: [caOwned(allow(sidOf(517), 0xf_01ff))],
      principals: { privilegedGroups: [operators(), privilegedGroup('Cert Publishers', 517, [caComputer])] },
    }),
    outcome: 'pass',
  },
  {
    name: 'Cert Publishers with somebody else in it',
    evidence: having({
      changes: [caOwned(allow(sidOf(517), 0xf_01ff))],
      principals: { privilegedGroups: [privilegedGroup('Cert Publishers', 517, [caComputer, `CN=Otto,${forestDn}`])] },
    }),
    outcome: 'fail',
    says: ['CONTOSO\\Cert Publishers'],
  },
  {
    name: 'an account without a name on the object of a CA whose computer was not found',
    evidence: having({ changes: [caOwned(allow(sidOf(rid.unseen), 0xf_01ff))], host: 'other.contoso.com' }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [guid(403)]: 'not known whether they belong to Tier 0' },
  },
  {
    name: 'an account without a name although the computers of all CAs were found',
    evidence: having({ changes: [caOwned(allow(sidOf(rid.unseen), 0xf_01ff))] }),
    outcome: 'fail',
    notes: { [guid(403)]: sidOf(rid.unseen) },
  },
  {
    name: 'permissions that are not visible',
    evidence: having({ changes: [secured(403, 'enrollment-services', ca, undefined)] }),
    outcome: 'unknown',
    reason: 'access-denied',
    objects: Object.fromEntries(
      [401, 402, 403, 404, 405, 406, 501].map((n) => [guid(n), n === 403 ? 'unknown' : 'pass']),
    ),
  },
  {
    name: 'a certificate of no known CA in NTAuthCertificates',
    evidence: having({ certificates: [own, foreign] }),
    outcome: 'warning',
    says: ['lists 1 certificate of no CA known here: CN=Lab Root CA'],
    differs: ['CN=Lab Root CA'],
  },
  {
    name: 'one that has expired',
    evidence: having({ certificates: [own, { ...foreign, notAfter: '2020-01-01T00:00:00.000Z' }] }),
    outcome: 'pass',
  },
  {
    name: 'a value of NTAuthCertificates that cannot be decoded',
    evidence: having({}).map((piece) =>
      piece.kind === 'ad.nt-auth'
        ? record('ad.nt-auth', forest, { objectFound: true, certificates: [own], unreadableCertificates: 1 })
        : piece,
    ),
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'NTAuthCertificates not read',
    evidence: having({}).filter(({ kind }) => kind !== 'ad.nt-auth'),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Nobody outside Tier 0 was seen'],
  },
  {
    name: 'CAs not read',
    evidence: having({}).filter(({ kind }) => kind !== 'ad.certification-authorities'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second forest that was not read',
    evidence: having({}),
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  ...takeovers.map(
    ([name, entries, says]): CheckCase => ({
      name: `the computer account of a CA: ${name}`,
      evidence: having({ accounts: [searched([account(computerRights(...entries))])] }),
      outcome: 'fail',
      says: [`1 CA host can be taken over by its computer account: ${says}`],
      notes: { [guid(501)]: `${says} may take it over` },
    }),
  ),
  ...harmless.map(
    ([name, entries]): CheckCase => ({
      name: `the computer account of a CA: ${name}`,
      evidence: having({ accounts: [searched([account(computerRights(...entries))])] }),
      outcome: 'pass',
    }),
  ),
  {
    name: 'an account that is not Tier 0 owns the computer account of a CA',
    evidence: having({
      accounts: [searched([account({ ...computerRights(), owner: helpdesk })])],
    }),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (owner)'],
  },
  {
    name: 'a computer account of a CA without permissions at all',
    evidence: having({ accounts: [searched([account({ ...computerRights(), hasDacl: false, entries: [] })])] }),
    outcome: 'fail',
    says: ['Everyone (there are no permissions at all)'],
  },
  {
    name: 'a PKI object and the computer account of a CA',
    evidence: having({
      changes: [secured(404, 'nt-auth', `CN=NTAuthCertificates,${services}`, descriptor([allow(helpdesk, 0xf_01ff)]))],
      accounts: [searched([account(computerRights(allow(helpdesk, 0xf_01ff)))])],
    }),
    outcome: 'fail',
    says: ['1 of 6 PKI objects is open', '1 CA host can be taken over'],
    counts: { pass: 5, fail: 2 },
  },
  {
    name: 'somebody in Account Operators',
    evidence: having({
      principals: {
        privilegedGroups: [operators(`CN=Jörg Müller,OU=Büro,${forestDn}`)],
        accounts: [
          serviceAccount('jmueller', 1777, {
            distinguishedName: `CN=Jörg Müller,OU=Büro,${forestDn}`,
            adminCount: true,
            memberOf: [`CN=Konten-Operatoren,CN=Builtin,${forestDn}`],
          }),
        ],
      },
    }),
    outcome: 'fail',
    says: ['by its computer account: Account Operators with members outside Tier 0 (full control)'],
  },
  {
    name: 'only an administrator of the domain in Account Operators',
    evidence: having({ principals: { privilegedGroups: [operators(`CN=anna.admin,CN=Users,${forestDn}`)] } }),
    outcome: 'pass',
  },
  {
    name: 'somebody nobody read in Account Operators',
    evidence: having({ principals: { privilegedGroups: [operators(`CN=Otto,${forestDn}`)] } }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [guid(501)]: 'Account Operators (full control) may take it over; it is not known' },
  },
  {
    name: 'members of Account Operators not read',
    evidence: having({}).filter(({ kind }) => kind !== 'ad.privileged-groups'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions of the computer account of a CA that are not visible',
    evidence: having({ accounts: [searched([hiddenAccount])] }),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['Nobody outside Tier 0 was seen', '1 object could not be judged'],
    notes: { [guid(501)]: 'permissions are not visible' },
  },
  {
    name: 'computer accounts of CAs denied',
    evidence: having({ accounts: [failed('ad.authority-computers', forest, 'access-denied')] }),
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [hostObject]: 'contoso.com: Reading it gave: access-denied.' },
  },
  {
    name: 'computer accounts of CAs not read, as in an engagement of an earlier version',
    evidence: having({ accounts: [] }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [hostObject]: 'not looked for everywhere. contoso.com: Nothing was collected of it.' },
  },
  {
    name: 'a CA that came after the computers were read',
    evidence: having({ accounts: [searched([], [])] }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [hostObject]: 'contoso.com: Was read when this CA was not known' },
  },
  {
    name: 'a CA under an alias',
    evidence: having({ accounts: [searched([])] }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [hostObject]: 'No computer account of contoso.com has this host name' },
  },
  {
    name: 'a CA in a domain below',
    evidence: [
      ...having({
        accounts: [
          searched([]),
          searched(
            [account(computerRights(), { distinguishedName: 'CN=CA01,OU=Süd,DC=emea,DC=contoso,DC=com' })],
            [host],
            'emea.contoso.com',
          ),
          record('ad.privileged-groups', 'emea.contoso.com', { groups: [operators()] }),
          record('ad.groups', 'emea.contoso.com', { groups: [], wellKnownMembers: [], total: 0 }),
        ],
      }).filter(({ kind }) => kind !== 'ad.partitions'),
      twoDomains,
    ],
    outcome: 'pass',
    counts: { pass: 7 },
  },
  {
    name: 'a CA in a domain below that could not be read',
    evidence: [
      ...having({
        accounts: [searched([]), failed('ad.authority-computers', 'emea.contoso.com', 'unreachable')],
      }).filter(({ kind }) => kind !== 'ad.partitions'),
      twoDomains,
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [hostObject]: 'emea.contoso.com: Reading it gave: unreachable.' },
  },
  {
    name: 'a CA that names no host',
    evidence: [
      ...having({}).filter(({ kind }) => kind !== 'ad.certification-authorities'),
      authoritiesOf([authority({ dnsHostName: '', certificates: [own] })]),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [hostObject]: 'names no host' },
  },
  {
    name: 'a forest without a CA',
    evidence: [
      ...having({ certificates: [], accounts: [searched([], [])] }).filter(
        ({ kind }) => kind !== 'ad.certification-authorities',
      ),
      authoritiesOf([]),
    ],
    outcome: 'pass',
    says: ['no CA is published'],
  },
  {
    name: 'denied',
    evidence: [failed('ad.pki-access-control', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
