import { attributeRight, extendedRight, validatedWriteComputer } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, AuthorityComputer } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, failed, record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { allow, deny, descriptor, rid, serviceAccount, sidOf } from '../principals';
import { secured, services } from './access-control';
import {
  account,
  caComputer,
  computerRights,
  having,
  helpdesk,
  host,
  operators,
  own,
  searched,
} from './authority-forest';

const hiddenAccount: AuthorityComputer = {
  distinguishedName: caComputer,
  role: 'authority-computer',
  objectGuid: guid(501),
  hosts: [host],
};

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

/** Who can take over the computer accounts of CAs (SEC-006). */
export const authorityComputerCases: readonly CheckCase[] = [
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
];
