import type { EntraUser } from '../../../src-shared/model/evidence/entra';
import { isSameName, type MatchedIdentity, sourceAnchorOf } from '../../evidence/derived/matched-identities';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { judgePilot, pilotNeeds, userObject } from '../pilot-users';
import { type JudgedObject, judged, pass, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { matchPilot } from './matched-pilot';

const needs = [...pilotNeeds, 'entra.users'] as const;

export default defineCheck({
  id: 'DIR-017',
  revision: 1,
  why: 'The Hello key is registered on the cloud user and the certificate is issued to the AD user; when these are not one identity, the user cannot provision.',
  sources: [
    'https://learn.microsoft.com/graph/api/user-get',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/plan-connect-design-concepts',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeUsers(pilot, inputs)),
  remediation: {
    task: 'Match every pilot user in AD with one user in Entra ID.',
    steps: [
      'Put the users into the scope of synchronisation: unit filter, group filter, and no cloudFiltered rule.',
      'Where a cloud-only user of the same name exists, decide whether it is the same person, then match the two by the source anchor.',
      'Run a delta synchronisation and look at the export errors.',
    ],
    command: [
      'Start-ADSyncSyncCycle -PolicyType Delta',
      'Get-MgUser -UserId imke.brandt@contoso.com -Property userPrincipalName,onPremisesSyncEnabled,onPremisesImmutableId,onPremisesSecurityIdentifier,accountEnabled',
    ].join('\n'),
    verify: '`onPremisesSecurityIdentifier` equals the SID in AD, and `onPremisesSyncEnabled` is True.',
    revert: 'Restore the former filter; a hard match cannot be taken back without deleting the cloud user.',
    right: 'Administrator of the Connect server; Hybrid Identity Administrator in Entra ID',
    risk: 'A wrong hard match joins the mailbox and data of one person to the account of another.',
  },
});

function judgeUsers(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const { matches, isComplete, unseen } = matchPilot(pilot, inputs['entra.users']);
  if (inputs['entra.users'].records.every(({ data }) => data.users.length === 0))
    return unknown('unreadable', { summary: 'The list of users in Entra ID is empty, which no tenant is.' });
  const users = matches.map(
    (match): JudgedObject => ({ ...userObject(match.identity, match.evidenceId), ...judgeMatch(match, isComplete) }),
  );
  const objects = [...users.filter(({ outcome }) => outcome !== 'pass'), ...unseen];
  const count = (outcome: JudgedObject['outcome']): number => namesOf(users, outcome).length;
  const observations = [
    {
      label: 'Pilot users in Entra ID',
      observed: `${matches.filter(({ by }) => by === 'sid').length} of ${pilot.total}`,
      expected: 'all',
      matches: matches.length === pilot.total && matches.every(({ by }) => by === 'sid'),
    },
  ];
  if (objects.length === 0)
    return pass({
      summary: `${countOf(pilot.total, 'pilot user')} checked: each is synchronised to an enabled user of Entra ID with the same SID, source anchor and UPN.`,
      observations,
      counts: { pass: pilot.total },
    });
  return judged(objects, {
    summary: summarise(objects, pilot.total),
    observations,
    counts: {
      pass: count('pass'),
      warning: count('warning'),
      fail: count('fail'),
      unknown: count('unknown') + unseen.length,
    },
  });
}

function judgeMatch({ identity, user, by }: MatchedIdentity, isComplete: boolean): Verdict {
  if (user === undefined)
    return isComplete
      ? { outcome: 'fail', note: 'No user of Entra ID belongs to it.' }
      : { outcome: 'unknown', reason: 'not-collected', note: 'Not in the part of the user list that was collected.' };
  if (by !== 'sid') return judgeUnlinked(user);
  if (user.onPremisesSyncEnabled !== true)
    return { outcome: 'fail', note: 'Its user in Entra ID is no longer synchronised.' };
  if (user.accountEnabled === false) return { outcome: 'fail', note: 'Its user in Entra ID is disabled.' };
  if (!isSameName(identity.userPrincipalName, user.userPrincipalName))
    return { outcome: 'warning', note: `Its UPN in Entra ID is ${user.userPrincipalName}; see DIR-019.` };
  if (user.accountEnabled === undefined || user.onPremisesImmutableId === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of users lacks accountEnabled or onPremisesImmutableId.',
    };
  return user.onPremisesImmutableId === sourceAnchorOf(identity)
    ? { outcome: 'pass', note: 'The same in both directories.' }
    : {
        outcome: 'warning',
        note: 'The SID is the same, but the source anchor is neither mS-DS-ConsistencyGuid nor objectGUID.',
      };
}

/** Found by its anchor or name only. */
function judgeUnlinked(user: EntraUser): Verdict {
  if (user.onPremisesSecurityIdentifier !== undefined)
    return { outcome: 'fail', note: 'The user of this name in Entra ID belongs to another account: its SID differs.' };
  return user.onPremisesSyncEnabled === true
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Its user in Entra ID shows no SID; the list lacks onPremisesSecurityIdentifier.',
      }
    : { outcome: 'fail', note: 'The user of this name in Entra ID was made in the cloud and is not synchronised.' };
}

function summarise(objects: readonly JudgedObject[], total: number): string {
  const [failed, differing, unseen] = [
    namesOf(objects, 'fail'),
    namesOf(objects, 'warning'),
    namesOf(objects, 'unknown'),
  ];
  const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
  if (failed.length > 0)
    return `${failed.length} of ${countOf(total, 'pilot user')} ${failed.length === 1 ? 'has' : 'have'} no matching enabled user in Entra ID: ${listed(failed)}.${open}`;
  if (differing.length > 0)
    return `${differing.length} of ${countOf(total, 'pilot user')} ${differing.length === 1 ? 'differs' : 'differ'} in UPN or source anchor between AD and Entra ID: ${listed(differing)}.${open}`;
  return `Of ${countOf(total, 'pilot user')}, ${listed(unseen)} could not be compared with Entra ID.`;
}
