import type { QuestionId } from '../../../src-shared/interview/questions';
import type { Observation } from '../../../src-shared/model/finding';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { helloRole, viewOf } from '../pki/judge-role';
import { info, unknown, warning } from '../result';
import { answerTo, saidObservations } from '../said';
import { countOf } from '../wording';

const devicesQuestion: QuestionId = 'certificates-per-user';
const sizingQuestion: QuestionId = 'ca-sizing';
/** Certificates a CA should not carry without sizing: a judgement of this product, no public figure. */
const unsizedLimit = 10_000;

const needs = [
  'ad.pilot-users',
  'interview.answer?',
  'ad.certificate-templates?',
  'ad.certification-authorities?',
  'ad.partitions?',
] as const;
type CostInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'TRU-011',
  revision: 1,
  why: 'Each user has a certificate on each device, renewed before it expires; the CA carries their number for as long as this trust is used.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['warning', 'info'],
  needs,
  asks: [devicesQuestion, sizingQuestion],
  evaluate: judgeLoad,
  remediation: {
    task: 'Agree on the cost of operation.',
    steps: [
      'Count users and devices each signs in on, for the whole roll-out and not the pilot alone.',
      'Size database, backup and CRLs of each issuing CA for them, and plan renewals and monitoring.',
      'Clean up expired certificates of the database regularly.',
    ],
    command: 'certutil -view -restrict "Disposition=20" -out RequestID csv',
    verify: 'The interview holds the sizing.',
    right: 'CA administrator',
  },
});

interface Load {
  readonly users: number;
  /** Devices a user signs in on; undefined = nobody was asked. */
  readonly perUser: number | undefined;
  /** CAs that publish the template; 0 = not known. */
  readonly authorities: number;
  readonly isSized: boolean | undefined;
  /** "1200 users with 2 devices each" */
  readonly many: string;
}

function judgeLoad(inputs: CostInputs, { scope }: CheckContext): CheckResult {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const lists = inputs['ad.pilot-users'].records.filter(
    ({ target, data }) => domains.includes(target) && data.populationFound,
  );
  const [devices, sizing] = [devicesQuestion, sizingQuestion].map((question) =>
    answerTo(inputs['interview.answer'], question),
  );
  const said = saidObservations([devices, sizing]);
  if (lists.length === 0)
    return unknown('not-collected', { summary: 'How many users there are was not read.', observations: said });
  const users = lists.reduce((sum, { data }) => sum + data.total, 0);
  const perUser = devices === undefined ? undefined : Number(devices.answer);
  const whom = scope.pilotUsers.kind === 'all' ? 'user' : 'pilot user';
  const load: Load = {
    users,
    perUser,
    authorities: issuingAuthorities(inputs, scope),
    isSized: sizing === undefined ? undefined : sizing.answer === 'yes',
    many: `${countOf(users, whom)}${perUser === undefined ? '' : ` with ${countOf(perUser, 'device')} each`}`,
  };
  const result = judgeNumbers(load);
  const observations = [...observe(load, whom), ...said];
  const [gap] = inputs['interview.answer'].gaps;
  return result.outcome === 'unknown' && gap !== undefined
    ? unknown(gap.reason, { summary: `${gap.message} ${result.summary}`, observations })
    : { ...result, observations };
}

/** Every user has one device at least, so this is the least when the number of devices is not known. */
const certificatesPerAuthority = ({ users, perUser = 1, authorities }: Load): number =>
  Math.ceil((users * perUser) / Math.max(authorities, 1));

function judgeNumbers(load: Load): CheckResult {
  const { perUser, authorities, isSized, many } = load;
  const number = certificatesPerAuthority(load);
  const isHeavy = number > unsizedLimit;
  if (isSized === true)
    return info({ summary: `CA, renewals and monitoring were sized; certificates are for ${many}.` });
  if (isHeavy && authorities === 0)
    return unknown('not-collected', {
      summary: `The certificates for ${many} cannot be spread over CAs, because which CAs publish the template was not read.`,
    });
  if (isHeavy && isSized === undefined)
    return unknown('not-collected', {
      summary: `Certificates for ${many} come to more than ${unsizedLimit} per CA; whether it was sized for them was not asked.`,
    });
  if (isHeavy)
    return warning({
      summary: `Certificates for ${many} come to more than ${unsizedLimit} per CA, and nothing was sized for them.`,
    });
  if (perUser === undefined)
    return unknown('not-collected', {
      summary: `There are ${many}, but on how many devices each signs in was not asked, so their certificates cannot be counted.`,
    });
  const per = authorities === 0 ? '' : ' per CA';
  return info({
    summary: `Certificates for ${many} come to ${number}${per}, no more than what a CA carries without sizing; each has to be renewed before it expires.`,
  });
}

const observe = (load: Load, whom: string): readonly Observation[] => [
  { label: `Number of ${whom}s`, observed: String(load.users) },
  {
    label: 'CAs that publish the WHfB template',
    observed: load.authorities === 0 ? 'not known' : String(load.authorities),
  },
  {
    label: 'Certificates per CA',
    observed: `${load.perUser === undefined ? 'at least ' : ''}${certificatesPerAuthority(load)}`,
    expected: `at most ${unsizedLimit} without sizing`,
  },
];

/** CAs that offer the template of Hello certificates. */
const issuingAuthorities = (inputs: CostInputs, scope: CheckContext['scope']): number =>
  new Set(helloRole.candidates(viewOf(inputs, scope)).flatMap(({ publishers }) => publishers)).size;
