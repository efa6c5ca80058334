import { connectAccounts } from '../../evidence/derived/bridge-accounts';
import { connectorAccounts, connectorNeeds } from '../../evidence/derived/connector-accounts';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { domainPrincipal, domainRid, wellKnownSid } from '../../knowledge/well-known-principals';
import { type Collected, defineCheck, type Inputs } from '../define-check';
import { domainRecords } from '../domain-records';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [
  'ad.service-accounts',
  'ad.privileged-groups',
  'entra.synchronization?',
  ...principalNeeds,
  ...connectorNeeds,
] as const;

/** Groups whose members own the directory; no account of Connect needs them. */
const dominantRids: readonly number[] = [domainRid.domainAdmins, domainRid.enterpriseAdmins, domainRid.schemaAdmins];

/** Features of the tenant that keep a synchronised object from taking over a cloud account. */
const guards = {
  blockSoftMatchEnabled: 'soft matching is blocked',
  blockCloudObjectTakeoverThroughHardMatchEnabled: 'take-over by hard matching is blocked',
} as const;

export default defineCheck({
  id: 'SEC-023',
  revision: 2,
  why: 'The accounts of Entra Connect reach into AD and into the tenant; with more rights than they need, one stolen server costs both.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-configure-ad-ds-connector-account',
    'https://learn.microsoft.com/graph/api/resources/onpremisesdirectorysynchronizationfeature',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate(inputs, { scope }) {
    const { unread } = domainRecords(inputs['ad.service-accounts'], inputs['ad.partitions'].records, scope);
    const principals = principalsOf(inputs, scope);
    const accounts = accountsOf(inputs, scope);
    const features = judgeFeatures(inputs['entra.synchronization']);
    if (accounts.length === 0) {
      const objects = [...unread, ...features];
      return unknown('not-collected', {
        summary:
          'No account with a name that Entra Connect or cloud sync gives was found; an account of another name is known only from the settings of Connect.',
        objects: objects.map(({ reason: _, ...object }) => object),
      });
    }
    const dominant = dominantGroups(inputs);
    const objects = [
      ...accounts.map(({ account, evidenceId }) => judgeAccount(account, evidenceId, dominant, principals)),
      ...unread,
      ...features,
    ];
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
    });
  },
  remediation: {
    task: 'Take needless rights from the Entra Connect account.',
    steps: [
      'Take the account out of Domain Admins, Enterprise Admins, Schema Admins and Administrators.',
      'Give it exactly the rights of the features in use with the ADSyncConfig module.',
      'Block soft matching and take-over by hard matching in the tenant once the first synchronisation is over.',
    ],
    command: [
      "Remove-ADGroupMember 'Domain Admins' -Members MSOL_4f1c2d3e5a6b",
      'Import-Module "C:\\Program Files\\Microsoft Azure Active Directory Connect\\AdSyncConfig\\AdSyncConfig.psm1"',
      'Set-ADSyncBasicReadPermissions -ADConnectorAccountName MSOL_4f1c2d3e5a6b -ADConnectorAccountDomain contoso.com',
      'Update-MgDirectoryOnPremiseSynchronization -OnPremisesDirectorySynchronizationId $id -Features @{ blockSoftMatchEnabled = $true; blockCloudObjectTakeoverThroughHardMatchEnabled = $true }',
    ].join('\n'),
    verify:
      '`Get-ADPrincipalGroupMembership MSOL_4f1c2d3e5a6b` shows none of these groups; the next synchronisation succeeds; both features are true.',
    revert: 'Add the account to the group again; set the features to false.',
    right: 'Domain Admins; Hybrid Identity Administrator for the tenant',
  },
});

type ConnectInputs = Inputs<(typeof needs)[number]>;
type Account = Parameters<PrincipalView['tokenOf']>[0] & { readonly samAccountName: string };

/** Every enabled account of Connect and cloud sync: the connector, and those their services run as. */
function accountsOf(inputs: ConnectInputs, scope: Parameters<typeof connectorAccounts>[1]) {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const byName = inputs['ad.service-accounts'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ id, data }) =>
      connectAccounts(data.accounts.filter(({ enabled }) => enabled)).map(({ account }) => ({
        account,
        evidenceId: id,
      })),
    );
  const known = new Set(byName.map(({ account }) => account.objectSid));
  return [
    ...byName,
    ...connectorAccounts(inputs, scope).accounts.filter(({ account }) => !known.has(account.objectSid)),
  ];
}

/** SIDs of the groups no such account may be in, of every domain that was read. */
const dominantGroups = (inputs: ConnectInputs): readonly string[] => [
  wellKnownSid.administrators,
  ...inputs['ad.privileged-groups'].records
    .flatMap(({ data }) => data.groups.map(({ objectSid }) => objectSid))
    .filter((sid) => dominantRids.includes(domainPrincipal(sid)?.rid ?? -1)),
];

function judgeAccount(
  account: Account,
  evidenceId: string,
  dominant: readonly string[],
  principals: PrincipalView,
): JudgedObject {
  const object = {
    id: account.objectSid,
    kind: 'user',
    name: account.samAccountName,
    evidenceId,
    locate: account.samAccountName,
  } as const;
  const answers = dominant.map((group) => ({ group, isIn: principals.isIn(account.objectSid, group) }));
  const groups = answers.filter(({ isIn }) => isIn === true).map(({ group }) => principals.titleOf(group));
  if (groups.length > 0)
    return { ...object, outcome: 'fail', note: `Member of ${listed([...new Set(groups)])}, directly or not.` };
  if (answers.some(({ isIn }) => isIn === undefined))
    return {
      ...object,
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Not all groups were read, so it is not known whether it is an administrator by one of them.',
    };
  return { ...object, outcome: 'pass', note: 'In no group that administers the domain or the forest.' };
}

function judgeFeatures({ records, gaps }: Collected<'entra.synchronization'>): readonly JudgedObject[] {
  const object = {
    id: 'entra.synchronization',
    kind: 'entra-domain',
    name: 'Synchronisation features of the tenant',
  } as const;
  const [record] = records;
  if (record === undefined)
    return [
      {
        ...object,
        outcome: 'unknown',
        reason: gaps[0]?.reason ?? 'not-collected',
        note: 'Not collected, so it is not known whether cloud accounts are guarded against take-over.',
      },
    ];
  const states = Object.entries(guards).map(([name, meaning]) => ({ meaning, state: record.data.features[name] }));
  const open = states.filter(({ state }) => state === false).map(({ meaning }) => meaning);
  const found = { ...object, evidenceId: record.id, locate: 'blockSoftMatchEnabled' };
  if (open.length > 0) return [{ ...found, outcome: 'warning', note: `Not so: ${listed(open)}.` }];
  if (states.some(({ state }) => state === undefined))
    return [{ ...found, outcome: 'unknown', reason: 'unreadable', note: 'The answer of the tenant lacks a feature.' }];
  return [{ ...found, outcome: 'pass', note: 'Soft matching and take-over by hard matching are blocked.' }];
}

function summarise(objects: readonly JudgedObject[]): string {
  const accounts = objects.filter(({ kind }) => kind === 'user');
  const [privileged, unclear] = [namesOf(accounts, 'fail'), namesOf(objects, 'unknown')];
  if (privileged.length > 0)
    return `${listed(privileged)} ${privileged.length === 1 ? 'is an administrator' : 'are administrators'} of the domain or forest without need.`;
  const calm = `${countOf(accounts.length, 'account')} of Entra Connect: none seen among the administrators.`;
  if (namesOf(objects, 'warning').length > 0)
    return `${calm} The tenant does not block that a synchronised object takes over a cloud account.`;
  if (unclear.length > 0) return `${calm} Not known: ${listed(unclear)}.`;
  return `${countOf(accounts.length, 'account')} of Entra Connect ${accounts.length === 1 ? 'is' : 'are'} in no administrators' group, and the tenant blocks take-over of cloud accounts.`;
}
