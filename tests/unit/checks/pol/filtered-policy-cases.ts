import type { CheckCase } from '../check-cases';
import { failed } from '../check-cases';
import { forest } from '../contoso';
import { client, idOf, pc1 } from '../prv/clients';
import { off, pilot, pilotGroupSid, second, userOff, userOn } from './enabling-policies';
import {
  computersIn,
  container,
  descriptor,
  directory,
  domain,
  filteredTo,
  hello,
  link,
  pilotUnit,
  policy,
  registry,
  sites,
  staff,
  unitId,
  usersIn,
  workstations,
} from './policies';

/** POL-002 where filters, sites and the user half decide what reaches a place. */
export const filteredPolicyCases: readonly CheckCase[] = [
  {
    name: 'a WMI filter nobody can evaluate here',
    evidence: [
      ...domain(
        [
          policy(1, 'WHFB Pilot', {
            machine: [hello('Enabled', 1)],
            hasWmiFilter: true,
            wmiFilter: { name: 'Windows 11', queries: ['SELECT * FROM Win32_OperatingSystem WHERE ProductType = 1'] },
          }),
        ],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'WMI filter “Windows 11”, which only the client can evaluate: “SELECT *' },
  },
  {
    name: 'a WMI filter before a policy that sets the same',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], hasWmiFilter: true }), second],
        [container(pilotUnit, [link(pilot), link(second)])],
      ),
      computersIn(),
    ],
    outcome: 'pass',
    notes: { [unitId]: 'Enabled is 1 by “WHFB second”' },
  },
  {
    name: 'filtered to a group of computers the pilot is',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], securityDescriptor: filteredTo(pilotGroupSid) })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    scope: { pilotComputers: { kind: 'group', group: pilotGroupSid } },
    outcome: 'pass',
  },
  {
    name: 'filtered to a group of which the pilot is not known to be',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], securityDescriptor: filteredTo(pilotGroupSid) })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'whether these computers belong to them is not known' },
  },
  {
    name: 'computers may not read the policy',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], securityDescriptor: descriptor() })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'filter of the policy not returned',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], securityDescriptor: undefined })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'links of sites not read',
    evidence: [directory([pilot], [container(pilotUnit, [link(pilot)])]), registry(pilot), computersIn()],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'Which policies the sites link' },
  },
  {
    name: 'links of sites refused',
    evidence: [
      directory([pilot], [container(pilotUnit, [link(pilot)])]),
      registry(pilot),
      failed('ad.sites', forest, 'access-denied', 'Sites refused.'),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['Sites refused.'],
  },
  {
    name: 'links of the domain refused',
    evidence: [
      failed('ad.group-policy', forest, 'access-denied', 'Policies refused.'),
      registry(pilot),
      sites(),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['Policies refused.'],
  },
  {
    name: 'one site, which switches it off and is enforced',
    evidence: [
      directory([pilot, off], [container(pilotUnit, [link(pilot)])]),
      registry(pilot),
      registry(off),
      sites({ Berlin: [link(off, { enforced: true })] }),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'one of two sites switches it off',
    evidence: [
      directory([pilot, off], [container(pilotUnit, [link(pilot)])]),
      registry(pilot),
      registry(off),
      sites({ Berlin: [link(off, { enforced: true })], London: [] }),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'linked to the site Berlin' },
  },
  {
    name: 'the user half switches it off',
    evidence: [
      ...domain([pilot, userOff], [container(pilotUnit, [link(pilot)]), container(staff, [link(userOff)])]),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'fail',
    notes: { [unitId]: '“WHfB off for staff” (user half)' },
  },
  {
    name: 'the user half alone switches it on',
    evidence: [...domain([userOn], [container(staff, [link(userOn)])]), computersIn(), usersIn(staff)],
    outcome: 'pass',
    says: ['user half was judged at 1 place'],
  },
  {
    name: 'the user half switches it on for some users',
    evidence: [...domain([userOn], [container(staff, [link(userOn)])]), computersIn(), usersIn(staff, workstations)],
    outcome: 'fail',
  },
  {
    name: 'the same, and a client of one of them says YES',
    evidence: [
      ...domain([userOn], [container(staff, [link(userOn)])]),
      computersIn(),
      usersIn(staff, workstations),
      client(pc1),
    ],
    outcome: 'fail',
    objects: { [unitId]: 'fail', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'a contradicting user half, users not read',
    evidence: [
      ...domain([pilot, userOff], [container(pilotUnit, [link(pilot)]), container(staff, [link(userOff)])]),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['user half'],
  },
];
