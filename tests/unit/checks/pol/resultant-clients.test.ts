import { describe, it } from 'vitest';
import type { Check } from '../../../../src-main/checks/define-check';
import enabled from '../../../../src-main/checks/pol/pol-002-hello-enabled.check';
import certificateTrust from '../../../../src-main/checks/pol/pol-003-certificate-trust.check';
import cloudTrust from '../../../../src-main/checks/pol/pol-005-no-cloud-trust.check';
import type {
  ResultantGroupPolicy,
  ResultantHalf,
  ResultantReason,
} from '../../../../src-shared/model/evidence/policy';
import { type CheckCase, expectFinding, judge, record } from '../check-cases';
import { forest } from '../contoso';
import { client, idOf, pc1, pilotScope } from '../prv/clients';
import {
  computersIn,
  container,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  registry,
  type TestPolicy,
  unitId,
} from './policies';

const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1), hello('UseCertificateForOnPremAuth', 1)] });
const off = policy(2, 'WHfB off', { machine: [hello('Enabled', 0)] });
const cloud = policy(3, 'Cloud trust', { machine: [hello('UseCloudTrustForOnPremAuth', 1)] });

const logged = ({ object }: TestPolicy, how: number | ResultantReason): ResultantGroupPolicy => ({
  guid: object.guid,
  domain: forest,
  displayName: object.displayName,
  ...(typeof how === 'number' ? { order: how } : { reason: how }),
});
const half = (policies: readonly ResultantGroupPolicy[], more: Partial<ResultantHalf> = {}): ResultantHalf => ({
  policies,
  values: [],
  namedSettings: 0,
  ...more,
});
const nothing = half([]);
const report = (machine: ResultantHalf | undefined, user: ResultantHalf | undefined = nothing, host: string = pc1) =>
  record('policy.resultant', host, {
    host,
    ...(machine === undefined ? {} : { machine }),
    ...(user === undefined ? {} : { user }),
  });
const own = `resultant:${pc1}`;
const linked = [...domain([pilot], [container(pilotUnit, [link(pilot)])]), computersIn()];
const shown = (name: string, value: number) => ({
  key: 'Software\\Policies\\Microsoft\\PassportForWork',
  name,
  value,
  guid: pilot.object.guid,
});

const cases: readonly (CheckCase & { readonly check?: Check })[] = [
  {
    name: 'a client that applied what was computed',
    evidence: [...linked, report(half([logged(pilot, 2)]))],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [own]: 'pass' },
    notes: { [own]: 'By its own report: Enabled is 1 by “WHFB Pilot”' },
  },
  {
    name: 'a client whose security filter leaves it out',
    evidence: [...linked, report(half([logged(pilot, 'denied')]))],
    outcome: 'fail',
    objects: { [unitId]: 'pass', [own]: 'fail' },
    notes: { [own]: '“WHFB Pilot” was not applied: its security filter' },
  },
  {
    name: 'the disagreement is said',
    evidence: [...linked, report(half([logged(pilot, 'wmi-filter')]))],
    outcome: 'fail',
    notes: { [own]: 'Computed from the directory it would be otherwise.' },
  },
  {
    name: 'a client that has what should not reach it',
    evidence: [
      ...domain([pilot, off], [container(pilotUnit, [link(off)])]),
      computersIn(),
      report(half([logged(pilot, 1)])),
    ],
    outcome: 'warning',
    objects: { [unitId]: 'unknown', [own]: 'warning' },
  },
  {
    name: 'the policy applied last wins',
    evidence: [
      ...domain([pilot, off], [container(pilotUnit, [link(off), link(pilot)])]),
      computersIn(),
      report(half([logged(pilot, 1), logged(off, 2)])),
    ],
    outcome: 'fail',
    objects: { [unitId]: 'fail', [own]: 'fail' },
    notes: { [own]: 'Enabled is 0 by “WHfB off”' },
  },
  {
    name: 'links not read: it decides for this client only',
    evidence: [registry(pilot), computersIn(), report(half([logged(pilot, 1)]))],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'setting:enabled': 'unknown', [own]: 'pass' },
  },
  {
    name: 'nothing of the directory read: a value shown by its key',
    evidence: [report(half([logged(pilot, 1)], { values: [shown('Enabled', 1)] }))],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [own]: 'pass', 'other-clients': 'unknown' },
  },
  {
    name: 'nothing of the directory read: a value that is wrong',
    evidence: [report(half([logged(pilot, 1)], { values: [shown('Enabled', 0)] }))],
    outcome: 'fail',
    objects: { [own]: 'fail', 'other-clients': 'unknown' },
  },
  {
    name: 'nothing of the directory read: settings shown by a name in the language of the machine',
    evidence: [report(half([logged(pilot, 1)], { namedSettings: 5 }))],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [own]: 'unknown', 'other-clients': 'unknown' },
  },
  {
    name: 'no policy applied at all',
    evidence: [...linked, report(half([]))],
    outcome: 'fail',
    objects: { [unitId]: 'pass', [own]: 'fail' },
  },
  {
    name: 'a report without the computer half',
    evidence: [...linked, report(undefined, half([]))],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', [own]: 'unknown' },
  },
  {
    name: 'policy processing failed on the client',
    evidence: [...linked, report(half([logged(pilot, 1)], { error: 1460 }))],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [own]: 'error 1460' },
  },
  {
    name: 'a local policy below what is set',
    evidence: [...linked, report(half([{ displayName: 'Lokale Richtlinie', order: 1 }, logged(pilot, 2)]))],
    outcome: 'pass',
  },
  {
    name: 'a local policy alone',
    evidence: [...linked, report(half([{ displayName: 'Lokale Richtlinie', order: 1 }]))],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [own]: 'local policy' },
  },
  {
    name: 'a client outside the pilot',
    evidence: [...linked, report(half([logged(pilot, 'denied')]), nothing, 'pc0999.contoso.com')],
    scope: pilotScope,
    outcome: 'pass',
    objects: { [unitId]: 'pass', 'resultant:pc0999.contoso.com': 'not-applicable' },
  },
  {
    name: 'with Intune as the only channel it does not count',
    evidence: [client(pc1), report(half([logged(pilot, 'denied')]))],
    scope: { policyChannel: 'intune' },
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  {
    name: 'the report of a domain controller is not one of a client',
    evidence: [
      ...linked,
      report(half([{ guid: '6ac1786c-016f-11d2-945f-00c04fb984f9', displayName: 'Standard', order: 1 }])),
    ],
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
  },
  {
    name: 'POL-003 follows the same report',
    check: certificateTrust,
    evidence: [...linked, report(half([logged(pilot, 'unreadable')]))],
    outcome: 'fail',
    notes: { [own]: 'the client may not read it' },
  },
  {
    name: 'POL-005 sees cloud trust the directory does not explain',
    check: cloudTrust,
    evidence: [...linked, registry(cloud), report(half([logged(cloud, 1)]))],
    outcome: 'fail',
    objects: { [unitId]: 'pass', [own]: 'fail' },
  },
  {
    name: 'POL-005 with both on the client',
    check: cloudTrust,
    evidence: [...linked, registry(cloud), report(half([logged(pilot, 1), logged(cloud, 2)]))],
    outcome: 'warning',
    notes: { [own]: 'certificate setting (POL-003) is on as well' },
  },
];

describe('what clients logged of group policy', () => {
  it.each(cases)('$name → $outcome', ({ check = enabled, ...testCase }) =>
    expectFinding(judge(check, testCase), testCase),
  );
});
