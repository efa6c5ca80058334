import type { EntraUser } from '../../../src-shared/model/evidence/entra';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import type { CheckResult, Collected } from '../define-check';
import { userObject } from '../pilot-users';
import { type JudgedObject, judged, pass, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { matchPilot } from './matched-pilot';

type Attribute = 'onPremisesDistinguishedName' | 'onPremisesDomainName' | 'onPremisesSamAccountName';

/** Judges whether attributes of AD arrived at the synchronised pilot users; users that are not in Entra ID are the matter of DIR-017. */
export function judgeCloudAttributes(
  pilot: PilotView,
  inputs: { readonly 'entra.users': Collected<'entra.users'> },
  attributes: readonly Attribute[],
): CheckResult {
  const { matches, unseen } = matchPilot(pilot, inputs['entra.users']);
  const users = inputs['entra.users'].records.flatMap(({ data }) => data.users);
  const linked = matches.flatMap(({ identity, user, by, evidenceId }) =>
    user !== undefined && by === 'sid' ? [{ identity, user, evidenceId }] : [],
  );
  if (linked.length === 0)
    return unknown('not-collected', {
      summary: `None of ${countOf(pilot.total, 'pilot user')} was found in Entra ID by its SID, so its attributes cannot be judged; see DIR-017.`,
    });
  // Saved answers hold the properties that were asked for; one that nobody has was left out.
  const left = attributes.filter((name) => users.every((user) => user[name] === undefined));
  if (left.length > 0)
    return unknown('not-collected', {
      summary: `No user of the list has ${listed(left)}; the answer may have been saved without.`,
    });
  const lacking = (user: EntraUser): readonly Attribute[] => attributes.filter((name) => !user[name]);
  const judgedUsers = linked.map(({ identity, user, evidenceId }): JudgedObject => {
    const empty = lacking(user);
    const object = userObject(identity, evidenceId);
    return empty.length === 0
      ? { ...object, outcome: 'pass', note: 'All attributes arrived.' }
      : { ...object, outcome: 'fail', note: `Empty in Entra ID: ${listed(empty)}.` };
  });
  const failed = namesOf(judgedUsers, 'fail');
  const objects = [...judgedUsers.filter(({ outcome }) => outcome === 'fail'), ...unseen];
  const counts = { pass: linked.length - failed.length, fail: failed.length, unknown: unseen.length };
  if (objects.length === 0)
    return pass({
      summary: `${countOf(linked.length, 'synchronised pilot user')} checked: ${listed(attributes)} arrived in Entra ID.`,
      counts,
    });
  const open = unseen.length === 0 ? '' : ` ${unseen.length} more could not be judged.`;
  return judged(objects, {
    summary:
      failed.length === 0
        ? `No empty attribute was seen.${open}`
        : `${failed.length} of ${countOf(linked.length, 'synchronised pilot user')} ${failed.length === 1 ? 'has' : 'have'} empty attributes in Entra ID: ${listed(failed)}.${open}`,
    counts,
  });
}
