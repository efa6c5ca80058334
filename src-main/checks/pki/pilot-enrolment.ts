import { assertNever } from '../../../src-shared/model/assert-never';
import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import type { PilotUsers } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { enrollRight, readAccess, trusteesWith } from '../../evidence/derived/effective-rights';
import { pilotPopulations } from '../../evidence/derived/policy-populations';
import { type PopulationToken, type Share, shareWith } from '../../evidence/derived/population-token';
import type { PrincipalView } from '../../evidence/derived/principals';
import type { Enrollee } from '../../evidence/derived/template-enrolment';
import { firstNameOf } from '../../evidence/distinguished-name';
import { hasBits } from '../../knowledge/certificate-template-values';
import { groupTypeBit } from '../../knowledge/group-type';
import { countOf, listed } from '../wording';
import { fault, type TemplateVerdict } from './judge-templates';

/** The pilot users of one domain. */
export interface PilotOfDomain {
  readonly domain: string;
  readonly data: PilotUsers;
  readonly population: PopulationToken;
  readonly domainSid: string | undefined;
}

/** Pilot users by domain, with what is known of their tokens; domains without any are left out. */
export function pilotByDomain(
  records: readonly { readonly target: string; readonly data: PilotUsers }[],
  domainSidOf: (domain: string) => string | undefined,
  principals: PrincipalView,
  scope: Scope,
): readonly PilotOfDomain[] {
  const { usersOf } = pilotPopulations({ computers: [], users: records, scope, principals });
  return records
    .filter(({ data }) => data.populationFound && data.total > 0)
    .map(({ target, data }) => ({ domain: target, data, population: usersOf(target), domainSid: domainSidOf(target) }));
}

/** Whether the pilot users of a domain may read and enrol; no verdict when all of them may. */
export function judgePilotEnrolment(
  descriptor: SecurityDescriptor,
  enrollees: readonly Enrollee[],
  pilot: PilotOfDomain,
  principals: PrincipalView,
  scope: Scope,
): readonly TemplateVerdict[] {
  const who = whoIs(pilot, scope);
  const others = enrollees.filter(({ reach }) => reach !== 'privileged');
  const strangers = others.filter(({ sid }) => pilot.population.shareOf(sid) === 'none');
  if (strangers.length === others.length) {
    const allowed = ['Tier 0', ...strangers.map(({ title }) => title)].join(' and ');
    return [fault(`lets nobody besides ${allowed} enrol, so not ${who}`, 'blocker')];
  }
  const share = shareWith(descriptor, enrollRight, pilot.population);
  const verdict = judgeShare(share, descriptor, others, pilot, principals, scope);
  if (verdict !== undefined) return [verdict];
  return judgeReading(shareWith(descriptor, readAccess, pilot.population), who);
}

const whoIs = ({ data, domain }: PilotOfDomain, { pilotUsers }: Scope): string =>
  pilotUsers.kind === 'group' && data.group !== undefined
    ? `the pilot group ${firstNameOf(data.group.distinguishedName)}`
    : `${countOf(data.total, 'pilot user')} of ${domain}`;

function judgeShare(
  share: Share,
  descriptor: SecurityDescriptor,
  others: readonly Enrollee[],
  pilot: PilotOfDomain,
  principals: PrincipalView,
  scope: Scope,
): TemplateVerdict | undefined {
  const who = whoIs(pilot, scope);
  const titles = listed(others.map(({ title }) => title));
  switch (share) {
    case 'all':
      return undefined;
    case 'none':
      return fault(`does not let ${who} enrol, but ${titles}`, 'blocker');
    case 'some':
    case 'unknown': {
      const most = scope.pilotUsers.kind === 'unit' ? mostWith(descriptor, pilot, principals) : undefined;
      if (most !== undefined && most < pilot.data.total)
        return fault(
          `lets at most ${most} of ${countOf(pilot.data.total, 'pilot user')} of ${pilot.domain} enrol`,
          'blocker',
        );
      return {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `lets ${titles} enrol, and it was not read whether that is everybody of ${who}${adviceFor(pilot, scope)}`,
      };
    }
    default:
      return assertNever(share);
  }
}

function adviceFor({ data: { group } }: PilotOfDomain, { pilotUsers }: Scope): string {
  if (pilotUsers.kind === 'all') return ' (name a pilot group in the scope, so that this can be told)';
  return group?.groupType !== undefined && !hasBits(group.groupType, groupTypeBit.security)
    ? ', which is a distribution group and gives no rights'
    : '';
}

/** No more users can have the right than all groups with it hold together, each user counted once per group; undefined when groups were not read. */
function mostWith(
  descriptor: SecurityDescriptor,
  { data: { traits }, domainSid }: PilotOfDomain,
  principals: PrincipalView,
): number | undefined {
  if (traits === undefined || domainSid === undefined) return undefined;
  const holders = trusteesWith(descriptor, enrollRight).map(({ sid }) => sid);
  const mayHold = (group: string): boolean => holders.some((sid) => principals.isIn(group, sid) !== false);
  const groups = [
    ...Object.entries(traits.countByGroup),
    ...Object.entries(traits.countByPrimaryGroup).map(([rid, count]) => [`${domainSid}-${rid}`, count] as const),
  ];
  const named = traits.identities.filter(({ objectSid }) => holders.includes(objectSid)).length;
  return groups.filter(([group]) => mayHold(group)).reduce((sum, [, count]) => sum + count, named);
}

function judgeReading(share: Share, who: string): readonly TemplateVerdict[] {
  if (share === 'all') return [];
  if (share === 'none') return [fault(`lets ${who} enrol but not read it`, 'blocker')];
  return [
    {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `lets ${who} enrol, but whether all of them may read it was not read`,
    },
  ];
}
