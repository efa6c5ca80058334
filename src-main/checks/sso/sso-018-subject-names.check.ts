import type { PilotUser } from '../../../src-shared/model/evidence/directory';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { type CheckResult, defineCheck } from '../define-check';
import { furtherUsers, judgePilot, pilotNeeds, untoldObjects, userObject } from '../pilot-users';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed, namesOf } from '../wording';

export default defineCheck({
  id: 'SSO-018',
  revision: 2,
  why: 'Intune puts the whole distinguished name into one part of the subject; a CA refuses more than 64 characters there, and special characters break the request.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: pilotNeeds,
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.entraJoined && registrationAuthority.entraJoined === 'ndes-scep') || {
      reason:
        'No Entra joined devices get certificates over NDES; only there Intune makes the subject of a distinguished name.',
    },
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, judgeNames),
  remediation: {
    task: 'Quote distinguished names in the SCEP profile.',
    steps: [
      'Put the variable into quotation marks in the SCEP profile: CN="{{OnPrem_Distinguished_Name}}".',
      'Switch off the enforcement of name lengths on the issuing CA when names are longer than 64 characters.',
      'Or use another subject, such as CN={{UserPrincipalName}}: domain controllers map by the SID, not by the subject.',
    ],
    command: ['certutil -setreg CA\\EnforceX500NameLengths 0', 'Restart-Service certsvc'].join('\n'),
    verify: '`certutil -getreg CA\\EnforceX500NameLengths` shows 0, and a user with a long name gets a certificate.',
    revert: 'certutil -setreg CA\\EnforceX500NameLengths 1; Restart-Service certsvc',
    right: 'CA administrator; Intune administrator for the profile',
    risk: 'Without the enforcement the CA issues names that some software cannot show in full.',
  },
});

function judgeNames(pilot: PilotView): CheckResult {
  const [awkward, long] = [countIn(pilot, 'awkwardNames'), countIn(pilot, 'longNames')];
  const objects = [
    ...pilot.domains.flatMap(({ evidenceId, traits }) => toObjects(traits, evidenceId)),
    ...pilot.domains.flatMap(({ domain, evidenceId, traits }) =>
      traits.longNames === undefined
        ? [furtherUsers(domain, 'How long their distinguished names are was not collected.', evidenceId)]
        : [],
    ),
    ...untoldObjects(pilot),
  ];
  const observations = [
    {
      label: 'Names with special characters',
      observed: countOf(awkward, 'user'),
      expected: 'none',
      matches: awkward === 0,
    },
    {
      label: 'Names longer than 64 characters',
      observed: countOf(long, 'user'),
      expected: 'none',
      ...(pilot.domains.some(({ traits }) => traits.longNames === undefined) ? {} : { matches: long === 0 }),
    },
  ];
  if (objects.length === 0)
    return pass({
      summary: `${countOf(pilot.total, 'pilot user')} checked: every distinguished name has at most 64 characters and none that needs escaping.`,
      observations,
      counts: { pass: pilot.total },
    });
  const open =
    namesOf(objects, 'unknown').length > 0
      ? ` The users of ${countOf(namesOf(objects, 'unknown').length, 'domain')} could not be judged.`
      : '';
  const examples = objects.filter(({ outcome }) => outcome === 'warning').map(({ name }) => name);
  return judged(objects, {
    summary:
      awkward + long === 0
        ? `No awkward name was seen.${open}`
        : `Of ${countOf(pilot.total, 'pilot user')}, ${long} ${long === 1 ? 'has a distinguished name' : 'have distinguished names'} longer than 64 characters and ${awkward} ${awkward === 1 ? 'has one' : 'have some'} with special characters: ${listed(examples)}.${open}`,
    observations,
  });
}

const countIn = (pilot: PilotView, list: 'awkwardNames' | 'longNames'): number =>
  pilot.domains.reduce((sum, { traits }) => sum + (traits[list]?.count ?? 0), 0);

/** The users kept as examples, each once. */
function toObjects(traits: PilotView['domains'][number]['traits'], evidenceId: string): readonly JudgedObject[] {
  const special = traits.awkwardNames.users;
  const long = (traits.longNames?.users ?? []).filter(
    ({ objectSid }) => !special.some((user) => user.objectSid === objectSid),
  );
  const object = (user: PilotUser, note: string): JudgedObject => ({
    ...userObject(user, evidenceId),
    outcome: 'warning',
    note,
  });
  return [
    ...special.map((user) =>
      object(user, `Its name holds special characters or is very long: ${user.distinguishedName}.`),
    ),
    ...long.map((user) => object(user, `Its distinguished name has ${user.distinguishedName.length} characters.`)),
  ];
}
