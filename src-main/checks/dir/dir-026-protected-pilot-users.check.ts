import { connectorAccounts, connectorNeeds } from '../../evidence/derived/connector-accounts';
import { trusteesWith } from '../../evidence/derived/effective-rights';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isKeyAdmins, writeKeys } from '../../evidence/derived/key-writers';
import type { DomainTraits, PilotView } from '../../evidence/derived/pilot-traits';
import { principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { domainObject } from '../domain-records';
import { judgePilot, pilotNeeds, untoldObjects } from '../pilot-users';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [...pilotNeeds, 'ad.access-control', ...connectorNeeds, ...principalNeeds] as const;
type ProtectedInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-026',
  revision: 1,
  why: 'AdminSDHolder takes inherited rights from protected accounts, among them the right by which Entra Connect writes their keys.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/dual-enrollment',
    'https://learn.microsoft.com/windows-server/identity/ad-ds/plan/security-best-practices/appendix-c--protected-accounts-and-groups-in-active-directory',
  ],
  outcomes: ['pass', 'warning'],
  needs,
  evaluate: (inputs, { scope }) =>
    judgePilot(inputs, scope, (pilot) => {
      const principals = principalsOf(inputs, scope);
      const sids = connectorAccounts(inputs, scope).accounts.flatMap(({ account }) => [
        ...principals.tokenOf(account).sids,
      ]);
      return judgeProtected(pilot, inputs, new Set(sids));
    }),
  remediation: {
    task: 'Take protected accounts out of the pilot.',
    steps: [
      'Better: keep privileged accounts out of the pilot and give them a credential of their own.',
      'Else: let Key Admins read and write the attribute on AdminSDHolder; the next run of SDProp, within the hour, hands it on.',
    ],
    command: [
      'Get-ADUser -LDAPFilter "(adminCount=1)"',
      'dsacls "CN=AdminSDHolder,CN=System,DC=contoso,DC=com" /G "CONTOSO\\Key Admins":RPWP;msDS-KeyCredentialLink',
    ].join('\n'),
    verify: '`dsacls` on one of the accounts shows the entry for Key Admins after an hour.',
    revert: '`dsacls "CN=AdminSDHolder,CN=System,DC=contoso,DC=com" /R "CONTOSO\\Key Admins"`',
    right: 'Domain Admins',
  },
});

/** `connectors`: every SID in the token of an account of Connect. */
function judgeProtected(pilot: PilotView, inputs: ProtectedInputs, connectors: ReadonlySet<string>): CheckResult {
  const count = pilot.domains.reduce((sum, { traits }) => sum + traits.protectedUsers.count, 0);
  const unseen = untoldObjects(pilot);
  const observations = [{ label: 'Pilot users that AdminSDHolder protects', observed: String(count) }];
  if (count === 0 && unseen.length === 0)
    return pass({
      summary: `None of ${countOf(pilot.total, 'pilot user')} is protected by AdminSDHolder.`,
      observations,
      counts: { pass: pilot.total },
    });
  const objects = [
    ...pilot.domains
      .filter(({ traits }) => traits.protectedUsers.count > 0)
      .map((domain) => judgeDomain(domain, inputs, connectors)),
    ...unseen,
  ];
  return judged(objects, { summary: summarise(count, pilot.total, objects), observations });
}

function judgeDomain(
  { domain, traits }: DomainTraits,
  inputs: ProtectedInputs,
  connectors: ReadonlySet<string>,
): JudgedObject {
  const users = countOf(traits.protectedUsers.count, 'protected pilot user');
  const examples = listed(traits.protectedUsers.users.map(({ samAccountName }) => samAccountName));
  const who = `${users} (${examples})`;
  const { records, gaps } = inputs['ad.access-control'];
  const record = records.find(({ target }) => isSameHost(target, domain));
  const holder = record?.data.objects.find(({ role }) => role === 'admin-sd-holder');
  const object = domainObject(domain);
  const unseen = { ...object, outcome: 'unknown' } as const;
  if (record === undefined)
    return {
      ...unseen,
      reason: gaps.find(({ target }) => isSameHost(target, domain))?.reason ?? 'not-collected',
      note: `${who}; the rights on AdminSDHolder were not read.`,
    };
  const found = { evidenceId: record.id, locate: 'CN=AdminSDHolder' };
  if (holder?.securityDescriptor === undefined)
    return {
      ...unseen,
      ...found,
      reason: 'access-denied',
      note: `${who}; the permissions of AdminSDHolder are not visible.`,
    };
  const isWritten = trusteesWith(holder.securityDescriptor, writeKeys).some(
    ({ sid, isConditional }) => isConditional !== true && (isKeyAdmins(sid) || connectors.has(sid)),
  );
  return isWritten
    ? {
        ...object,
        ...found,
        outcome: 'pass',
        note: `${who}; AdminSDHolder lets Key Admins or Entra Connect write their keys.`,
      }
    : {
        ...object,
        ...found,
        outcome: 'warning',
        note: `${who}; AdminSDHolder lets neither Key Admins nor Entra Connect write their keys.`,
      };
}

function summarise(count: number, total: number, objects: readonly JudgedObject[]): string {
  const [lacking, unseen] = [namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const share = `${count} of ${countOf(total, 'pilot user')} ${count === 1 ? 'is' : 'are'} protected by AdminSDHolder`;
  if (lacking.length > 0) return `${share}, and in ${listed(lacking)} their keys cannot be written.`;
  if (unseen.length > 0)
    return `${share}; in ${listed(unseen)} it could not be told whether their keys can be written.`;
  return `${share}, which lets their keys be written. Dual enrolment for administrators is a matter of its own.`;
}
