import check from '../../../../src-main/checks/dev/dev-004-client-connection-point.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { PolicyValue, PreferenceItem } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed, record } from '../check-cases';
import { forest, forestDn, guid, otherTenantId, tenantId } from '../contoso';
import {
  computersIn,
  container,
  directory,
  domain,
  link,
  pilotUnit,
  policy,
  policyTarget,
  preferencesExtension,
  registry,
  registryExtension,
  sites,
  staff,
  type TestPolicy,
} from '../pol/policies';

const key = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD';
const value = (name: string, text: string): PolicyValue => ({ key, name, type: 1, value: text, deletes: false });
const item = (name: string, text: string, more: Partial<PreferenceItem> = {}): PreferenceItem => ({
  action: 'update',
  hive: 'HKEY_LOCAL_MACHINE',
  key,
  name,
  type: 'REG_SZ',
  value: text,
  disabled: false,
  isTargeted: false,
  ...more,
});
const preferences = ({ number }: TestPolicy, ...machine: readonly PreferenceItem[]): EvidenceRecord =>
  record('policy.preferences', policyTarget(number), { domain: forest, guid: guid(number), machine, user: [] });
const registration = (keywords: readonly string[] | undefined = [`azureADName:contoso.com`, `azureADId:${tenantId}`]) =>
  record('ad.device-registration', forest, {
    containerFound: true,
    serviceConnectionPoints:
      keywords === undefined
        ? []
        : [
            {
              distinguishedName: `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services,CN=Configuration,${forestDn}`,
              keywords,
            },
          ],
    services: [],
  });
const withoutPoint = () =>
  record('ad.device-registration', forest, { containerFound: true, serviceConnectionPoints: [], services: [] });

const both = [value('TenantId', tenantId.toUpperCase()), value('TenantName', 'Contoso.com')];
const right = policy(1, 'Hybrid join pilot', { machine: both });
const base = policy(2, 'Baseline', { machineExtensions: [registryExtension], userExtensions: [] });
const byPreferences = policy(3, 'Hybrid join (GPP)', { machineExtensions: [preferencesExtension], userExtensions: [] });
const linkedTo = (one: TestPolicy, ...more: readonly EvidenceRecord[]) => [
  ...domain([one], [container(pilotUnit, [link(one)])]),
  computersIn(),
  registration(),
  ...more,
];
const withValues = (...machine: readonly PolicyValue[]) => {
  const one = policy(1, 'Hybrid join pilot', { machine });
  return linkedTo(one, preferences(one));
};
const [id1, id3] = [policyTarget(1), policyTarget(3)];
const none = 'client-connection-point';

describeCheck(check, [
  { name: 'no policy writes it', evidence: linkedTo(base), outcome: 'pass', objects: { [none]: 'pass' } },
  {
    name: 'both values right',
    evidence: linkedTo(right, preferences(right)),
    outcome: 'pass',
    objects: { [id1]: 'pass' },
  },
  {
    name: 'both values right by preferences',
    evidence: linkedTo(
      byPreferences,
      preferences(byPreferences, item('TenantId', tenantId), item('TenantName', 'contoso.com')),
    ),
    outcome: 'pass',
    objects: { [id3]: 'pass' },
  },
  {
    name: 'another tenant',
    evidence: withValues(value('TenantId', otherTenantId), value('TenantName', 'contoso.com')),
    outcome: 'fail',
    severity: 'high',
    says: ['“Hybrid join pilot” writes a wrong tenant'],
    objects: { [id1]: 'fail' },
  },
  {
    name: 'another tenant than Entra ID says, though the directory agrees',
    evidence: [
      ...linkedTo(right, preferences(right)),
      record('entra.organization', otherTenantId, {
        tenantId: otherTenantId,
        displayName: 'Contoso',
        verifiedDomains: [],
        assignedPlans: [],
      }),
    ],
    outcome: 'fail',
  },
  { name: 'only the id', evidence: withValues(value('TenantId', tenantId)), outcome: 'fail', says: ['TenantId only'] },
  {
    name: 'only the name',
    evidence: withValues(value('TenantName', 'contoso.com')),
    outcome: 'fail',
    says: ['TenantName only'],
  },
  {
    name: 'id and name by two policies',
    evidence: [
      ...domain(
        [
          policy(1, 'Id', { machine: [value('TenantId', tenantId)] }),
          policy(4, 'Name', { machine: [value('TenantName', 'contoso.com')] }),
        ],
        [container(pilotUnit, [link(policy(1, 'Id')), link(policy(4, 'Name'))])],
      ),
      preferences(policy(1, 'Id')),
      preferences(policy(4, 'Name')),
      computersIn(),
      registration(),
    ],
    outcome: 'pass',
  },
  {
    name: 'a name that is no verified domain',
    evidence: withValues(value('TenantId', tenantId), value('TenantName', 'fabrikam.com')),
    outcome: 'fail',
    says: ['fabrikam.com'],
  },
  {
    name: 'wrong by preferences with targeting',
    evidence: linkedTo(
      byPreferences,
      preferences(
        byPreferences,
        item('TenantId', otherTenantId, { isTargeted: true }),
        item('TenantName', 'contoso.com'),
      ),
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Item-level targeting'],
  },
  {
    name: 'items that are switched off, delete or are for users',
    evidence: linkedTo(
      byPreferences,
      preferences(
        byPreferences,
        item('TenantId', otherTenantId, { disabled: true }),
        item('TenantName', 'x', { action: 'delete' }),
        item('TenantId', otherTenantId, { hive: 'HKEY_CURRENT_USER' }),
      ),
    ),
    outcome: 'pass',
    objects: { [none]: 'pass' },
  },
  {
    name: 'wrong, but linked elsewhere',
    evidence: [
      ...domain(
        [policy(1, 'Old', { machine: [value('TenantId', otherTenantId)] }), base],
        [container(staff, [link(policy(1, 'Old'))]), container(pilotUnit, [link(base)])],
      ),
      computersIn(),
      registration(),
    ],
    outcome: 'pass',
    objects: { [id1]: 'not-applicable', [none]: 'pass' },
  },
  {
    name: 'wrong behind a WMI filter',
    evidence: linkedTo(
      policy(1, 'Old', { machine: [value('TenantId', otherTenantId)], hasWmiFilter: true }),
      preferences(policy(1, 'Old')),
    ),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'right, without a connection point in the directory',
    evidence: [
      ...domain([right], [container(pilotUnit, [link(right)])]),
      preferences(right),
      computersIn(),
      withoutPoint(),
      record('entra.organization', tenantId, {
        tenantId,
        displayName: 'Contoso',
        verifiedDomains: [],
        assignedPlans: [],
      }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['AD FS servers'],
  },
  {
    name: 'the tenant is not known',
    evidence: [...domain([right], [container(pilotUnit, [link(right)])]), preferences(right), computersIn()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'preferences of a policy that may have some were not read',
    evidence: linkedTo(byPreferences),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id3]: 'unknown' },
  },
  {
    name: 'preferences refused',
    evidence: linkedTo(byPreferences, failed('policy.preferences', policyTarget(3), 'access-denied')),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'settings refused',
    evidence: [
      directory([base], [container(pilotUnit, [link(base)])]),
      registry(right),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      sites(),
      computersIn(),
      registration(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'links not read', evidence: [registry(right), registration()], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no hybrid joined devices',
    evidence: [],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);
