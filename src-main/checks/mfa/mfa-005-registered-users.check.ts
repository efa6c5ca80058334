import type { EntraUser } from '../../../src-shared/model/evidence/entra';
import type { EntraMfaRegistrations } from '../../../src-shared/model/evidence/entra-policies';
import { viewPilot } from '../../evidence/derived/pilot-traits';
import { enabledFactors } from '../../evidence/derived/second-factors';
import { type CheckResult, defineCheck } from '../define-check';
import { fail, pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';

const needs = [
  'entra.mfa-registrations',
  'entra.authentication-methods?',
  'entra.users?',
  'ad.pilot-users?',
  'ad.partitions?',
] as const;
type Registration = EntraMfaRegistrations['users'][number];

/** From this share on the rest can be helped one by one. */
const enough = 0.8;

export default defineCheck({
  id: 'MFA-005',
  revision: 2,
  why: 'Users without a registered second factor cannot finish provisioning, and outside the office often cannot register either.',
  sources: [
    'https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails',
    'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-getstarted',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ mfaRoute }) =>
    mfaRoute === 'entra-mfa' ||
    mfaRoute === 'adfs-azure-mfa' || {
      reason: 'The second factor of this scope does not use what users registered in Entra ID.',
    },
  evaluate(inputs, { scope }) {
    const methods = inputs['entra.authentication-methods'].records;
    if (methods.length > 0 && methods.every(({ data }) => enabledFactors(data).length === 0))
      return fail({ summary: 'The tenant enables no method that can be a second factor.' });
    const users = inputs['entra.mfa-registrations'].records.flatMap(({ data }) => data.users);
    const isComplete = inputs['entra.mfa-registrations'].records.every(({ data }) => data.complete);
    if (users.length === 0)
      return unknown('unreadable', { summary: 'The list of registrations is empty, which that of no tenant is.' });
    const pilot = viewPilot(inputs['ad.pilot-users'].records, inputs['ad.partitions'].records, scope);
    const cloudNames = cloudNamesBySid(inputs['entra.users'].records.flatMap(({ data }) => data.users));
    const names = pilot.domains.flatMap(({ traits }) =>
      traits.identities.flatMap(
        ({ objectSid, userPrincipalName }) => cloudNames.get(objectSid) ?? userPrincipalName?.toLowerCase() ?? [],
      ),
    );
    if (names.length === 0) {
      return scope.pilotUsers.kind === 'all' && inputs['ad.pilot-users'].gaps.length === 0
        ? judgeUsers(users, { noun: 'user', missing: 0, isComplete })
        : unknown(inputs['ad.pilot-users'].gaps[0]?.reason ?? 'not-collected', {
            summary: 'Who the pilot users are was not read, so their registrations cannot be told.',
          });
    }
    const wanted = new Set(names);
    const own = users.filter(({ userPrincipalName }) => wanted.has(userPrincipalName.toLowerCase()));
    const missing = Math.max(pilot.total, names.length) - own.length;
    return judgeUsers(own, { noun: 'pilot user', missing, isComplete });
  },
  remediation: {
    task: 'Have the pilot users register for MFA.',
    steps: [
      'Run a registration campaign for the pilot before Hello is enabled.',
      'Give people without a device a Temporary Access Pass to register with.',
    ],
    verify: 'The report of authentication methods shows every pilot user as capable of MFA.',
    right: 'Authentication Administrator',
  },
});

/** Lower-case names in Entra ID, which need not be those of AD: the list of registrations knows no others. */
const cloudNamesBySid = (users: readonly EntraUser[]): ReadonlyMap<string, string> =>
  new Map(
    users.flatMap(({ onPremisesSecurityIdentifier: sid, userPrincipalName }) =>
      sid === undefined ? [] : [[sid, userPrincipalName.toLowerCase()] as const],
    ),
  );

interface Counted {
  readonly noun: string;
  /** Users of the pilot that the list does not hold. */
  readonly missing: number;
  readonly isComplete: boolean;
}

function judgeUsers(users: readonly Registration[], { noun, missing, isComplete }: Counted): CheckResult {
  const unable = users.filter(({ isMfaCapable }) => !isMfaCapable);
  const capable = users.length - unable.length;
  const observations = [
    {
      label: `Capable of MFA`,
      observed: `${capable} of ${users.length}`,
      expected: 'all',
      matches: unable.length === 0 && missing === 0,
    },
  ];
  const objects = unable.map(
    ({ userPrincipalName }) =>
      ({
        id: `user:${userPrincipalName.toLowerCase()}`,
        kind: 'user',
        name: userPrincipalName,
        outcome: 'fail',
        note: 'Not capable of MFA.',
        locate: userPrincipalName,
      }) as const,
  );
  const told = `${unable.length} of ${countOf(users.length, noun)} cannot do MFA: ${listed(unable.map(({ userPrincipalName }) => userPrincipalName))}.`;
  // Even when everybody who is missing can do MFA, too few can.
  if ((capable + missing) / (users.length + missing) < enough)
    return fail({ summary: told, observations, objects, counts: { fail: unable.length, pass: capable } });
  const absent =
    missing > 0
      ? `${countOf(missing, noun)} of ${users.length + missing} ${missing === 1 ? 'is' : 'are'} not in the list of registrations.`
      : '';
  if (unable.length === 0 && missing > 0) return unknown('not-collected', { summary: absent, observations });
  if (unable.length === 0)
    return isComplete
      ? pass({
          summary: `${countOf(users.length, noun)} checked: all can do MFA.`,
          observations,
          counts: { pass: capable },
        })
      : unknown('not-collected', {
          summary: 'The list of registrations is cut off; those in it can do MFA.',
          observations,
        });
  return warning({
    summary: `${told} ${absent}`.trim(),
    severity: 'medium',
    observations,
    objects: objects.map((object) => ({ ...object, outcome: 'warning' })),
    counts: { warning: unable.length, pass: capable, ...(missing > 0 && { unknown: missing }) },
  });
}
