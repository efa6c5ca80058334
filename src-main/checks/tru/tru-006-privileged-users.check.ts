import type { QuestionId } from '../../../src-shared/interview/questions';
import { viewPilot } from '../../evidence/derived/pilot-traits';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { pass, warning } from '../result';
import { answerTo, saidIn, unanswered } from '../said';
import { countOf } from '../wording';

const question: QuestionId = 'privileged-users';
const needs = ['interview.answer?', 'ad.pilot-users?', 'ad.partitions?'] as const;

export default defineCheck({
  id: 'TRU-006',
  revision: 1,
  why: 'Certificate trust issues to administrators like to anybody else, cloud Kerberos trust refuses them; which is wanted has to be decided.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/dual-enrollment',
  ],
  outcomes: ['pass', 'warning'],
  needs,
  asks: [question],
  evaluate: judgeDecision,
  remediation: {
    task: 'Decide whether privileged accounts may use Hello.',
    steps: [
      'Decide with the security officer whether Tier 0 accounts may use Hello; better keep them on smart cards or FIDO2 keys.',
      'Leave them out of the group that may enrol for the WHfB template (SEC-026).',
    ],
    verify: 'The interview holds the decision, and SEC-026 agrees with it.',
    revert: 'Add the accounts to the group again.',
    right: 'Owner of the group',
  },
});

function judgeDecision(inputs: Inputs<(typeof needs)[number]>, { scope }: CheckContext): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  if (said === undefined)
    return unanswered(inputs['interview.answer'], question, 'Whether privileged accounts may use Hello was not asked.');
  // A pilot of everybody is no choice of accounts, so it contradicts nothing.
  const pilot = viewPilot(inputs['ad.pilot-users'].records, inputs['ad.partitions'].records, scope);
  const privileged =
    scope.pilotUsers.kind === 'all'
      ? undefined
      : pilot.domains.reduce((sum, { traits }) => sum + traits.protectedUsers.count, 0);
  const isRead = privileged !== undefined && pilot.domains.length > 0;
  const observations = [
    saidIn(said),
    ...(isRead ? [{ label: 'Privileged accounts in the pilot', observed: String(privileged) }] : []),
  ];
  switch (said.answer) {
    case 'excluded':
      return isRead && privileged > 0
        ? warning({
            summary: `Privileged accounts are to be kept out, but ${countOf(privileged, 'account')} of the pilot ${privileged === 1 ? 'is' : 'are'} privileged (SEC-026).`,
            observations,
          })
        : pass({ summary: 'It was decided that privileged accounts are kept out.', observations });
    case 'included':
      return pass({ summary: 'It was decided that privileged accounts may use Hello as well.', observations });
    default:
      return warning({ summary: 'Whether privileged accounts may use Hello is not decided.', observations });
  }
}
