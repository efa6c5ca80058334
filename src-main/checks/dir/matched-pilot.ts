import type { EntraUser } from '../../../src-shared/model/evidence/entra';
import { type MatchedIdentity, matchIdentities } from '../../evidence/derived/matched-identities';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import type { Collected } from '../define-check';
import { furtherUsers, untoldObjects } from '../pilot-users';
import type { JudgedObject } from '../result';
import { countOf } from '../wording';

/** Pilot users beside the users of the tenant. */
export interface MatchedPilot {
  readonly matches: readonly (MatchedIdentity & { readonly evidenceId: string })[];
  /** False when the list of Entra ID was cut off: who is not in it may still exist. */
  readonly isComplete: boolean;
  /** What could not be judged at all. */
  readonly unseen: readonly JudgedObject[];
}

export function matchPilot(pilot: PilotView, tenant: Collected<'entra.users'>): MatchedPilot {
  const users: readonly EntraUser[] = tenant.records.flatMap(({ data }) => data.users);
  return {
    matches: pilot.domains.flatMap(({ evidenceId, traits }) =>
      matchIdentities(traits.identities, users).map((match) => ({ ...match, evidenceId })),
    ),
    isComplete: tenant.records.every(({ data }) => data.complete),
    unseen: [
      ...pilot.domains.flatMap(({ domain, evidenceId, total, traits }) =>
        traits.identities.length < total
          ? [
              furtherUsers(
                domain,
                `${countOf(total - traits.identities.length, 'user')} beyond the first ${traits.identities.length} were not compared.`,
                evidenceId,
              ),
            ]
          : [],
      ),
      ...untoldObjects(pilot),
    ],
  };
}
