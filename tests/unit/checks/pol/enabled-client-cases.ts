import type { CheckCase } from '../check-cases';
import { failed } from '../check-cases';
import { forest } from '../contoso';
import { client, clientWithoutCheck, idOf, pc1, pc2, pilotScope, variant } from '../prv/clients';
import { baseline, linked, off, pilot } from './enabling-policies';
import {
  computersIn,
  container,
  directory,
  domain,
  link,
  pilotUnit,
  policyTarget,
  registry,
  sites,
  unitId,
} from './policies';

/** POL-002 where clients confirm or contradict what group policy says, and where only they tell. */
export const enabledClientCases: readonly CheckCase[] = [
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
];
