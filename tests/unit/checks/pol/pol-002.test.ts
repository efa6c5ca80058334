import check from '../../../../src-main/checks/pol/pol-002-hello-enabled.check';
import { describeCheck, failed, partial, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { client, idOf, pc1, pc2, variant } from '../prv/clients';
import { enabledClientCases } from './enabled-client-cases';
import { baseline, inUnit, linked, off, pilot } from './enabling-policies';
import { filteredPolicyCases } from './filtered-policy-cases';
import {
  computersIn,
  container,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  unitId,
  workstations,
} from './policies';

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
  ...filteredPolicyCases,
  ...enabledClientCases,
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
