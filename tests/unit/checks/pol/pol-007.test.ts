import check from '../../../../src-main/checks/pol/pol-007-policy-filtering.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, forestDn } from '../contoso';
import {
  applies,
  computersIn,
  container,
  descriptor,
  directory,
  domain,
  filteredTo,
  hello,
  link,
  loopback,
  pilotUnit,
  policy,
  policyTarget,
  reads,
  registry,
  sites,
  staff,
  usersIn,
  workstations,
} from './policies';

const authenticatedUsers = 'S-1-5-11';
const firstComputer = `${domainSid}-5000`;
const pilotGroup = `${domainSid}-1110`;
const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)] });
const unlinked = policy(2, 'WHfB alt – Entwurf', { machine: [hello('Enabled', 1)] });
const [gpo1, gpo2] = [`${policyTarget(1)}/machine`, `${policyTarget(2)}/machine`];
const linkedTo = (one: typeof pilot, unit = pilotUnit) => [
  ...domain([one], [container(unit, [link(one)])]),
  computersIn(),
];
const filtered = (more: Parameters<typeof policy>[2]) =>
  policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], ...more });
const userPolicy = (more: Parameters<typeof policy>[2] = {}) =>
  policy(3, 'WHFB users', { user: [hello('Enabled', 1)], ...more });
const noUsers = (): EvidenceRecord =>
  record('ad.pilot-users', forest, {
    total: 0,
    suffixes: [],
    withoutUpn: { count: 0, users: [] },
    populationFound: true,
  });

describeCheck(check, [
  {
    name: 'reaches the pilot',
    evidence: linkedTo(pilot),
    outcome: 'pass',
    says: ['1 of 1 place with pilot computers'],
    objects: { [gpo1]: 'pass' },
  },
  {
    name: 'reaches one of two places',
    evidence: [
      ...domain([pilot], [container(pilotUnit, [link(pilot)])]),
      record('ad.pilot-computers', forest, {
        total: 2,
        populationFound: true,
        computers: [pilotUnit, staff].map((unit, index) => ({
          distinguishedName: `CN=PC${index},${unit}`,
          objectSid: `${domainSid}-500${index}`,
          objectGuid: `00000000-0000-4000-8000-00000000050${index}`,
          name: `PC${index}`,
        })),
      }),
    ],
    outcome: 'pass',
    says: ['1 of 2 places'],
  },
  {
    name: 'a draft beside the one that reaches',
    evidence: [...domain([pilot, unlinked], [container(pilotUnit, [link(pilot)])]), computersIn()],
    outcome: 'pass',
    objects: { [gpo1]: 'pass', [gpo2]: 'info' },
    notes: { [gpo2]: 'is linked nowhere' },
  },
  {
    name: 'linked nowhere',
    evidence: [...domain([pilot], []), computersIn()],
    outcome: 'fail',
    severity: 'high',
    says: ['“WHFB Pilot” is linked nowhere.'],
    objects: { [gpo1]: 'fail' },
  },
  {
    name: 'link disabled',
    evidence: [...domain([pilot], [container(pilotUnit, [link(pilot, { disabled: true })])]), computersIn()],
    outcome: 'fail',
    notes: { [gpo1]: 'The link of “WHFB Pilot” is disabled' },
  },
  {
    name: 'linked elsewhere',
    evidence: linkedTo(pilot, staff),
    outcome: 'fail',
    notes: { [gpo1]: 'where no pilot computers are' },
  },
  {
    name: 'inheritance blocked',
    evidence: [
      ...domain([pilot], [container(workstations, [link(pilot)]), container(pilotUnit, [], true)]),
      computersIn(),
    ],
    outcome: 'fail',
    notes: { [gpo1]: 'blocks inheritance' },
  },
  {
    name: 'computer half off',
    evidence: linkedTo(filtered({ flags: 2 })),
    outcome: 'fail',
    notes: { [gpo1]: 'computer half of “WHFB Pilot” is switched off' },
  },
  {
    name: 'extension not listed',
    evidence: linkedTo(filtered({ machineExtensions: ['827d319e-6eac-11d2-a4ea-00c04f79f83a'] })),
    outcome: 'fail',
    notes: { [gpo1]: 'clients do not carry them out' },
  },
  {
    name: 'filtered to the pilot group',
    evidence: linkedTo(filtered({ securityDescriptor: filteredTo(pilotGroup) })),
    scope: { pilotComputers: { kind: 'group', group: pilotGroup } },
    outcome: 'pass',
  },
  {
    name: 'filtered to a group of which the pilot is not known to be',
    evidence: linkedTo(filtered({ securityDescriptor: filteredTo(pilotGroup) })),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [gpo1]: 'is filtered to an account that is not visible' },
  },
  {
    name: 'filtered to one of two computers',
    evidence: [
      ...domain([filtered({ securityDescriptor: filteredTo(firstComputer) })], [container(pilotUnit, [link(pilot)])]),
      computersIn(pilotUnit, 'pc1', 'pc2'),
    ],
    outcome: 'warning',
    says: ['1 of 1 place', 'applies to some of the computers only'],
    objects: { [gpo1]: 'warning' },
  },
  {
    name: 'denied to the pilot group',
    evidence: linkedTo(
      filtered({
        securityDescriptor: descriptor(
          applies(pilotGroup, false),
          applies(authenticatedUsers),
          reads(authenticatedUsers),
        ),
      }),
    ),
    scope: { pilotComputers: { kind: 'group', group: pilotGroup } },
    outcome: 'fail',
    notes: { [gpo1]: 'or denied to them' },
  },
  {
    name: 'users may apply it, computers may not read it (MS16-072)',
    evidence: [
      ...domain(
        [
          userPolicy({
            securityDescriptor: descriptor(applies(authenticatedUsers), applies(pilotGroup), reads(pilotGroup)),
          }),
        ],
        [container(staff, [link(userPolicy())])],
      ),
      computersIn(),
      usersIn(staff),
      record('ad.pilot-computers', 'emea.contoso.com', { total: 0, populationFound: true, computers: [] }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['computers may read “WHFB users”'],
  },
  {
    name: 'nobody may read it',
    evidence: [
      ...domain(
        [userPolicy({ securityDescriptor: descriptor(applies(authenticatedUsers)) })],
        [container(staff, [link(userPolicy())])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a WMI filter, whose query is shown',
    evidence: linkedTo(
      filtered({ hasWmiFilter: true, wmiFilter: { name: 'Notebooks', queries: ['SELECT * FROM Win32_Battery'] } }),
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['“Notebooks”', '“SELECT * FROM Win32_Battery”'],
  },
  {
    name: 'a WMI filter on one, another reaches',
    evidence: [
      ...domain([filtered({ hasWmiFilter: true }), unlinked], [container(pilotUnit, [link(pilot), link(unlinked)])]),
      computersIn(),
    ],
    outcome: 'pass',
    objects: { [gpo1]: 'unknown', [gpo2]: 'pass' },
  },
  {
    name: 'rights not returned',
    evidence: linkedTo(filtered({ securityDescriptor: undefined })),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'user half alone, where loopback replaces it',
    evidence: [
      ...domain(
        [userPolicy(), policy(4, 'Kiosks', { machine: [loopback(2)], user: [hello('Enabled', 1)] })],
        [container(staff, [link(userPolicy())]), container(pilotUnit, [link(policy(4, 'Kiosks'))])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'warning',
    says: ['Loopback processing replaces'],
  },
  {
    name: 'the pilot group has no enabled member',
    evidence: [...linkedTo(filtered({ securityDescriptor: filteredTo(pilotGroup) })), noUsers()],
    scope: { pilotComputers: { kind: 'group', group: pilotGroup }, pilotUsers: { kind: 'group', group: pilotGroup } },
    outcome: 'warning',
    says: ['no enabled member'],
  },
  {
    name: 'overruled by another policy',
    evidence: [
      ...domain(
        [pilot, policy(6, 'Off', { machine: [hello('Enabled', 0)] })],
        [container(pilotUnit, [link(policy(6, 'Off')), link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
    notes: { [gpo1]: 'a policy that wins says something else' },
  },
  {
    name: 'no policy switches Hello on',
    evidence: [...domain([policy(1, 'Empty')], []), computersIn()],
    outcome: 'fail',
    says: ['POL-002'],
  },
  {
    name: 'no policy switches Hello on, Intune may',
    evidence: [...domain([policy(1, 'Empty')], []), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'not every policy read',
    evidence: [
      directory([pilot, policy(5, 'Baseline')], [container(pilotUnit, [link(pilot)])]),
      registry(policy(5, 'Baseline')),
      sites(),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no policy that was read switches Hello on, one that is linked nowhere was not read',
    evidence: [
      directory([policy(5, 'Baseline'), unlinked], [container(pilotUnit, [link(policy(5, 'Baseline'))])]),
      registry(policy(5, 'Baseline')),
      sites(),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not every policy was read'],
  },
  {
    name: 'no places of the pilot',
    evidence: domain([pilot], [container(pilotUnit, [link(pilot)])]),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'pilot computers refused',
    evidence: [
      ...domain([pilot], [container(pilotUnit, [link(pilot)])]),
      failed('ad.pilot-computers', forest, 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'directory refused',
    evidence: [registry(pilot), computersIn(), failed('ad.group-policy', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'sites not read',
    evidence: [directory([pilot], [container(forestDn, [])]), registry(pilot), computersIn()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  { name: 'Intune alone', evidence: linkedTo(pilot), scope: { policyChannel: 'intune' }, outcome: 'not-applicable' },
]);
