import type { DnsAnswer } from '../../../src-shared/model/evidence/forest';
import { cloudHosts, cloudNames } from '../../knowledge/cloud-hosts';
import { answerTarget, answerTo, registrationName } from './dns-answers';
import { normalHostName } from './forest-scope';

/** Where `enterpriseregistration.<suffix>` leads. `unknown`: DNS was not asked, or gave no answer. */
export type RegistrationPointer =
  | { readonly to: 'nowhere' | 'cloud' }
  | { readonly to: 'elsewhere'; readonly names: readonly string[] }
  | { readonly to: 'unknown' };

interface AnswerRecord {
  readonly id: string;
  readonly target: string;
  readonly data: DnsAnswer;
}

const registrationHosts: ReadonlySet<string> = new Set(cloudNames.map((name) => cloudHosts[name].registration));
const types = ['CNAME', 'A', 'AAAA'] as const;

/** What DNS says about the registration service of a suffix. An alias decides; addresses alone belong to a server of somebody's own. */
export function registrationPointer(suffix: string, answers: readonly AnswerRecord[]): RegistrationPointer {
  const name = registrationName(suffix);
  const replies = types.map((type) => answerTo(answers, name, type)?.data);
  const [alias] = replies;
  if (alias?.result === 'answered') {
    const names = alias.values.map(normalHostName);
    return names.every((value) => registrationHosts.has(value)) ? { to: 'cloud' } : { to: 'elsewhere', names };
  }
  const addresses = replies.slice(1).flatMap((reply) => reply?.values ?? []);
  if (addresses.length > 0 && alias !== undefined) return { to: 'elsewhere', names: addresses };
  return replies.every((reply) => reply !== undefined) ? { to: 'nowhere' } : { to: 'unknown' };
}

/** Targets of the answers {@link registrationPointer} looks at. */
export const registrationTargets = (suffix: string): readonly string[] =>
  types.map((type) => answerTarget(registrationName(suffix), type));
