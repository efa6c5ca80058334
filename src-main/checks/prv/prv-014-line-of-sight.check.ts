import type { QuestionId } from '../../../src-shared/interview/questions';
import type { InterviewAnswer } from '../../../src-shared/model/evidence/interview';
import { ofClients, shortName } from '../../evidence/derived/client-machines';
import { answerOf } from '../../evidence/derived/clients';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf } from '../wording';

const question: QuestionId = 'remote-connection';
const needs = [
  'host.connectivity?',
  'host.system?',
  'client.dsregcmd?',
  'adfs.openid-configuration?',
  'interview.answer?',
] as const;
type SightInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'PRV-014',
  revision: 1,
  why: 'The certificate is asked for at AD FS, and the first sign-in with it needs a domain controller; who has neither at hand stays without.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  asks: [question],
  evaluate(inputs) {
    const answer = inputs['interview.answer'].records.find(({ data }) => data.question === question);
    const clients = ofClients(
      inputs['host.connectivity'].records,
      inputs['client.dsregcmd'].records,
      inputs['host.system'].records,
    );
    const objects = [
      ...clients.map((record) => judgeClient(record, inputs, answer?.data.answer)),
      ...(answer === undefined ? [] : [judgeAnswer(answer)]),
    ];
    const [gap] = [...inputs['host.connectivity'].gaps, ...inputs['interview.answer'].gaps];
    if (objects.length === 0)
      return unknown(gap?.reason ?? 'not-collected', {
        summary:
          'No client told whether it finds a domain controller and AD FS, and nobody was asked how clients outside reach them.',
      });
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note = '' }) => ({ label: name, observed: note })).slice(0, 100),
    });
  },
  remediation: {
    task: 'Give clients a way to a domain controller for the first sign-in.',
    steps: [
      'Let people set Hello up on site, or give the clients a VPN that is there before sign-in (device tunnel, always on).',
      'With a VPN that the user starts: start it before setting Hello up, and keep it for the first sign-in with the PIN.',
    ],
    command: ['nltest /dsgetdc:contoso.com /kdc /force', 'Test-NetConnection fs.contoso.com -Port 443'].join('\n'),
    verify: 'Both commands succeed on a client where people set Hello up.',
    right: 'The user on the client; the owner of the network for the VPN',
  },
});

function summarise(objects: readonly JudgedObject[]): string {
  for (const outcome of ['fail', 'warning', 'unknown'] as const) {
    const [first, ...others] = objects.filter((object) => object.outcome === outcome);
    if (first === undefined) continue;
    const more = others.length > 0 ? ` The same or similar holds for ${listed(namesOf(others, outcome))}.` : '';
    return `${first.name}: ${first.note ?? ''}${more}`;
  }
  return `A domain controller and AD FS are at hand wherever it was seen or said: ${listed(objects.map(({ name }) => name))}.`;
}

function judgeClient(
  { id, data }: Evidence<'host.connectivity'>,
  inputs: SightInputs,
  answer: string | undefined,
): JudgedObject {
  const located = data.attempts.filter(({ kind }) => kind === 'dc-locator');
  const status = inputs['client.dsregcmd'].records.find(
    (record) => shortName(record.data.deviceName) === shortName(data.host),
  )?.data;
  const services = inputs['adfs.openid-configuration'].records.map(({ target }) => target);
  const tried = data.attempts.filter(
    ({ kind, target }) => (kind === 'https' || kind === 'tcp') && services.some((host) => isSameHost(host, target)),
  );
  // A token of AD FS was got from AD FS; a missing one has other causes as well.
  const hasToken = status !== undefined && answerOf(status, 'EnterprisePrt') === true;
  const reachesService = tried.length > 0 ? tried.every(({ succeeded }) => succeeded) : hasToken ? true : undefined;
  const findsController = located.length > 0 ? located.some(({ succeeded }) => succeeded) : undefined;
  return {
    id: `client:${data.host.toLowerCase()}`,
    kind: 'client',
    name: printable(data.host, 256),
    evidenceId: id,
    ...judgeSight(findsController, reachesService, answer),
  };
}

function judgeSight(
  controller: boolean | undefined,
  service: boolean | undefined,
  answer: string | undefined,
): Verdict {
  if (controller === true && service === true) return { outcome: 'pass', note: 'Finds a domain controller and AD FS.' };
  if (controller === undefined && service === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Neither a domain controller nor AD FS was looked for from here.',
    };
  const missing = [...(controller === false ? ['a domain controller'] : []), ...(service === false ? ['AD FS'] : [])];
  if (missing.length === 0) {
    const open = controller === undefined ? 'a domain controller' : 'AD FS';
    return { outcome: 'unknown', reason: 'not-collected', note: `Whether it reaches ${open} was not seen.` };
  }
  const note = `Does not find ${listed(missing)}`;
  return answer === 'user-vpn' || answer === 'on-site'
    ? {
        outcome: 'warning',
        note: `${note}; the answer about connections says it would ${answer === 'on-site' ? 'on site' : 'over the VPN of the user'}.`,
      }
    : { outcome: 'fail', note: `${note} from where it was collected.` };
}

function judgeAnswer({ id, data }: Evidence<'interview.answer'>): JudgedObject {
  return {
    id: `answer:${question}`,
    kind: 'check',
    name: `Clients outside, said by ${printable(data.saidBy, 100)} on ${printable(data.saidOn, 30)}`,
    evidenceId: id,
    ...verdictOf(data),
  };
}

function verdictOf({ answer }: InterviewAnswer): Verdict {
  switch (answer) {
    case 'on-site':
      return { outcome: 'pass', note: 'Enrolment happens on site.' };
    case 'always-on':
      return { outcome: 'pass', note: 'A VPN is there before sign-in.' };
    case 'user-vpn':
      return {
        outcome: 'warning',
        note: 'Clients outside reach both only over a VPN that the user starts, after sign-in.',
      };
    case 'none':
      return { outcome: 'fail', note: 'Clients outside reach neither.' };
    default:
      return { outcome: 'unknown', reason: 'unreadable', note: 'The answer is none of the offered ones.' };
  }
}
