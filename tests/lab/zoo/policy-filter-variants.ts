import type { AnswerKey } from '../answer-key';
import { hello, link, type Policy, policyContainer, policyDn, policyFiles } from '../build/content/group-policy';
import { siteDn } from '../build/content/sites';
import { domain, groups, policies, sites, units } from '../facts';
import type { DirectoryChange } from '../lab';
import { linked, unlinked } from './policies';
import type { Variant } from './variant';

const applyRight = 'edacfd8f-ffb3-11d1-b41d-00a0c968f939';

/** What is left to say when no policy about Hello reaches the pilot computers; users still have theirs. */
const notReached: AnswerKey = {
  'DEV-023': 'unknown: not-collected',
  'POL-001': 'fail',
  'POL-002': 'fail',
  'POL-003': 'fail',
  'POL-006': 'warning',
  'POL-007': 'fail',
};

/** The same when it cannot be told whether one reaches it. */
const notKnown: AnswerKey = Object.fromEntries(
  ['DEV-023', 'POL-001', 'POL-002', 'POL-003', 'POL-006', 'POL-007'].map((id) => [id, 'unknown: not-collected']),
);

/** The same when the policy is not visible to the account that read. */
const hidden: AnswerKey = Object.fromEntries(
  [...Object.keys(notKnown), 'POL-004', 'POL-015'].map((id) => [id, 'unknown: access-denied']),
);

const usualAccess = [
  `(A;CI;GA;;;${domain.sid}-512)`,
  `(A;CI;GA;;;${domain.sid}-519)`,
  '(A;CI;GA;;;SY)',
  '(A;CI;RPLCLORC;;;ED)',
];
const readBy = (sid: string) => `(A;CI;RPLCLORC;;;${sid})`;
const appliedTo = (sid: string) => `(OA;CI;CR;${applyRight};;${sid})`;

/** Who may read and apply the policy of the pilot. */
const access = (...entries: readonly string[]): DirectoryChange => ({
  dn: policyDn(policies.certificateTrust),
  replace: {
    nTSecurityDescriptor: [{ sddl: `O:${domain.sid}-512G:SYD:P${entries.join('')}${usualAccess.join('')}` }],
  },
});

const filterDn = `CN={7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01},CN=SOM,CN=WMIPolicy,CN=System,${domain.baseDn}`;
const domainComputers = `${domain.sid}-515`;
const closer: Policy = {
  guid: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e10',
  displayName: 'Ausnahme "Größe", 2+3',
  machine: [{ key: hello, name: 'Enabled', value: 0 }],
  user: [],
  linkedTo: [],
};

/** Links, inheritance and filters (POL-007). */
export const filterVariants: readonly Variant[] = [
  {
    name: 'a disabled link',
    changes: [linked(units.pilotComputers, link(policies.certificateTrust, 1))],
    answers: notReached,
  },
  {
    name: 'inheritance that is blocked',
    changes: [
      unlinked(units.pilotComputers),
      linked(units.workstations, link(policies.certificateTrust)),
      { dn: units.pilotComputers, replace: { gPOptions: ['1'] } },
    ],
    answers: notReached,
  },
  {
    name: 'an enforced link above blocked inheritance',
    changes: [
      unlinked(units.pilotComputers),
      linked(units.workstations, link(policies.certificateTrust, 2)),
      { dn: units.pilotComputers, replace: { gPOptions: ['1'] } },
    ],
    answers: {},
  },
  {
    name: 'a policy of higher precedence at the same unit that says otherwise',
    changes: [
      ...policyContainer(closer),
      linked(units.pilotComputers, link(policies.certificateTrust), link(closer.guid)),
    ],
    files: policyFiles(closer),
    answers: { 'POL-002': 'fail', 'POL-007': 'fail' },
  },
  {
    name: 'a policy of lower precedence at the same unit that says otherwise',
    changes: [
      ...policyContainer(closer),
      linked(units.pilotComputers, link(closer.guid), link(policies.certificateTrust)),
    ],
    files: policyFiles(closer),
    answers: {},
  },
  {
    name: 'a policy further away that says otherwise',
    changes: [...policyContainer(closer), linked(units.workstations, link(closer.guid))],
    files: policyFiles(closer),
    answers: {},
  },
  {
    name: 'an enforced policy further away that says otherwise',
    changes: [...policyContainer(closer), linked(units.workstations, link(closer.guid, 2))],
    files: policyFiles(closer),
    answers: { 'POL-002': 'fail', 'POL-007': 'fail' },
  },
  {
    name: 'the computer half switched off',
    changes: [{ dn: policyDn(policies.certificateTrust), replace: { flags: ['2'] } }],
    answers: notReached,
  },
  {
    name: 'the user half switched off',
    changes: [{ dn: policyDn(policies.certificateTrust), replace: { flags: ['1'] } }],
    answers: { 'POL-004': 'fail' },
  },
  {
    name: 'applied to every computer and the pilot group',
    changes: [access(readBy('AU'), appliedTo(domainComputers), appliedTo(groups.whfbUsers.sid))],
    answers: {},
  },
  {
    name: 'applied to the pilot users only',
    // Computers may be members of that group: the evidence does not hold their groups.
    changes: [access(readBy('AU'), appliedTo(groups.whfbUsers.sid))],
    answers: notKnown,
  },
  {
    name: 'read by the pilot users only',
    changes: [access(readBy(groups.whfbUsers.sid), appliedTo(groups.whfbUsers.sid), appliedTo(domainComputers))],
    answers: hidden,
  },
  {
    name: 'denied to computers',
    // A user can be in Domain Computers, too: the evidence does not hold all groups of all users.
    changes: [access(`(OD;CI;CR;${applyRight};;${domainComputers})`, readBy('AU'), appliedTo('AU'))],
    answers: { ...notReached, 'POL-004': 'unknown: not-collected' },
  },
  {
    name: 'a WMI filter',
    changes: [
      {
        dn: filterDn,
        add: {
          objectClass: ['msWMI-Som'],
          'msWMI-ID': ['{7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01}'],
          'msWMI-Name': ['Nur Notebooks'],
          'msWMI-Parm2': [`1;3;10;61;WQL;root\\CIMv2;SELECT * FROM Win32_ComputerSystem WHERE PCSystemType = 2;`],
        },
      },
      {
        dn: policyDn(policies.certificateTrust),
        replace: { gPCWQLFilter: [`[${domain.dnsName};{7b1c0de4-11aa-4c1e-8d5d-5a3f0d5c9b01};0]`] },
      },
    ],
    answers: { ...notKnown, 'POL-004': 'unknown: not-collected' },
  },
  {
    name: 'a policy that is hidden',
    changes: [
      {
        dn: policyDn(policies.certificateTrust),
        replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] },
      },
    ],
    answers: hidden,
  },
];

const everySite = (guid: string, options = 0): readonly DirectoryChange[] =>
  Object.values(sites).map(({ name }) => linked(siteDn(name), link(guid, options)));

/** Links of sites: a computer is in one of them, and the directory does not tell in which (POL-007). */
export const siteLinkVariants: readonly Variant[] = [
  {
    name: 'at one of them only',
    changes: [unlinked(units.pilotComputers), linked(siteDn(sites.hamburg.name), link(policies.certificateTrust))],
    answers: notKnown,
  },
  {
    name: 'at each of them, in the place of that at the unit',
    changes: [unlinked(units.pilotComputers), ...everySite(policies.certificateTrust)],
    answers: {},
  },
  {
    name: 'of a policy that says otherwise, at each of them',
    changes: [...policyContainer(closer), ...everySite(closer.guid)],
    files: policyFiles(closer),
    answers: {},
  },
  {
    name: 'of an enforced policy that says otherwise, at each of them',
    changes: [...policyContainer(closer), ...everySite(closer.guid, 2)],
    files: policyFiles(closer),
    answers: { 'POL-002': 'fail', 'POL-007': 'fail' },
  },
  {
    name: 'of an enforced policy that says otherwise, at one of them only',
    changes: [...policyContainer(closer), linked(siteDn(sites.hamburg.name), link(closer.guid, 2))],
    files: policyFiles(closer),
    answers: { 'POL-002': 'unknown: not-collected', 'POL-007': 'unknown: not-collected' },
  },
];
