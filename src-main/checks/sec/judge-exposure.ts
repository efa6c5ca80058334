import { assertNever } from '../../../src-shared/model/assert-never';
import { type Enrollee, exposureOf } from '../../evidence/derived/template-enrolment';
import { fault, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';

export interface ExposureWording {
  /** What makes the template dangerous, continuing its name: "issues certificates for any purpose". */
  readonly danger: string;
  /** What it lacks to be dangerous, continuing its name. */
  readonly harmless: string;
  /** Verdict when only chosen principals may enrol; `who` names them. */
  readonly restricted: (who: string) => TemplateVerdict;
  /** Verdict when it was not read whether ordinary users are among them; unknown when absent. */
  readonly unclear?: (who: string) => TemplateVerdict;
}

/** The verdict of a template that is dangerous in the hands of ordinary users. */
export function judgeExposure(
  isDangerous: boolean | undefined,
  enrollees: readonly Enrollee[] | undefined,
  { danger, harmless, restricted, unclear }: ExposureWording,
): TemplateVerdict {
  const exposure = exposureOf(isDangerous, enrollees);
  switch (exposure) {
    case 'harmless':
      return { outcome: 'pass', note: harmless };
    case 'closed':
      return { outcome: 'pass', note: `${danger}, but nobody besides Tier 0 may enrol it` };
    case 'restricted':
      return restricted(titlesOf(enrollees, 'chosen'));
    case 'everybody':
      return fault(`${danger}, and ${titlesOf(enrollees, 'everybody')} may enrol it`);
    case 'unclear': {
      const who = titlesOf(enrollees, 'unclear');
      if (unclear !== undefined) return unclear(who);
      const note = `${danger}, and it was not read whether ordinary users are in ${who}, which may enrol it`;
      return { outcome: 'unknown', reason: 'not-collected', note };
    }
    case 'hidden': {
      const note =
        isDangerous === true
          ? `${danger}, and its permissions are not visible`
          : 'has permissions that are not visible';
      return { outcome: 'unknown', reason: 'access-denied', note: `${note} to the account that read` };
    }
    case 'unread':
      return { outcome: 'unknown', reason: 'access-denied', note: 'was read without attributes that would tell' };
    default:
      return assertNever(exposure);
  }
}

/** Names of those who may enrol, by reach. */
export const titlesOf = (
  enrollees: readonly Enrollee[] | undefined,
  ...reaches: readonly Enrollee['reach'][]
): string => listed((enrollees ?? []).filter(({ reach }) => reaches.includes(reach)).map(({ title }) => title));
