import type { QuestionId } from '../../../src-shared/interview/questions';
import type { Scope } from '../../../src-shared/model/scope';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { notApplicable, pass, unknown, warning } from '../result';
import { answerTo, saidObservations, unanswered } from '../said';

const question: QuestionId = 'mfa-route-proven';
/** Type Graph gives second factors of other makers in the policy of methods; the prefix `#microsoft.graph.` is not always there. */
const externalType = 'externalauthenticationmethodconfiguration';

const needs = ['interview.answer?', 'entra.authentication-methods?'] as const;
type FitInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'MFA-010',
  revision: 1,
  why: 'Provisioning asks for a fresh second factor in a window of its own; a provider that cannot show itself there, or ignores the request, stops it.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index'],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs,
  asks: [question],
  evaluate: (inputs, { scope }) => judgeProvider(inputs, scope),
  remediation: {
    task: 'Try out provisioning with the MFA provider.',
    steps: [
      'Have a pilot user set up Hello with the provider, from the first question for the second factor to the PIN.',
      'Ask the vendor whether the provider answers `wauth` and `amr_values=ngcmfa` and shows in the window of provisioning (CloudExperienceHost).',
      'Update it where the vendor says so.',
    ],
    verify:
      'The sign-in log of Entra ID shows the second factor of the provisioning as satisfied; the interview holds the answer.',
    revert: 'Set the former method again.',
    right: 'Owner of the identity platform',
  },
});

function judgeProvider(inputs: FitInputs, scope: Scope): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  const policy = inputs['entra.authentication-methods'];
  const methods = policy.records.flatMap(({ data }) => data.methods);
  const external = methods.filter(
    ({ type, state }) => type?.toLowerCase().endsWith(externalType) === true && state.toLowerCase() === 'enabled',
  );
  const observations = [
    ...(policy.records.length === 0
      ? []
      : [{ label: 'External methods that are enabled', observed: String(external.length) }]),
    ...saidObservations([said]),
  ];
  const provider = providerOf(scope, external.length > 0);
  if (provider === undefined)
    return policy.records.length > 0 && policy.gaps.length === 0
      ? notApplicable({ summary: 'Entra ID does the second factor itself, without an external method.', observations })
      : unknown(policy.gaps[0]?.reason ?? 'not-collected', {
          summary:
            policy.gaps[0]?.message ??
            'Entra ID does the second factor in this scope; whether with an external method was not read.',
          observations,
        });
  switch (said?.answer) {
    case 'yes':
      return pass({ summary: `${provider} was seen to satisfy Entra ID.`, observations });
    case 'no':
      return warning({
        summary: `${provider} is not proven: no sign-in with it was seen to satisfy Entra ID.`,
        observations,
      });
    default:
      return unanswered(
        inputs['interview.answer'],
        question,
        `Whether ${provider.charAt(0).toLowerCase()}${provider.slice(1)} suits provisioning was not asked.`,
        observations,
      );
  }
}

/** Whose second factor has to suit provisioning; undefined = that of Entra ID itself, which does. */
function providerOf({ mfaRoute }: Scope, hasExternal: boolean): string | undefined {
  switch (mfaRoute) {
    case 'adfs-third-party':
      return 'The adapter of another maker in AD FS';
    case 'federated-provider':
      return 'The second factor of the federated provider';
    case 'adfs-azure-mfa':
    case 'entra-mfa':
      return hasExternal ? 'The external method of Entra ID' : undefined;
  }
}
