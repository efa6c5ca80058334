import type { QuestionId } from '../../../src-shared/interview/questions';
import type { Observation } from '../../../src-shared/model/finding';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { pass, unknown, warning } from '../result';
import { answerTo, chosenIn, optionTexts, saidObservations, unanswered } from '../said';
import { listed } from '../wording';
import { cloudTrustLimits, judgeCloudTrust } from './judge-cloud-trust';

const needQuestion: QuestionId = 'certificate-needs';
const planQuestion: QuestionId = 'adfs-plan';
const remoteDesktop = 'remote-desktop';

const needs = [
  'interview.answer?',
  'ad.domain-controllers?',
  'ad.sites?',
  'ad.pilot-computers?',
  'ad.partitions?',
  'entra.devices?',
] as const;
type AdviceInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'TRU-001',
  revision: 1,
  why: 'Without a need for certificates of users, cloud Kerberos trust gives the same sign-in with far less to build and to run.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
  ],
  outcomes: ['pass', 'warning'],
  needs,
  asks: [needQuestion, planQuestion],
  evaluate: judgeNeed,
  remediation: {
    task: 'Find out who needs certificates of users at all.',
    steps: [
      'Ask every party what it needs a certificate of the user for: remote desktop, smart card applications, audit, regulation.',
      'When nobody needs one, plan cloud Kerberos trust instead: no PKI for users, no AD FS or NDES as registration authority, no device write-back, and a key that serves at once.',
      'Compare with what TRU-002 says about domain controllers and clients here.',
      'When somebody does, write the need down, so that the effort of certificate trust is owned.',
    ],
    verify: 'The interview holds the needs, or the decision for cloud Kerberos trust.',
    revert: 'The trust can be changed later, but users then delete their container and provision again.',
    right: 'None',
  },
});

function judgeNeed(inputs: AdviceInputs, context: CheckContext): CheckResult {
  const said = answerTo(inputs['interview.answer'], needQuestion);
  const plan = answerTo(inputs['interview.answer'], planQuestion);
  const isRemoteWanted = context.scope.remoteDesktop;
  const chosen = said === undefined ? [] : chosenIn(said);
  const fitness = fitnessHere(inputs, context);
  const isLeaving = plan?.answer.startsWith('retire') === true;
  const observations = [
    ...saidObservations([said, plan]),
    ...reasonsFor(optionTexts(needQuestion, chosen), isRemoteWanted, isLeaving, fitness),
  ];
  if (said === undefined && !isRemoteWanted)
    return unanswered(
      inputs['interview.answer'],
      needQuestion,
      `What people need a certificate of their own for was not asked; without such a need cloud Kerberos trust is the better choice. ${fitness.sentence}`,
      observations,
    );
  if (said !== undefined && chosen.length === 0 && isRemoteWanted)
    return unknown('contradictory', {
      summary:
        'It was said that nobody needs a certificate, but the scope asks for remote desktop with the Hello credential.',
      observations,
    });
  if (said !== undefined && chosen.length === 0)
    return warning({
      summary: `Nobody needs a certificate, so cloud Kerberos trust is recommended instead of certificate trust. ${fitness.sentence}`,
      observations,
    });
  const onlyRemote = chosen.every((need) => need === remoteDesktop);
  const reasons =
    said === undefined ? 'remote desktop with the Hello credential' : listed(optionTexts(needQuestion, chosen), 10);
  return pass({
    summary: `Certificates of users are needed for: ${reasons}.${onlyRemote ? ` For this alone cloud Kerberos trust would serve, too, with Remote Credential Guard or certificates issued for remote desktop only (TRU-007). ${fitness.sentence}` : ''}`,
    observations,
  });
}

interface Fitness {
  readonly state: 'fit' | 'updates' | 'unfit' | 'unknown';
  /** What is said about cloud Kerberos trust here. */
  readonly sentence: string;
}

/** Whether cloud Kerberos trust would work here, as TRU-002 judges it; what was not read keeps it from being fit. */
function fitnessHere(inputs: AdviceInputs, context: CheckContext): Fitness {
  const { outcome, summary } = judgeCloudTrust(inputs, context);
  const gap = [inputs['ad.domain-controllers'], inputs['ad.sites'], inputs['ad.pilot-computers']].flatMap(
    ({ gaps }) => gaps,
  )[0];
  if (outcome === 'pass' && gap !== undefined)
    return { state: 'unknown', sentence: `Whether it would work here is not wholly known: ${gap.message}` };
  const states = { pass: 'fit', warning: 'updates', fail: 'unfit' } as const;
  const state = outcome === 'pass' || outcome === 'warning' || outcome === 'fail' ? states[outcome] : 'unknown';
  return { state, sentence: summary };
}

const reasonsFor = (
  chosen: readonly string[],
  isRemoteWanted: boolean,
  isLeaving: boolean,
  { state, sentence }: Fitness,
): readonly Observation[] => [
  {
    label: 'Speaks for cloud Kerberos trust',
    observed: [
      'no PKI for users, no AD FS or NDES as registration authority, no device write-back, the key serves at once',
      ...(isLeaving ? ['AD FS is to go, and certificate trust needs it'] : []),
      ...(state === 'fit' ? ['sites and clients here are fit for it'] : []),
    ].join('; '),
  },
  {
    label: 'Speaks against it',
    observed: [
      ...chosen,
      ...(isRemoteWanted && chosen.length === 0 ? ['remote desktop with the Hello credential is in scope'] : []),
      ...(state === 'fit' ? [] : [sentence.replace(/\.$/u, '')]),
      ...cloudTrustLimits,
    ].join('; '),
  },
];
