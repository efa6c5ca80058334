import type { QuestionId } from '../../../src-shared/interview/questions';
import type { InterviewAnswer } from '../../../src-shared/model/evidence/interview';
import type { Observation } from '../../../src-shared/model/finding';
import { serverRelease } from '../../knowledge/server-builds';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type AdfsNode, adfsNodes } from '../fed/adfs-nodes';
import { hostObject } from '../host-objects';
import { adfsIsAuthority } from '../pki/adfs-enrolment';
import { type JudgedObject, pass, unknown, warning } from '../result';
import { answerTo, saidObservations, unanswered } from '../said';
import { listed, shareOf } from '../wording';

const question: QuestionId = 'adfs-plan';
/** Build of Windows Server 2016; this release and older ones have to be replaced. */
const server2016 = 14_393;

const needs = ['interview.answer?', 'host.system?', 'adfs.farm-information?'] as const;

export default defineCheck({
  id: 'TRU-004',
  revision: 1,
  why: 'Certificate trust needs AD FS for as long as it is used; when AD FS goes, every user enrols anew under another trust.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/ad-fs-overview',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/lifecycle/products/windows-server-2016',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs,
  asks: [question],
  appliesTo: adfsIsAuthority,
  evaluate: (inputs) => judgePlan(inputs),
  remediation: {
    task: 'Decide how long AD FS stays.',
    steps: [
      'Decide how long AD FS stays. If it goes within two years, choose cloud Kerberos trust now.',
      'If it stays, replace nodes of Windows Server 2016 before 12 January 2027: add newer nodes, make one the primary, retire the old ones, raise the farm behaviour level.',
      'Tell users what a later change of trust means: they delete their container and set up the PIN again.',
    ],
    command: 'certutil -deletehellocontainer',
    verify: 'The interview holds the decision, and every node runs a release later than Windows Server 2016.',
    revert: 'A decision can be changed; a deleted container cannot be brought back.',
    right: 'AD FS administrator',
  },
});

function judgePlan(inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  const nodes = adfsNodes(inputs['host.system'], inputs['adfs.farm-information']);
  const objects = nodes.map(nodeObject);
  const old = objects.filter(({ outcome }) => outcome === 'warning');
  const unread = objects.filter(({ outcome }) => outcome === 'unknown');
  const detail = {
    observations: [...saidObservations([said]), ...nodes.map(toObservation)],
    objects: objects.map(({ reason: _, ...object }) => object),
  };
  const plan = planSentence(said);
  if (old.length > 0)
    return warning({
      ...detail,
      severity: 'medium',
      summary: `${shareOf(old.length, objects.length, 'AD FS node', ['runs', 'run'])} Windows Server 2016 or older (${listed(old.map(({ name }) => name))}); support of 2016 ends on 12 January 2027. ${plan}`,
    });
  if (said?.answer === 'retire-within-24-months' || said?.answer === 'undecided')
    return warning({ ...detail, summary: plan });
  if (said === undefined) return { ...unanswered(inputs['interview.answer'], question, plan), ...detail };
  if (objects.length === 0 || unread.length > 0) {
    const gap = inputs['host.system'].gaps[0];
    const which = unread.length === 0 ? 'no node' : `not ${listed(unread.map(({ name }) => name))}`;
    return unknown(gap?.reason ?? unread[0]?.reason ?? 'not-collected', {
      ...detail,
      summary: `${plan} Which release its nodes run was read of ${which}.`,
    });
  }
  return pass({ ...detail, summary: `${plan} Every node that was read is later than Windows Server 2016.` });
}

function planSentence(said: InterviewAnswer | undefined): string {
  switch (said?.answer) {
    case undefined:
      return 'How long AD FS stays was not asked.';
    case 'keep':
      return 'AD FS is to stay and to be kept up to date.';
    case 'retire-later':
      return 'AD FS is to stay for more than 24 months.';
    case 'retire-within-24-months':
      return 'AD FS is to go within 24 months; certificate trust goes with it, and every user then enrols anew. Cloud Kerberos trust would spare that.';
    default:
      return 'Nobody has decided how long AD FS stays, though certificate trust depends on it.';
  }
}

function nodeObject({ host, system, evidenceId }: AdfsNode): JudgedObject {
  const object = { ...hostObject(host), ...(evidenceId === undefined ? {} : { evidenceId }) };
  if (system?.build === undefined)
    return {
      ...object,
      outcome: 'unknown',
      reason: system === undefined ? 'not-collected' : 'unreadable',
      note: 'Its release was not read.',
    };
  const name = releaseOf(system.build);
  return system.build <= server2016
    ? { ...object, outcome: 'warning', note: `${name} has to be replaced.` }
    : { ...object, outcome: 'pass', note: `${name}.` };
}

const releaseOf = (build: number): string => serverRelease(build)?.name ?? `Build ${build}`;

const toObservation = ({ host, system }: AdfsNode): Observation => ({
  label: host,
  observed: system?.build === undefined ? 'not read' : releaseOf(system.build),
  expected: 'later than Windows Server 2016',
  ...(system?.build === undefined ? {} : { matches: system.build > server2016 }),
});
