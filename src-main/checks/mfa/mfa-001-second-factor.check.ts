import type { QuestionId } from '../../../src-shared/interview/questions';
import { enabledFactors } from '../../evidence/derived/second-factors';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { fail, pass, unknown } from '../result';
import { countOf, listed } from '../wording';

const needs = [
  'entra.authentication-methods?',
  'entra.mfa-registrations?',
  'adfs.authentication-policy?',
  'interview.answer?',
] as const;
type FactorInputs = Inputs<(typeof needs)[number]>;

/** What the interview asks: was the chosen second factor seen to work? */
const question: QuestionId = 'mfa-route-proven';

export default defineCheck({
  id: 'MFA-001',
  revision: 1,
  why: 'Windows asks for a second factor before it makes the key; who cannot give one stops there.',
  sources: [
    'https://learn.microsoft.com/entra/identity/authentication/concept-mfa-howitworks',
    'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-mfasettings',
  ],
  outcomes: ['pass', 'fail'],
  needs,
  asks: [question],
  evaluate(inputs, { scope }) {
    switch (scope.mfaRoute) {
      case 'entra-mfa':
        return judgeEntra(inputs);
      case 'adfs-azure-mfa':
      case 'adfs-third-party':
        return judgeFarm(inputs, scope.mfaRoute === 'adfs-azure-mfa');
      case 'federated-provider':
        return judgeAttestation(inputs);
    }
  },
  remediation: {
    task: 'Give every pilot user a second factor.',
    steps: [
      'Enable methods of Entra MFA for the pilot, such as Microsoft Authenticator, and let the users register.',
      'Or register an adapter at AD FS and choose it as additional provider (MFA-003).',
    ],
    verify: 'A pilot user is asked for the second factor and can give it.',
    revert: 'Disable the method again.',
    right: 'Authentication Policy Administrator; AD FS administrator for an adapter',
  },
});

function judgeEntra(inputs: FactorInputs): CheckResult {
  const [policies, registrations] = [inputs['entra.authentication-methods'], inputs['entra.mfa-registrations']];
  const enabled = policies.records.flatMap(({ data }) => enabledFactors(data));
  if (policies.records.length > 0 && enabled.length === 0)
    return fail({ summary: 'Entra MFA is to be the second factor, but the tenant enables no method for it.' });
  const users = registrations.records.flatMap(({ data }) => data.users);
  const capable = users.filter(({ isMfaCapable }) => isMfaCapable).length;
  const observations = [
    ...(policies.records.length === 0 ? [] : [{ label: 'Enabled methods', observed: listed(enabled, 10) }]),
    ...(registrations.records.length === 0
      ? []
      : [{ label: 'Users who can do MFA', observed: `${capable} of ${users.length}` }]),
  ];
  const isEveryoneKnown = registrations.records.length > 0 && registrations.records.every(({ data }) => data.complete);
  if (isEveryoneKnown && users.length > 0 && capable === 0)
    return fail({ summary: 'Entra MFA is to be the second factor, but no user has registered for it.', observations });
  const [gap] = [...policies.gaps, ...registrations.gaps];
  if (policies.records.length === 0 || users.length === 0)
    return unknown(gap?.reason ?? 'not-collected', {
      summary: 'Entra MFA is to be the second factor; which methods are enabled, or who registered, was not read.',
      observations,
    });
  return pass({
    summary: `Entra MFA is the second factor: ${listed(enabled)} enabled, and ${capable} of ${countOf(users.length, 'user')} can use it. Who of the pilot can is judged by MFA-005.`,
    observations,
  });
}

/** Whether the provider is the right one is judged by MFA-003, and its state by MFA-004. */
function judgeFarm(inputs: FactorInputs, wantsAzure: boolean): CheckResult {
  const policies = inputs['adfs.authentication-policy'];
  const providers = policies.records.flatMap(({ data }) => data.additionalProviders ?? []);
  if (policies.records.length === 0 || policies.records.some(({ data }) => data.additionalProviders === undefined))
    return unknown(policies.gaps[0]?.reason ?? 'not-collected', {
      summary: 'AD FS is to do the second factor; its additional providers were not read.',
    });
  const observations = [{ label: 'Additional providers of AD FS', observed: listed(providers, 10) || 'none' }];
  const usable = providers.filter((name) => {
    const isAzure = name.toLowerCase() === 'azuremfaauthentication';
    return wantsAzure ? isAzure : !isAzure && name.toLowerCase() !== 'certificateauthentication';
  });
  return usable.length === 0
    ? fail({
        summary: `AD FS is to do the second factor, but ${wantsAzure ? 'the Azure MFA adapter' : 'no adapter of another vendor'} is ${wantsAzure ? 'not ' : ''}chosen as additional provider.`,
        observations,
      })
    : pass({ summary: `AD FS asks for the second factor with ${listed(usable)}.`, observations });
}

/** A provider outside cannot be read. */
function judgeAttestation({ 'interview.answer': answers }: FactorInputs): CheckResult {
  const answer = answers.records.find(({ data }) => data.question === question)?.data;
  const observations = answer === undefined ? [] : [{ label: `Said by ${answer.saidBy}`, observed: answer.answer }];
  switch (answer?.answer.toLowerCase()) {
    case 'yes':
      return pass({ summary: 'The second factor of the federated provider was seen to work.', observations });
    case 'no':
      return fail({ summary: 'The second factor of the federated provider was tried and did not work.', observations });
    default:
      return unknown('not-collected', {
        summary: 'A federated provider is to do the second factor; only somebody who saw it work can say so.',
        observations,
      });
  }
}
