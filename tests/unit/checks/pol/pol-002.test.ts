import check from '../../../../src-main/checks/pol/pol-002-hello-enabled.check';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { describeCheck, failed, partial, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { client, clientWithoutCheck, idOf, pc1, pc2, pilotScope, variant } from '../prv/clients';
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
  policyTarget,
  registry,
  sites,
  staff,
  unitId,
  usersIn,
  workstations,
} from './policies';

const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)] });
const second = policy(6, 'WHFB second', { machine: [hello('Enabled', 1)] });
const off = policy(2, 'WHfB off', { machine: [hello('Enabled', 0)] });
const userOff = policy(3, 'WHfB off for staff', { user: [hello('Enabled', 0)] });
const userOn = policy(4, 'WHfB for staff', { user: [hello('Enabled', 1)] });
const baseline = policy(5, 'Baseline', { machine: [hello('RequireSecurityDevice', 1)] });
const linked = domain(
  [pilot, baseline],
  [container(pilotUnit, [link(pilot)]), container(workstations, [link(baseline)])],
);
const inUnit = (outcome: Outcome) => ({ [unitId]: outcome });
const pilotGroupSid = `${domainSid}-1110`;

describeCheck(check, [
  {
    name: 'on by the policy of the pilot unit',
    evidence: [...linked, computersIn()],
    outcome: 'pass',
    says: ['1 place'],
    objects: inUnit('pass'),
    notes: { [unitId]: 'Enabled is 1 by “WHFB Pilot” (computer half)' },
  },
  {
    name: 'confirmed by clients',
    evidence: [...linked, computersIn(), client(pc1), client(pc2)],
    outcome: 'pass',
    says: ['1 place and 2 clients'],
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'off by an enforced policy above',
    evidence: [
      ...domain(
        [pilot, off],
        [container(workstations, [link(off, { enforced: true })]), container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
    severity: 'blocker',
    says: ['does not take effect at OU=WHFB Pilot'],
    notes: { [unitId]: 'Enabled is 0 by “WHfB off”' },
  },
  {
    name: 'not configured',
    evidence: [...domain([baseline], [container(workstations, [link(baseline)])]), computersIn()],
    outcome: 'fail',
    notes: { [unitId]: 'No group policy sets Enabled' },
  },
  {
    name: 'link disabled',
    evidence: [...domain([pilot], [container(pilotUnit, [link(pilot, { disabled: true })])]), computersIn()],
    outcome: 'fail',
  },
  {
    name: 'computer half switched off',
    evidence: [
      ...domain(
        [policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], flags: 2 })],
        [container(pilotUnit, [link(pilot)])],
      ),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'inheritance blocked',
    evidence: [
      ...domain([pilot], [container(workstations, [link(pilot)]), container(pilotUnit, [], true)]),
      computersIn(),
    ],
    outcome: 'fail',
  },
  {
    name: 'a policy that is linked nowhere switches it off',
    evidence: [...domain([pilot, off], [container(pilotUnit, [link(pilot)])]), computersIn()],
    outcome: 'pass',
  },
  {
    name: 'one computer elsewhere',
    evidence: [...linked, computersIn(`OU=Berlin,${workstations}`, 'PC0488')],
    outcome: 'fail',
    objects: { [`ou=berlin,${workstations.toLowerCase()}`]: 'fail' },
  },
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
  {
    name: 'settings of a policy in between refused',
    evidence: [
      directory([pilot, off], [container(pilotUnit, [link(off), link(pilot)])]),
      registry(pilot),
      sites(),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [unitId]: '“WHfB off”' },
  },
  {
    name: 'the same, but all clients there say YES',
    evidence: [
      directory([pilot, off], [container(pilotUnit, [link(off), link(pilot)])]),
      registry(pilot),
      sites(),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      computersIn(),
      client(pc1),
    ],
    outcome: 'pass',
    notes: { [unitId]: 'Confirmed by 1 client here' },
  },
  {
    name: 'the same, and clients disagree',
    evidence: [
      directory([pilot, off], [container(pilotUnit, [link(off), link(pilot)])]),
      registry(pilot),
      sites(),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      computersIn(),
      client(pc1),
      client(pc2, variant.policyMissing),
    ],
    outcome: 'fail',
    objects: { [unitId]: 'unknown', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'policy reaches the unit, a client says NO',
    evidence: [...linked, computersIn(), client(pc1), client(pc2, variant.policyMissing)],
    outcome: 'fail',
    says: [pc2],
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'no policy reaches the unit, yet a client there says YES',
    evidence: [...domain([baseline], []), computersIn(), client(pc1)],
    outcome: 'unknown',
    reason: 'contradictory',
    notes: { [unitId]: 'a local policy or Intune' },
  },
  {
    name: 'only clients',
    evidence: [client(pc1), client(pc2)],
    outcome: 'pass',
    says: ['2 clients'],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'only clients, one without policy (GPO missing)',
    evidence: [client(pc1), client(pc2, variant.policyMissing)],
    outcome: 'fail',
    says: [pc2],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'clients that no longer tell',
    evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'a remote session does not count',
    evidence: [client(pc1), client(pc2, variant.remoteSession)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'a client outside the pilot does not count',
    evidence: [...linked, computersIn(), client('pc0999.contoso.com', variant.policyMissing)],
    scope: pilotScope,
    outcome: 'pass',
    objects: { [unitId]: 'pass', 'client:pc0999.contoso.com': 'not-applicable' },
  },
  {
    name: 'pilot computers refused: a client may stand outside the pilot',
    evidence: [
      ...linked,
      failed('ad.pilot-computers', forest, 'access-denied', 'Refused.'),
      client(pc2, variant.policyMissing),
    ],
    scope: pilotScope,
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { 'setting:enabled': 'unknown', 'domain:contoso.com': 'unknown', [idOf(pc2)]: 'unknown' },
    notes: { [idOf(pc2)]: 'belongs to the pilot is not known' },
  },
  {
    name: 'settings without links: application not known',
    evidence: [registry(pilot)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:enabled': 'unknown' },
    notes: { 'setting:enabled': 'not every policy was read' },
  },
  {
    name: 'settings without links, clients confirm',
    evidence: [registry(pilot), client(pc1)],
    outcome: 'pass',
    objects: { 'setting:enabled': 'info', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'settings without links, a client says NO',
    evidence: [registry(pilot), client(pc1), client(pc2, variant.policyMissing)],
    outcome: 'fail',
    objects: { 'setting:enabled': 'unknown', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'links, but no places of the pilot',
    evidence: [...linked],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:enabled': 'unknown' },
    notes: { 'setting:enabled': 'whether it applies to the pilot is not known' },
  },
  {
    name: 'a unit named by the scope stands for its computers',
    evidence: [...linked],
    scope: { pilotComputers: { kind: 'unit', unit: pilotUnit } },
    outcome: 'pass',
    objects: inUnit('pass'),
  },
  {
    name: 'every policy read, none has the setting',
    evidence: [...domain([baseline], [])],
    outcome: 'fail',
    objects: { 'setting:enabled': 'fail' },
  },
  {
    name: 'some policies read, none has the setting',
    evidence: [registry(baseline)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:enabled': 'unknown' },
  },
  {
    name: 'some policies read, none has the setting, clients say YES',
    evidence: [registry(baseline), client(pc1)],
    outcome: 'pass',
    objects: { 'setting:enabled': 'info', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'links of one of two domains not read',
    evidence: [
      ...linked,
      computersIn(),
      record('ad.pilot-computers', 'emea.contoso.com', {
        total: 1,
        populationFound: true,
        computers: [
          {
            distinguishedName: 'CN=PC1,OU=PCs,DC=emea,DC=contoso,DC=com',
            objectSid: 'S-1-5-21-1-2-3-1',
            objectGuid: guid(990),
            name: 'PC1',
          },
        ],
      }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', 'ou=pcs,dc=emea,dc=contoso,dc=com': 'unknown' },
  },
  {
    name: 'pilot computers of one of two domains refused',
    evidence: [...linked, computersIn(), failed('ad.pilot-computers', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [unitId]: 'pass', 'domain:emea.contoso.com': 'unknown' },
  },
  {
    name: 'nothing collected',
    evidence: [],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Neither the settings'],
  },
  {
    name: 'SYSVOL refused, no clients',
    evidence: [failed('policy.registry', policyTarget(1), 'access-denied', 'SYSVOL refused.')],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['SYSVOL refused.'],
  },
  {
    name: 'a list of policies that was cut off',
    evidence: [partial('ad.group-policy', forest, 'unreachable', { objects: [], containers: [] })],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'Intune, clients say YES',
    evidence: [...domain([off], [container(pilotUnit, [link(off)])]), computersIn(), client(pc1)],
    scope: { policyChannel: 'intune' },
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  {
    name: 'Intune, a client says NO',
    evidence: [client(pc1, variant.policyMissing)],
    scope: { policyChannel: 'intune' },
    outcome: 'fail',
  },
  {
    name: 'Intune, no client',
    evidence: [...linked, computersIn()],
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Intune'],
  },
  {
    name: 'both channels: group policy wins over Intune',
    evidence: [...linked, computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'pass',
  },
  {
    name: 'both channels, group policy silent',
    evidence: [...domain([baseline], []), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Intune'],
  },
  {
    name: 'both channels, group policy silent, clients say YES',
    evidence: [...domain([baseline], []), computersIn(), client(pc1)],
    scope: { policyChannel: 'both' },
    outcome: 'pass',
  },
  {
    name: 'both channels, every policy read and none has it',
    evidence: [...domain([baseline], [])],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'off by the policy of the unit, yet on by the report of one of its clients',
    evidence: [
      ...domain([pilot, off], [container(pilotUnit, [link(off)])]),
      computersIn(),
      record('policy.resultant', pc1, {
        host: pc1,
        machine: {
          policies: [{ guid: pilot.object.guid, domain: forest, displayName: 'WHFB Pilot', order: 1 }],
          values: [],
          namedSettings: 0,
        },
        user: { policies: [], values: [], namedSettings: 0 },
      }),
    ],
    outcome: 'warning',
    says: ['takes effect in part', 'otherwise'],
    objects: { [unitId]: 'unknown', [`resultant:${pc1}`]: 'warning' },
  },
]);
