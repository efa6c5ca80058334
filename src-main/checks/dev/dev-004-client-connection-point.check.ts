import { type ClientConnectionPoint, clientConnectionPoint } from '../../evidence/derived/client-connection-point';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { joinScpsOf, parseScpKeywords } from '../../evidence/derived/join-service-connection-point';
import { linkedPolicies } from '../../evidence/derived/linked-policies';
import { type PilotReach, pilotPlaces, pilotReach } from '../../evidence/derived/pilot-reach';
import { type AppliedPolicy, type PolicyEvidence, titleOf } from '../../evidence/derived/policy-evidence';
import { registryExtension, registryPreferencesExtension } from '../../evidence/derived/policy-reach';
import { policyOf } from '../../evidence/derived/policy-settings';
import type { PolicyPlaces } from '../../evidence/derived/policy-target';
import type { Verdict } from '../../evidence/derived/verdict';
import { guidFromText } from '../../evidence/guid';
import { printable } from '../../evidence/printable';
import { defineCheck, type Inputs } from '../define-check';
import { type PolicyInputs, type PolicyView, policyNeeds, viewPolicies } from '../pol/policy-inputs';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

type RegistrationInputs = Inputs<'ad.device-registration?' | 'entra.organization?' | 'entra.domains?'>;

export default defineCheck({
  id: 'DEV-004',
  revision: 1,
  why: 'Values in the registry of a client win over the directory: a wrong one sends devices to another tenant, and on AD FS servers makes AD FS take devices for stale.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-control'],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: [...policyNeeds, 'ad.device-registration?', 'entra.organization?', 'entra.domains?'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || {
      reason: 'No hybrid joined devices are in scope; only they look for a connection point.',
    },
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    if (view.isEmpty || view.evidence.directories.length === 0) return withoutPolicies(inputs);
    const { evidence } = view;
    const units = view.computerUnits.map(({ distinguishedName }) => distinguishedName);
    const places = pilotPlaces(units, [], evidence, 'preferences');
    const candidates = candidatesOf(view).map((policy) => ({
      policy,
      ...clientConnectionPoint(policy, evidence),
    }));
    const points = candidates.flatMap(({ point }) =>
      point === undefined ? [] : [{ point, reach: reachOf(point.policy, places, evidence) }],
    );
    const right = expectedValues(inputs);
    const objects = [
      ...points.map(({ point, reach }) => ({
        ...policyObject(point.policy),
        ...judgePoint(point, reach, points, right),
      })),
      ...candidates.flatMap(({ policy, point, unread }) =>
        point === undefined && unread !== undefined
          ? judgeUnread(policy, unread, reachOf(policy, places, evidence))
          : [],
      ),
    ];
    if (!objects.some(({ outcome }) => outcome !== 'not-applicable')) objects.push(nothingWritten);
    return judged(objects, {
      summary: summarise(objects),
      observations: points.map(({ point }) => ({
        label: titleOf(point.policy),
        observed: printable(
          `TenantId ${point.tenantId ?? 'not set'}, TenantName ${point.tenantName ?? 'not set'}`,
          300,
        ),
        ...(right.tenants.length === 0 ? {} : { expected: `TenantId ${right.tenants.join(' or ')}` }),
      })),
    });
  },
  remediation: {
    task: 'Remove client-side settings that contradict the service connection point.',
    steps: [
      'Open the policy named here: registry preferences, or an administrative template that writes below CDJ\\AAD.',
      'Set TenantId and TenantName, both, to the id and a verified domain of the tenant; or delete both when the directory has a connection point.',
      'Where the directory has none, set the same values on every AD FS server.',
    ],
    command: [
      "Get-GPPrefRegistryValue -Name 'Hybrid join pilot' -Context Computer -Key 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD'",
      "Set-GPPrefRegistryValue -Name 'Hybrid join pilot' -Context Computer -Action Update -Key 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD' -ValueName TenantId -Type String -Value '<tenant id>'",
      "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD'",
    ].join('\n'),
    verify: '`dsregcmd /status` of a client shows the TenantId; on AD FS servers the registry holds the same values.',
    revert: 'Set the former values in the same policy.',
    right: 'Rights to edit group policies; administrator of the AD FS servers',
  },
});

function withoutPolicies(inputs: PolicyInputs) {
  const [gap] = [...inputs['ad.group-policy'].gaps, ...inputs['policy.registry'].gaps];
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `Group policies and their links were not collected, so it is not known whether one writes the tenant into the registry of clients.${gap === undefined ? '' : ` ${gap.message}`}`,
  });
}

/** Policies that write something, and those that are linked to the pilot. */
function candidatesOf({ evidence, computerUnits }: PolicyView): readonly AppliedPolicy[] {
  const written = [...evidence.registries, ...evidence.preferences].map(({ data }) => policyOf(data, evidence));
  const linked = computerUnits.flatMap(({ distinguishedName }) => linkedPolicies(distinguishedName, evidence) ?? []);
  return [...new Map([...written, ...linked].map((policy) => [`${policy.domain}/${policy.guid}`, policy])).values()];
}

/** Either extension may carry the values out. */
function reachOf(policy: AppliedPolicy, places: readonly PolicyPlaces[], evidence: PolicyEvidence): PilotReach {
  const [registry, preferences] = [registryExtension, registryPreferencesExtension].map((extension) =>
    pilotReach(policy, 'machine', places, evidence, extension),
  );
  return registry?.kind === 'filtered' && preferences !== undefined ? preferences : (registry ?? { kind: 'applies' });
}

interface RightValues {
  /** Ids, lower case; empty = not known. */
  readonly tenants: readonly string[];
  /** Verified domains, or those of connection points, lower case; empty = not known. */
  readonly names: readonly string[];
  /** Whether every forest that was read has a connection point; undefined = not read. */
  readonly hasConnectionPoint: boolean | undefined;
}

/** The tenant itself knows best; else the connection point of the directory says what devices find without the registry. */
function expectedValues(inputs: RegistrationInputs): RightValues {
  const records = inputs['ad.device-registration'].records;
  const points = records.map(({ data }) => joinScpsOf(data));
  const keywords = points.flat().map((point) => parseScpKeywords(point.keywords));
  const organizations = inputs['entra.organization'].records.map(({ data }) => data.tenantId.toLowerCase());
  const verified = inputs['entra.domains'].records.flatMap(({ data }) =>
    data.domains.filter(({ isVerified }) => isVerified).map(({ id }) => id.toLowerCase()),
  );
  return {
    tenants: organizations.length > 0 ? organizations : [...new Set(keywords.flatMap(({ tenants }) => tenants))],
    names: verified.length > 0 ? verified : [...new Set(keywords.flatMap(({ domains }) => domains))],
    hasConnectionPoint: records.length === 0 ? undefined : points.every((found) => found.length > 0),
  };
}

interface ReachedPoint {
  readonly point: ClientConnectionPoint;
  readonly reach: PilotReach;
}

function judgePoint(
  point: ClientConnectionPoint,
  reach: PilotReach,
  all: readonly ReachedPoint[],
  right: RightValues,
): Verdict {
  if (reach.kind === 'filtered' || reach.kind === 'not-linked') return { outcome: 'not-applicable', note: reach.note };
  const fault = faultOf(point, all, right);
  if (fault !== undefined) {
    if (reach.kind === 'unsure') return { outcome: 'unknown', reason: reach.reason, note: `${fault} ${reach.note}` };
    return point.isTargeted
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: `${fault} Item-level targeting decides on the client whether it counts.`,
        }
      : { outcome: 'fail', note: fault };
  }
  if (right.tenants.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'It writes both values, but the id of the tenant was not collected.',
    };
  if (right.hasConnectionPoint !== true)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'It writes both values rightly; without a connection point in the directory the AD FS servers need them too, and their registry was not read.',
    };
  return { outcome: 'pass', note: 'It writes id and name of the tenant rightly.' };
}

function faultOf(point: ClientConnectionPoint, all: readonly ReachedPoint[], right: RightValues): string | undefined {
  const others = all.filter(({ reach }) => reach.kind === 'applies').map((reached) => reached.point);
  const tenantId = point.tenantId ?? others.flatMap((other) => other.tenantId ?? [])[0];
  const tenantName = point.tenantName ?? others.flatMap((other) => other.tenantName ?? [])[0];
  if (tenantId === undefined || tenantName === undefined)
    return `It writes ${tenantId === undefined ? 'TenantName' : 'TenantId'} only; Windows needs both values.`;
  const id = guidFromText(tenantId) ?? tenantId.toLowerCase();
  if (right.tenants.length > 0 && !right.tenants.includes(id))
    return 'It names another tenant than the directory and Entra ID do.';
  if (right.names.length > 0 && !right.names.some((name) => isSameHost(name, tenantName)))
    return `Its TenantName “${printable(tenantName, 100)}” is no verified domain of the tenant.`;
  return undefined;
}

/** What a policy that reaches the pilot writes was not read. */
function judgeUnread(
  policy: AppliedPolicy,
  gap: Exclude<ReturnType<typeof clientConnectionPoint>['unread'], undefined>,
  reach: PilotReach,
): readonly JudgedObject[] {
  if (reach.kind === 'filtered' || reach.kind === 'not-linked') return [];
  const detail = gap === 'not-collected' ? 'nothing was collected of them.' : gap.message;
  return [
    {
      ...policyObject(policy),
      outcome: 'unknown',
      reason: gap === 'not-collected' ? gap : gap.reason,
      note: `Its settings and registry preferences were not all read: ${detail}`,
    },
  ];
}

const policyObject = (policy: AppliedPolicy) =>
  ({ id: `${policy.domain}/{${policy.guid}}`, kind: 'group-policy-object', name: titleOf(policy) }) as const;

const nothingWritten: JudgedObject = {
  id: 'client-connection-point',
  kind: 'group-policy-object',
  name: 'Client-side connection point',
  outcome: 'pass',
  note: 'No policy that reaches the pilot writes the tenant into the registry; values written by other means were not looked for.',
};

function summarise(objects: readonly JudgedObject[]): string {
  const wrong = namesOf(objects, 'fail');
  const noteOf = (outcome: JudgedObject['outcome']): string =>
    objects.find((object) => object.outcome === outcome)?.note ?? '';
  if (wrong.length > 0)
    return `${listed(wrong)} ${wrong.length === 1 ? 'writes' : 'write'} a wrong tenant into the registry of clients. ${noteOf('fail')}`;
  const open = namesOf(objects, 'unknown');
  if (open.length > 0)
    return `Whether clients get the right tenant could not be decided for ${listed(open)}. ${noteOf('unknown')}`;
  const right = objects.filter(({ outcome, id }) => outcome === 'pass' && id !== nothingWritten.id);
  return right.length > 0
    ? `${countOf(right.length, 'policy writes', 'policies write')} the right tenant into the registry of clients.`
    : nothingWritten.note;
}
