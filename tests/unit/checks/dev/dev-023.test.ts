import check from '../../../../src-main/checks/dev/dev-023-automatic-join.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { PreferenceItem } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import {
  cloudDomainJoin,
  computersIn,
  container,
  domain,
  link,
  pilotUnit,
  policy,
  policyTarget,
  preferencesExtension,
  registry,
  registryExtension,
  type TestPolicy,
  unitId,
  workplaceJoin,
} from '../pol/policies';
import { client, idOf, pc1, pc2, variant } from '../prv/clients';

const none = { machineExtensions: [registryExtension], userExtensions: [] } as const;
const on = policy(1, 'Join', { machine: [workplaceJoin('autoWorkplaceJoin', 1)], ...none });
const linkedTo = (one: TestPolicy, ...more: readonly EvidenceRecord[]) => [
  ...domain([one], [container(pilotUnit, [link(one)])]),
  computersIn(),
  ...more,
];
const fallback = (value: string, more: Partial<PreferenceItem> = {}): PreferenceItem => ({
  action: 'update',
  hive: 'HKEY_LOCAL_MACHINE',
  key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ',
  name: 'FallbackToSyncJoin',
  type: 'REG_DWORD',
  value,
  disabled: false,
  isTargeted: false,
  ...more,
});
const byPreferences = policy(1, 'Join', {
  machine: [workplaceJoin('autoWorkplaceJoin', 1)],
  machineExtensions: [registryExtension, preferencesExtension],
  userExtensions: [],
});
const preferences = (...machine: readonly PreferenceItem[]): EvidenceRecord =>
  record('policy.preferences', policyTarget(1), { domain: forest, guid: guid(1), machine, user: [] });
const silent = policy(1, 'Empty', none);

const reportId = (host: string): string => `resultant:${host}`;
/** What gpresult reports on a machine, with or without the setting; the policy it applied is that of the place. */
const report = (host: string, value?: number): EvidenceRecord =>
  record('policy.resultant', host, {
    host,
    machine: {
      policies: [{ guid: silent.object.guid, domain: forest, displayName: silent.object.displayName, order: 1 }],
      values: value === undefined ? [] : [{ ...workplaceJoin('autoWorkplaceJoin', value), value }],
      namedSettings: 0,
    },
  });

describeCheck(check, [
  { name: 'on', evidence: linkedTo(on), outcome: 'pass', objects: { [unitId]: 'pass' } },
  {
    name: 'not set, clients there are joined',
    evidence: linkedTo(silent, client(pc1)),
    outcome: 'pass',
    notes: { [unitId]: 'Confirmed by 1 client' },
  },
  {
    name: 'not set, nobody tells of the task',
    evidence: linkedTo(silent),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['scheduled task'],
  },
  {
    name: 'not set, a client is not joined',
    evidence: linkedTo(silent, client(pc1, variant.notJoined)),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'unknown', [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'not set by its own report, and the machine is joined',
    evidence: linkedTo(silent, client(pc1), report(pc1)),
    outcome: 'pass',
    notes: { [reportId(pc1)]: 'Confirmed by the machine itself' },
  },
  {
    name: 'not set by its own report, and only another machine tells that it is joined',
    evidence: linkedTo(silent, client(pc1), report(pc2)),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass', [reportId(pc2)]: 'unknown' },
  },
  {
    name: 'not set by its own report, and the machine is not joined',
    evidence: linkedTo(silent, client(pc1, variant.notJoined), report(pc1)),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'switched off by its own report, and the machine is joined',
    evidence: linkedTo(silent, client(pc1), report(pc1, 0)),
    outcome: 'fail',
  },
  {
    name: 'switched off',
    evidence: linkedTo(policy(1, 'No join', { machine: [workplaceJoin('autoWorkplaceJoin', 0)], ...none })),
    outcome: 'fail',
    severity: 'high',
    says: ['switched off'],
  },
  {
    name: 'switched off, yet a client is joined',
    evidence: linkedTo(
      policy(1, 'No join', { machine: [workplaceJoin('autoWorkplaceJoin', 0)], ...none }),
      client(pc1),
    ),
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'fallback by policy',
    evidence: linkedTo(
      policy(1, 'Join', {
        machine: [workplaceJoin('autoWorkplaceJoin', 1), cloudDomainJoin('FallbackToSyncJoin', 1)],
        ...none,
      }),
    ),
    outcome: 'warning',
    says: ['hides failures'],
  },
  {
    name: 'fallback by preferences',
    evidence: linkedTo(byPreferences, preferences(fallback('1'))),
    outcome: 'warning',
    objects: { [unitId]: 'pass', [policyTarget(1)]: 'warning' },
  },
  {
    name: 'fallback by preferences taken back',
    evidence: linkedTo(byPreferences, preferences(fallback('1'), fallback('0'))),
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
  },
  {
    name: 'fallback by preferences deleted',
    evidence: linkedTo(byPreferences, preferences(fallback('', { action: 'delete' }))),
    outcome: 'pass',
  },
  {
    name: 'fallback by preferences of a policy with a WMI filter',
    evidence: linkedTo(
      policy(1, 'Join', { ...byPreferences.object, machine: byPreferences.machine, hasWmiFilter: true }),
      preferences(fallback('1')),
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'unknown', [policyTarget(1)]: 'unknown' },
  },
  {
    name: 'preferences not read',
    evidence: linkedTo(byPreferences),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', [policyTarget(1)]: 'unknown' },
  },
  {
    name: 'preferences refused',
    evidence: linkedTo(byPreferences, failed('policy.preferences', policyTarget(1), 'access-denied')),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'only clients',
    evidence: [client(pc1), client(pc2)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass' },
  },
  { name: 'of unknown application', evidence: [registry(on)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no hybrid joined devices',
    evidence: [],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);
