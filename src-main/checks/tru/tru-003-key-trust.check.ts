import type { QuestionId } from '../../../src-shared/interview/questions';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { info, ofTotal } from '../result';
import { answerTo, saidIn, unanswered } from '../said';

const question: QuestionId = 'key-trust';
/** Build of Windows Server 2016, the first whose domain controllers accept keys. */
const server2016 = 14_393;

const needs = ['interview.answer?', 'ad.domain-controllers?', 'ad.partitions?'] as const;

export default defineCheck({
  id: 'TRU-003',
  revision: 1,
  why: 'Three trust types exist; the reason why this one was chosen belongs in the record.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-key-trust',
  ],
  outcomes: ['info'],
  needs,
  asks: [question],
  evaluate: compare,
  remediation: {
    task: 'Weigh key trust against certificate trust.',
    steps: [
      'Compare the three: key trust takes domain controllers of Windows Server 2016 or later in number enough and certificates for them, but none for users; cloud Kerberos trust takes less still.',
      'Record why key trust was taken or left.',
    ],
    verify: 'The interview holds the answer.',
    right: 'None',
  },
});

function compare(inputs: Inputs<(typeof needs)[number]>, { scope }: CheckContext): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  if (said === undefined)
    return unanswered(
      inputs['interview.answer'],
      question,
      'Whether key trust was compared with certificate trust was not asked.',
    );
  const observations = [
    saidIn(said),
    { label: 'Domain controllers that accept keys', observed: controllersFor(inputs, scope) },
    {
      label: 'Key trust needs',
      observed:
        'domain controllers of Windows Server 2016 or later in number enough, certificates for them, none for users',
    },
    { label: 'Preferred over it', observed: 'cloud Kerberos trust, which needs no certificates at all (TRU-002)' },
  ];
  switch (said.answer) {
    case 'rejected':
      return info({ summary: 'Key trust was compared with certificate trust and rejected.', observations });
    case 'preferred':
      return info({
        summary:
          'Key trust was compared and is preferred; where it serves, cloud Kerberos trust serves as well with less to build (TRU-002).',
        observations,
      });
    default:
      return info({
        summary:
          'Key trust was not compared with certificate trust; it needs no certificates of users, and cloud Kerberos trust is preferred over it (TRU-002).',
        observations,
      });
  }
}

function controllersFor(inputs: Inputs<(typeof needs)[number]>, scope: CheckContext['scope']): string {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const builds = inputs['ad.domain-controllers'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ data }) => data.controllers.filter(({ readOnly }) => !readOnly).map(({ build }) => build));
  if (builds.length === 0) return 'not read';
  const fit = builds.filter((build) => build !== undefined && build >= server2016).length;
  return `${ofTotal(fit, builds.length)} writable ones run Windows Server 2016 or later`;
}
