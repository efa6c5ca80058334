import { isSameName, type MatchedIdentity } from '../../evidence/derived/matched-identities';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { judgePilot, pilotNeeds, userObject } from '../pilot-users';
import { type JudgedObject, judged, pass, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { matchPilot } from './matched-pilot';

const needs = [...pilotNeeds, 'entra.users', 'entra.domains?'] as const;

export default defineCheck({
  id: 'DIR-019',
  revision: 1,
  why: 'The certificate carries the UPN of AD; sign-in and federation look the user up by it, and find nobody when the cloud knows another name.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configuring-alternate-login-id',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeNames(pilot, inputs)),
  remediation: {
    task: 'Make the UPNs in AD and in Entra ID the same.',
    steps: [
      'Give the users the UPN in AD that they have in Entra ID; its suffix must be a verified domain.',
      'When synchronisation takes another attribute as UPN (alternate login ID), set it back to userPrincipalName.',
      'Clear the alternate login ID of the AD FS claims provider trust of AD.',
    ],
    command: [
      'Set-ADUser imke.brandt -UserPrincipalName imke.brandt@contoso.com',
      'Set-AdfsClaimsProviderTrust -TargetIdentifier "AD AUTHORITY" -AlternateLoginID $NULL -LookupForests $NULL',
      'Start-ADSyncSyncCycle -PolicyType Delta',
    ].join('\n'),
    verify: '`Get-MgUser` shows the same userPrincipalName as `Get-ADUser`.',
    revert: 'Set the former UPN; keep a list of the old values.',
    right: 'Account operators for the users; AD FS administrator; administrator of the Connect server',
    risk: 'A changed UPN changes the sign-in name in every application that uses it.',
  },
});

function judgeNames(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const { matches, unseen } = matchPilot(pilot, inputs['entra.users']);
  const linked = matches.filter(({ by }) => by === 'sid');
  if (linked.length === 0)
    return unknown('not-collected', {
      summary: `None of ${countOf(pilot.total, 'pilot user')} was found in Entra ID by its SID, so no names can be compared; see DIR-017.`,
    });
  const domains = inputs['entra.domains'].records.flatMap(({ data }) => data.domains);
  const verified = new Set(domains.filter(({ isVerified }) => isVerified).map(({ id }) => id));
  const users = linked.map(
    (match): JudgedObject => ({ ...userObject(match.identity, match.evidenceId), ...judgeName(match, verified) }),
  );
  const objects = [...users.filter(({ outcome }) => outcome !== 'pass'), ...unseen];
  const count = (outcome: JudgedObject['outcome']): number => namesOf(users, outcome).length;
  const observations = [
    {
      label: 'Users whose UPN is the same',
      observed: `${count('pass')} of ${linked.length}`,
      expected: 'all',
      matches: count('pass') === linked.length,
    },
  ];
  if (objects.length === 0)
    return pass({
      summary: `${countOf(linked.length, 'pilot user')} compared: each has the same UPN in AD and Entra ID, so none of them needs an alternate login ID. The setting of AD FS itself was not read.`,
      observations,
      counts: { pass: linked.length },
    });
  return judged(objects, {
    summary: summarise(objects, linked.length),
    observations,
    counts: { pass: count('pass'), warning: count('warning'), fail: count('fail'), unknown: unseen.length },
  });
}

function judgeName({ identity, user }: MatchedIdentity, verified: ReadonlySet<string>): Verdict {
  const { userPrincipalName: name } = identity;
  if (isSameName(name, user?.userPrincipalName)) return { outcome: 'pass', note: 'The same UPN in both directories.' };
  const cloud = `in Entra ID it is ${user?.userPrincipalName ?? ''}`;
  if (name === undefined) return { outcome: 'fail', note: `It has no UPN in AD; ${cloud}.` };
  const suffix = name.slice(name.lastIndexOf('@') + 1).toLowerCase();
  if (verified.size > 0 && !verified.has(suffix))
    return { outcome: 'fail', note: `Its suffix ${suffix} is no verified domain; ${cloud}. See DIR-015.` };
  return { outcome: 'warning', note: `Its UPN in AD is ${name}; ${cloud}.` };
}

function summarise(objects: readonly JudgedObject[], total: number): string {
  const [failed, differing, unseen] = [
    namesOf(objects, 'fail'),
    namesOf(objects, 'warning'),
    namesOf(objects, 'unknown'),
  ];
  const open = unseen.length > 0 ? ` ${listed(unseen)} could not be compared.` : '';
  const wrong = failed.length + differing.length;
  if (wrong === 0) return `No differing UPN was seen.${open}`;
  const lead = `${wrong} of ${countOf(total, 'pilot user')} ${wrong === 1 ? 'has' : 'have'} another UPN in Entra ID than in AD`;
  return failed.length > 0
    ? `${lead}, ${failed.length} of them because the suffix in AD is not verified or missing: ${listed(failed)}.${open}`
    : `${lead}: ${listed(differing)}.${open}`;
}
