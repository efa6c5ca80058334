import type { PilotUser } from '../../src-shared/model/evidence/directory';
import type { KeyHolder } from '../../src-shared/model/evidence/keys';
import type { Scope } from '../../src-shared/model/scope';
import { type DomainTraits, type PilotView, viewPilot } from '../evidence/derived/pilot-traits';
import { normalDn } from '../evidence/distinguished-name';
import type { CheckResult, Collected } from './define-check';
import { type JudgedObject, unknown } from './result';

/** The kinds every check of pilot users takes. */
export const pilotNeeds = ['ad.pilot-users', 'ad.partitions?'] as const;

export interface PilotInputs {
  readonly 'ad.pilot-users': Collected<'ad.pilot-users'>;
  readonly 'ad.partitions': Collected<'ad.partitions'>;
}

/** Judges the pilot users in scope; unknown when there are none, or none about whom anything but their names is known. */
export function judgePilot(inputs: PilotInputs, scope: Scope, judge: (pilot: PilotView) => CheckResult): CheckResult {
  const pilot = viewPilot(inputs['ad.pilot-users'].records, inputs['ad.partitions'].records, scope);
  if (pilot.problem !== undefined) return unknown('not-collected', { summary: pilot.problem });
  if (pilot.domains.length === 0) {
    const objects = untoldObjects(pilot);
    return unknown('not-collected', {
      summary:
        'Only names and suffixes of the pilot users were collected: by an earlier release, or in an export of chosen attributes. Collect them again, exports with all attributes.',
      objects: objects.map(({ reason: _, ...object }) => object),
    });
  }
  return judge(pilot);
}

/** Domains whose users could not be judged. */
export const untoldObjects = ({ untold }: PilotView): readonly JudgedObject[] =>
  untold.map(({ domain, evidenceId }) => ({
    id: `domain:${domain}`,
    kind: 'domain',
    name: domain,
    outcome: 'unknown',
    reason: 'not-collected',
    note: 'Only names and suffixes of its pilot users were collected.',
    evidenceId,
  }));

/** Stands for accounts that were counted but not kept. */
export const furtherUsers = (domain: string, note: string, evidenceId: string): JudgedObject => ({
  id: `further:${domain}`,
  kind: 'domain',
  name: `further users of ${domain}`,
  outcome: 'unknown',
  reason: 'not-collected',
  note,
  evidenceId,
});

/** Holders of keys beyond those kept; privileged ones and suspect keys are kept first. */
export const furtherHolders = ({ domain, evidenceId, traits: { keys } }: DomainTraits): readonly JudgedObject[] =>
  keys.holderCount <= keys.holders.length
    ? []
    : [
        furtherUsers(
          domain,
          `${keys.holderCount - keys.holders.length} further users with keys were counted but not kept.`,
          evidenceId,
        ),
      ];

export const userObject = (user: PilotUser, evidenceId: string) =>
  ({
    id: user.objectSid,
    kind: 'user',
    name: user.userPrincipalName ?? user.samAccountName,
    evidenceId,
    locate: user.samAccountName,
  }) as const;

/** Who holds keys; managed accounts without a SID are told by their name. */
export const holderObject = (holder: KeyHolder, kind: 'user' | 'computer', evidenceId: string) =>
  ({
    id: holder.objectSid ?? normalDn(holder.distinguishedName),
    kind,
    name: holder.name,
    evidenceId,
    locate: holder.name,
  }) as const;
