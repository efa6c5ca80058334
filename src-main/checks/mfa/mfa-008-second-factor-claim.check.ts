import type { QuestionId } from '../../../src-shared/interview/questions';
import type { Scope } from '../../../src-shared/model/scope';
import { claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms } from '../fed/judge-farms';
import { judgeTrustRules } from '../fed/trust-rules';

/** What the interview asks: was the chosen second factor seen to work? */
const question: QuestionId = 'mfa-route-proven';

export default defineCheck({
  id: 'MFA-008',
  revision: 1,
  why: 'Entra ID believes that AD FS asked for a second factor only when the token says so; else it asks again or refuses.',
  sources: ['https://learn.microsoft.com/entra/identity/authentication/howto-mfa-adfs'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['adfs.entra-trust', 'interview.answer?'],
  asks: [question],
  appliesTo: ({ mfaRoute }: Scope) =>
    mfaRoute !== 'entra-mfa' || { reason: 'Entra ID does the second factor itself in this scope.' },
  evaluate({ 'adfs.entra-trust': trusts, 'interview.answer': answers }) {
    const answer = answers.records.find(({ data }) => data.question === question)?.data.answer.toLowerCase();
    return judgeFarms(trusts.records, ({ data }) =>
      judgeTrustRules(data, (rules) =>
        rulesIssuing(rules, claimType.authenticationMethods).length > 0
          ? judgeProof(answer)
          : {
              outcome: 'fail',
              note: 'The trust does not pass on authnmethodsreferences, so Entra ID learns of no second factor.',
            },
      ),
    );
  },
  remediation: {
    task: 'Issue the MFA claim that Entra ID expects.',
    steps: ['Save the issuance rules of the trust, then add a rule that passes on the authentication methods.'],
    command: `c:[Type == "${claimType.authenticationMethods}"] => issue(claim = c);`,
    verify:
      'The sign-in log of Entra ID shows “MFA requirement satisfied by claim in the token” for a sign-in with second factor.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});

/** The rule is necessary; that a sign-in carries the claim only somebody who saw one can say. */
function judgeProof(answer: string | undefined): FarmVerdict {
  switch (answer) {
    case 'yes':
      return {
        outcome: 'pass',
        note: 'The trust passes the claim on, and a sign-in was seen that satisfied Entra ID.',
      };
    case 'no':
      return {
        outcome: 'warning',
        note: 'The trust passes the claim on, but a sign-in was seen that did not satisfy Entra ID.',
      };
    default:
      return {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'The trust passes the claim on; a sign-in that satisfied Entra ID was not shown.',
      };
  }
}
