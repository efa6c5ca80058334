import { describe, expect, it } from 'vitest';
import { accountsServing, connectAccounts } from '../../../../src-main/evidence/derived/bridge-accounts';
import { type PrincipalSources, viewPrincipals } from '../../../../src-main/evidence/derived/principals';
import type { DirectoryGroup, PrivilegedGroup, ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { domainSid, forestDn } from '../../checks/contoso';
import { adfsAccount, connector, group, privilegedGroup, rid, serviceAccount, sidOf } from '../../checks/principals';

const dn = (name: string): string => `CN=${name},CN=Users,${forestDn}`;
const partitions = [
  {
    target: 'contoso.com',
    data: { upnSuffixes: [], domains: [{ dnsRoot: 'contoso.com', netBiosName: 'CONTOSO', namingContext: forestDn }] },
  },
];
interface Parts {
  readonly groups?: readonly DirectoryGroup[];
  readonly privileged?: readonly PrivilegedGroup[];
  readonly accounts?: readonly ServiceAccount[];
}
const sources = ({ groups = [], privileged = [], accounts = [] }: Parts): PrincipalSources => ({
  groups: [{ target: 'contoso.com', data: { groups, wellKnownMembers: [], total: groups.length } }],
  privilegedGroups: [{ target: 'contoso.com', data: { groups: privileged } }],
  serviceAccounts: [{ target: 'contoso.com', data: { accounts } }],
  domains: [{ target: 'contoso.com', data: { distinguishedName: forestDn, objectSid: domainSid } }],
  partitions,
});
const view = (parts: Parts) => viewPrincipals(sources(parts));

const nested = [
  group('Domänen-Admins', rid.domainAdmins, { adminCount: true }),
  group('Team', 1601, { memberOf: [dn('Operations')] }),
  group('Operations', 1602, { memberOf: [dn('Domänen-Admins'), dn('Team')] }),
  group('Helpdesk', rid.helpdesk),
];

describe('titles', () => {
  it('are what the directory calls an account, whatever its language', () => {
    const { titleOf } = view({ groups: nested, accounts: [adfsAccount] });
    expect(titleOf(sidOf(rid.domainAdmins))).toBe('CONTOSO\\Domänen-Admins');
    expect(titleOf(sidOf(rid.adfs))).toBe('CONTOSO\\svc-adfs$');
    expect(titleOf('S-1-5-11')).toBe('Authenticated Users');
    expect(titleOf('S-1-5-32-544')).toBe('Administrators');
    expect(titleOf(sidOf(rid.keyAdmins))).toBe('Key Admins');
    expect(titleOf(sidOf(rid.unseen))).toBe('an account that is not visible');
    expect(titleOf('S-1-5-21-9-9-9-512')).toBe('an account that is not visible');
  });
});

describe('membership', () => {
  it('is followed upwards, through circles', () => {
    const { isIn, tierOf } = view({ groups: nested });
    expect(isIn(sidOf(1601), sidOf(rid.domainAdmins))).toBe(true);
    expect(isIn(dn('team'), sidOf(rid.domainAdmins))).toBe(true);
    expect(isIn(sidOf(rid.helpdesk), sidOf(rid.domainAdmins))).toBe(false);
    expect([tierOf(sidOf(1601)), tierOf(sidOf(rid.helpdesk))]).toEqual(['zero', 'other']);
  });

  it('is known from the lists of privileged groups too', () => {
    const { isIn } = view({
      groups: nested,
      privileged: [privilegedGroup('Domänen-Admins', rid.domainAdmins, [`CN=Otto,OU=Staff,${forestDn}`])],
    });
    expect(isIn(`cn=Otto,ou=Staff,${forestDn}`, sidOf(rid.domainAdmins))).toBe(true);
    expect(isIn(`CN=Erna,OU=Staff,${forestDn}`, sidOf(rid.domainAdmins))).toBeUndefined();
  });

  it('counts the primary group', () => {
    const account = serviceAccount('svc-old', 1701, { primaryGroupId: rid.domainAdmins });
    const { isIn, tierOf, tokenOf } = view({ groups: nested, accounts: [account] });
    expect(isIn(account.objectSid, sidOf(rid.domainAdmins))).toBe(true);
    expect(tierOf(account.objectSid)).toBe('zero');
    expect(tokenOf(account).sids.has(sidOf(rid.domainAdmins))).toBe(true);
  });

  it('is not known when a group on the way or a domain was not read', () => {
    const lost = serviceAccount('svc-lost', 1702, { memberOf: [dn('Gone')] });
    expect(view({ groups: nested, accounts: [lost] }).isIn(lost.objectSid, sidOf(rid.domainAdmins))).toBeUndefined();
    const domains = [
      ...(partitions[0]?.data.domains ?? []),
      { dnsRoot: 'emea.contoso.com', netBiosName: 'EMEA', namingContext: `DC=emea,${forestDn}` },
    ];
    const two = viewPrincipals({
      ...sources({ groups: nested }),
      partitions: [{ target: 'contoso.com', data: { upnSuffixes: [], domains } }],
    });
    expect(two.isIn(sidOf(rid.helpdesk), sidOf(rid.domainAdmins))).toBeUndefined();
    expect(two.tierOf(sidOf(rid.helpdesk))).toBe('unknown');
    expect(two.tierOf(sidOf(rid.domainAdmins))).toBe('zero');
    const { partitions: _, ...unlisted } = sources({ groups: nested });
    expect(viewPrincipals(unlisted).isIn(sidOf(rid.helpdesk), sidOf(rid.domainAdmins))).toBeUndefined();
  });
});

describe('tiers', () => {
  it('of strangers are known once protected accounts were read', () => {
    expect(view({ groups: nested }).tierOf(sidOf(rid.unseen))).toBe('other');
    const { serviceAccounts: _, ...unread } = sources({ groups: nested });
    expect(viewPrincipals({ ...unread, serviceAccounts: [] }).tierOf(sidOf(rid.unseen))).toBe('unknown');
  });

  it('do not mistake the administrators of another forest for ours', () => {
    expect(view({ groups: nested }).tierOf('S-1-5-21-9-9-9-512')).toBe('other');
    expect(viewPrincipals({ ...sources({}), domains: [] }).tierOf('S-1-5-21-9-9-9-512')).toBe('zero');
  });

  it('are low for groups with everybody in them', () => {
    const { isLowPrivileged, isTierZero } = view({
      groups: [group('Domain Users', rid.domainUsers, { memberOf: [dn('Staff')] }), group('Staff', 1610)],
    });
    expect(isLowPrivileged(sidOf(1610))).toBe(true);
    expect(['S-1-1-0', 'S-1-5-11', sidOf(515), 'S-1-5-32-554'].map(isLowPrivileged)).toEqual([true, true, true, true]);
    expect([isLowPrivileged(sidOf(512)), isLowPrivileged('S-1-5-18'), isTierZero('S-1-5-18')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('see Everyone and the like in a group', () => {
    const parts = sources({ groups: [group('Staff', 1610)] });
    const wellKnownMembers = [
      {
        distinguishedName: `CN=S-1-5-11,CN=ForeignSecurityPrincipals,${forestDn}`,
        objectSid: 'S-1-5-11',
        memberOf: [dn('Staff')],
      },
    ];
    const groups = parts.groups.map(({ target, data }) => ({ target, data: { ...data, wellKnownMembers } }));
    const { isLowPrivileged, tokenOf } = viewPrincipals({ ...parts, groups });
    expect(isLowPrivileged(sidOf(1610))).toBe(true);
    expect(tokenOf(connector).sids.has(sidOf(1610))).toBe(true);
  });
});

describe('tokens', () => {
  it('hold the account, its groups, and what everybody is', () => {
    const account = serviceAccount('svc', 1703, { memberOf: [dn('Team')] });
    const { sids, isComplete } = view({ groups: [...nested, group('Domain Users', rid.domainUsers)] }).tokenOf(account);
    expect([...sids].sort()).toEqual(
      [
        account.objectSid,
        sidOf(rid.domainUsers),
        sidOf(1601),
        sidOf(1602),
        sidOf(rid.domainAdmins),
        'S-1-1-0',
        'S-1-5-11',
        'S-1-5-32-545',
      ].sort(),
    );
    expect(isComplete).toBe(true);
    expect(view({ groups: [] }).tokenOf(account).isComplete).toBe(false);
  });
});

describe('accounts of AD FS and Entra Connect', () => {
  const legacy = serviceAccount('svc-web', 1705, { servicePrincipalNames: ['HTTP/intranet', 'host/intranet'] });

  it('are found by the name of the federation service', () => {
    expect(accountsServing([legacy, adfsAccount], ['FS.contoso.com'])).toEqual({
      accounts: [adfsAccount],
      isSure: true,
    });
    expect(accountsServing([legacy, adfsAccount, connector], [])).toEqual({
      accounts: [legacy, adfsAccount],
      isSure: false,
    });
    expect(accountsServing([legacy], ['fs.contoso.com']).accounts).toEqual([]);
  });

  it('are found by the names of their set-up, with the tenant', () => {
    const found = connectAccounts([
      connector,
      adfsAccount,
      serviceAccount('ADSyncMSA8f31$', 1706),
      serviceAccount('pGMSA_1a2b3c$', 1707, { description: 'notonmicrosoft.com' }),
    ]);
    expect(found.map(({ account, role, tenant }) => [account.samAccountName, role, tenant])).toEqual([
      ['MSOL_4f1c2d3e5a6b', 'connector', 'contoso.onmicrosoft.com'],
      ['ADSyncMSA8f31$', 'service', undefined],
      ['pGMSA_1a2b3c$', 'cloud-sync', undefined],
    ]);
  });
});
