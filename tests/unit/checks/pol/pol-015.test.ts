import check from '../../../../src-main/checks/pol/pol-015-policy-versions.check';
import type { EvidenceHeader, EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { GroupPolicyRegistry } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import {
  computersIn,
  container,
  directory,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registryExtension,
  sites,
  type TestPolicy,
} from './policies';

const live: Partial<EvidenceHeader> = { source: { way: 'probe', by: 'sysvol', location: '\\\\contoso.com\\SYSVOL' } };
const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], versionNumber: 0x20003 });
const other = policy(2, 'Baseline', { versionNumber: 1 });
const files = (
  { number, machine }: TestPolicy,
  version: number | undefined,
  header: Partial<EvidenceHeader> = {},
  more: Partial<GroupPolicyRegistry> = {},
): EvidenceRecord =>
  record(
    'policy.registry',
    policyTarget(number),
    {
      domain: forest,
      guid: guid(number),
      ...(machine.length === 0 ? {} : { machine: { values: machine, count: machine.length } }),
      ...(version === undefined ? {} : { version }),
      ...more,
    },
    header,
  );
const [id1, id2] = [policyTarget(1), policyTarget(2)];
const linked = (...policies: readonly TestPolicy[]) => [
  directory(policies, [
    container(
      pilotUnit,
      policies.map((one) => link(one)),
    ),
  ]),
  sites(),
  computersIn(),
];

const withoutVersion = ({ versionNumber: _, ...object }: TestPolicy['object']): TestPolicy['object'] => object;

describeCheck(check, [
  {
    name: 'equal',
    evidence: [...linked(pilot, other), files(pilot, 0x20003), files(other, 1)],
    outcome: 'pass',
    objects: { [id1]: 'pass', [id2]: 'pass' },
    notes: { [id1]: 'user version 2, computer version 3' },
  },
  {
    name: 'SYSVOL behind',
    evidence: [...linked(pilot), files(pilot, 0x20002)],
    outcome: 'warning',
    severity: 'medium',
    says: ['“WHFB Pilot” of 1 policy differs', 'computer version 3, SYSVOL user version 2, computer version 2'],
  },
  {
    name: 'no folder, SYSVOL listed live',
    evidence: [...linked(pilot, other), files(other, 1, live)],
    outcome: 'fail',
    objects: { [id1]: 'fail', [id2]: 'pass' },
    notes: { [id1]: 'SYSVOL has no folder of it' },
  },
  {
    name: 'no folder in a copy',
    evidence: [...linked(pilot, other), files(other, 1)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id1]: 'unknown', [id2]: 'pass' },
  },
  {
    name: 'folder refused',
    evidence: [...linked(pilot, other), files(other, 1), failed('policy.registry', policyTarget(1), 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no gpt.ini, listed live',
    evidence: [...linked(pilot), files(pilot, undefined, live)],
    outcome: 'fail',
    says: ['gpt.ini'],
  },
  {
    name: 'no gpt.ini in a copy',
    evidence: [...linked(pilot), files(pilot, undefined)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no registry.pol although the extension is listed',
    evidence: [
      ...linked(
        policy(1, 'WHFB Pilot', { versionNumber: 3, machineExtensions: [registryExtension], userExtensions: [] }),
      ),
      files(policy(1, 'WHFB Pilot'), 3, live),
    ],
    outcome: 'fail',
    says: ['registry.pol of the computer half'],
  },
  {
    name: 'settings whose extension is not listed',
    evidence: [
      ...linked(policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)], versionNumber: 3, machineExtensions: [] })),
      files(pilot, 3),
    ],
    outcome: 'fail',
    says: ['does not list the extension'],
  },
  {
    name: 'settings without a link',
    evidence: [directory([pilot], []), sites(), files(pilot, 1)],
    outcome: 'warning',
    objects: { [id1]: 'warning' },
  },
  {
    name: 'never edited, no folder',
    evidence: [...linked(policy(1, 'New', { versionNumber: 0 }), other), files(other, 1)],
    outcome: 'pass',
  },
  {
    name: 'no policy that matters',
    evidence: [directory([other], []), sites(), files(other, 1)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'only files', evidence: [files(pilot, 1)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'only the directory', evidence: linked(pilot), outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'the version in the directory was not returned',
    evidence: [...linked({ ...pilot, object: withoutVersion(pilot.object) }), files(pilot, 1)],
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [id1]: 'Its version in the directory was not returned.' },
  },
]);
