import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { joinScpsOf, parseScpKeywords } from '../../evidence/derived/join-service-connection-point';
import { forestsRead, type SyncAccount, syncAccounts } from '../../evidence/derived/sync-accounts';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { describeSyncAccount, syncAccountObject } from './sync-account-object';

const needs = ['ad.service-accounts', 'ad.device-registration?', 'ad.partitions?'] as const;
type TenantInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-024',
  revision: 1,
  why: 'Device write-back works for one tenant a forest only; with two, the devices of one of them never arrive in AD and certificate trust fails.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/plan-connect-topologies',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: judgeForests,
  remediation: {
    task: 'Let one tenant only write devices back into the forest.',
    steps: [
      'List the Connect servers of the forest and the tenant each of them writes to.',
      'Keep one tenant for device write-back; consolidate the tenants or choose a trust model without write-back.',
      'Remove connector accounts and service connection points that earlier installations left behind.',
    ],
    command: [
      "Get-ADUser -LDAPFilter '(sAMAccountName=MSOL_*)' -Properties description, lastLogonDate, Enabled | Format-List Name, Enabled, lastLogonDate, description",
      "Get-ADObject -SearchBase ('CN=Device Registration Configuration,CN=Services,' + (Get-ADRootDSE).configurationNamingContext) -LDAPFilter '(objectClass=serviceConnectionPoint)' -Properties keywords",
    ].join('\n'),
    verify:
      'Every enabled MSOL_ account names the same tenant, and the keywords of the connection point name it as well.',
    revert: 'Enable the former connector account again.',
    right: 'Domain Admins; Hybrid Identity Administrator of both tenants',
    risk: 'An account that is still in use stops its synchronisation when it is disabled.',
  },
});

function judgeForests(inputs: TenantInputs, { scope }: CheckContext): CheckResult {
  const { records } = inputs['ad.service-accounts'];
  const partitions = inputs['ad.partitions'].records;
  const forests = forestsRead(records, partitions, scope);
  if (forests.length === 0)
    return unknown('not-collected', { summary: 'The accounts of the forests in scope were not read.' });
  const accounts = syncAccounts(records, partitions, scope).filter(({ role }) => role === 'connector');
  const objects = forests.map(
    (forest): JudgedObject => ({
      id: `forest:${forest}`,
      kind: 'forest',
      name: forest,
      ...judgeForest(
        accounts.filter((account) => account.forest === forest),
        connectionPointTenants(forest, inputs),
      ),
    }),
  );
  return judged(objects, {
    summary: summarise(objects),
    observations: accounts.map((account) => ({
      label: syncAccountObject(account).name,
      observed: describeSyncAccount(account),
    })),
  });
}

/** Ids of the tenants that the connection points of hybrid join name. */
function connectionPointTenants(forest: string, { 'ad.device-registration': lists }: TenantInputs): readonly string[] {
  const points = lists.records
    .filter(({ target }) => isSameHost(target, forest))
    .flatMap(({ data }) => joinScpsOf(data));
  return [...new Set(points.flatMap(({ keywords }) => parseScpKeywords(keywords).tenants))];
}

/** Connector accounts say which tenant they were made for; an account by another name says nothing, and so does one whose description was changed. */
function judgeForest(accounts: readonly SyncAccount[], pointedAt: readonly string[]): Verdict {
  const tenantsOf = (...states: readonly SyncAccount['state'][]): readonly string[] => [
    ...new Set(accounts.flatMap(({ state, tenant }) => (states.includes(state) ? (tenant ?? []) : []))),
  ];
  const active = tenantsOf('active');
  const others = tenantsOf('idle', 'disabled').filter((tenant) => !active.includes(tenant));
  const open = { outcome: 'unknown', reason: 'not-collected' } as const;
  if (active.length > 1)
    return { outcome: 'fail', note: `${active.length} tenants are synchronised: ${listed(active)}.` };
  if (accounts.length === 0)
    return {
      ...open,
      note: 'No connector account with the name that Connect gives was found, so its tenant is not known.',
    };
  if (active.length + others.length > 1) {
    return {
      outcome: 'warning',
      note: `Connector accounts of more than one tenant exist: ${listed([...active, ...others])}. Those of ${listed(others)} show no recent sign-in and may be left over.`,
    };
  }
  if (pointedAt.length > 1)
    return { outcome: 'warning', note: `The connection point of hybrid join names ${pointedAt.length} tenants.` };
  if (accounts.some(({ state, tenant }) => state === 'active' && tenant === undefined))
    return { ...open, note: 'A connector account in use does not say in its description which tenant it serves.' };
  const [tenant] = active;
  return tenant === undefined
    ? { ...open, note: 'No connector account shows a recent sign-in, so it is not known which tenant is synchronised.' }
    : { outcome: 'pass', note: `One tenant is synchronised: ${tenant}.` };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [only] = objects;
  if (objects.length === 1 && only !== undefined) return `${normalHostName(only.name)}: ${only.note}`;
  const worst = (['fail', 'warning', 'unknown'] as const).find((outcome) => namesOf(objects, outcome).length > 0);
  const first = objects.find(({ outcome }) => outcome === worst);
  return worst === undefined || first === undefined
    ? `Each of ${countOf(objects.length, 'forest')} is synchronised with one tenant.`
    : `${listed(namesOf(objects, worst))}: ${first.note}`;
}
