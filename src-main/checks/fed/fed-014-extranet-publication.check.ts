import type { QuestionId } from '../../../src-shared/interview/questions';
import type { AdfsEndpoints, EndpointAnswer } from '../../../src-shared/model/evidence/adfs';
import type { Observation } from '../../../src-shared/model/finding';
import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckContext, type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown, warning } from '../result';
import { answerTo, saidObservations } from '../said';
import { toldOf } from '../summarise-objects';
import { listed } from '../wording';
import { farmObject } from './judge-farms';
import { faultsOf, worstOf } from './judge-service-certificate';

const question: QuestionId = 'extranet-use';
/** Without these two AD FS cannot be said to answer. */
const decisive: readonly EndpointAnswer['name'][] = ['metadata', 'openid'];

const needs = [
  'adfs.endpoints?',
  'adfs.tls?',
  'adfs.web-application-proxy?',
  'host.system?',
  'ad.certification-authorities?',
  'interview.answer?',
] as const;
type ExtranetInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'FED-014',
  revision: 1,
  why: 'Enrolment and sign-in from outside, and the monitoring of the trust by Entra ID, reach AD FS through its publication only.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  asks: [question],
  evaluate: judgeExtranet,
  remediation: {
    task: 'Publish AD FS to the internet through a proxy.',
    steps: [
      'Publish AD FS through Web Application Proxy (or a proxy of another maker that AD FS supports) in the perimeter network.',
      'Put the same certificate on the proxies and the farm, and a public address record for the federation service name.',
      'Repair what `Get-WebApplicationProxyHealth` names.',
    ],
    command: [
      'Install-WebApplicationProxy -FederationServiceName fs.contoso.com -CertificateThumbprint <thumbprint>',
      'Get-WebApplicationProxyConfiguration',
      'Get-WebApplicationProxyHealth',
      'Set-WebApplicationProxySslCertificate -Thumbprint <thumbprint>',
    ].join('\n'),
    verify: 'Metadata and OpenID discovery of AD FS answer from the internet with a certificate that is trusted.',
    revert: 'Take the public address record away; remove the role from the proxy.',
    right: 'Local administrator of the proxies, AD FS administrator, DNS administrator',
  },
});

function judgeExtranet(inputs: ExtranetInputs, { scope, now }: CheckContext): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  const isRemote = said?.answer === 'remote' || scope.joinTypes.entraJoined;
  const isInside = said?.answer === 'domain-only' && !scope.joinTypes.entraJoined;
  const severity = isRemote ? ({ severity: 'high' } as const) : {};
  const farms = outsideViews(inputs).map((view) => judgeView(view, inputs, now));
  const proxies = inputs['adfs.web-application-proxy'].records.map(judgeProxy);
  const observations = [
    ...saidObservations([said]),
    ...farms.flatMap((farm) => farm.observations),
    ...proxyReleases(inputs),
  ];
  const seen = [
    ...farms.map((farm) => farm.object),
    ...proxies.filter(({ outcome }) => outcome === 'fail' || farms.length > 0),
  ];
  const isSilent = seen.every(({ outcome, reason }) => outcome === 'unknown' && reason !== 'unreadable');
  if (isSilent && isInside && proxies.length === 0)
    return warning({
      summary: 'AD FS was not seen to be published, and people are said to sign in from inside only.',
      observations,
    });
  if (seen.length > 0) {
    const result = judged(seen, { summary: summarise(seen), observations });
    return result.outcome === 'fail' || result.outcome === 'warning' ? { ...result, ...severity } : result;
  }
  const gap = [...inputs['adfs.endpoints'].gaps, ...inputs['adfs.tls'].gaps].find(({ target }) => isOutside(target));
  return unknown(gap?.reason ?? 'not-collected', {
    summary: [
      gap?.message ?? 'AD FS was not asked from outside the network, so its publication cannot be judged.',
      ...(proxies.length > 0 ? [`The proxies report no problem: ${listed(proxies.map(({ name }) => name))}.`] : []),
    ].join(' '),
    observations,
  });
}

/** What of a farm was seen from outside. */
interface OutsideView {
  readonly host: string;
  readonly endpoints?: Evidence<'adfs.endpoints'>;
  readonly tls?: Evidence<'adfs.tls'>;
}

/** Targets of failed attempts from outside say so. */
const isOutside = (target: string): boolean => target.endsWith(' from outside');

function outsideViews(inputs: ExtranetInputs): readonly OutsideView[] {
  const endpoints = inputs['adfs.endpoints'].records.filter(({ data }) => data.outside === true);
  const sessions = inputs['adfs.tls'].records.filter(({ data }) => data.outside === true);
  const hosts = [...new Set([...endpoints, ...sessions].map(({ data }) => normalHostName(data.host)))];
  return hosts.map((host) => {
    const own = endpoints.find(({ data }) => isSameHost(data.host, host));
    const tls = sessions.find(({ data }) => isSameHost(data.host, host));
    return { host, ...(own === undefined ? {} : { endpoints: own }), ...(tls === undefined ? {} : { tls }) };
  });
}

interface JudgedView {
  readonly object: JudgedObject;
  readonly observations: readonly Observation[];
}

function judgeView({ host, endpoints, tls }: OutsideView, inputs: ExtranetInputs, now: Date): JudgedView {
  const roots = inputs['ad.certification-authorities'].records.flatMap(({ data }) => data.roots);
  const fault = tls === undefined ? undefined : worstOf(faultsOf({ ...tls.data, name: host }, roots, now));
  const answers = endpoints === undefined ? notAsked : judgeAnswers(endpoints.data);
  const session: Verdict = tls === undefined ? notAsked : (fault ?? trusted);
  const evidenceId = (endpoints ?? tls)?.id;
  return {
    object: {
      ...farmObject(host),
      ...worse(answers, session),
      ...(evidenceId === undefined ? {} : { evidenceId }),
    },
    observations: [
      ...(endpoints?.data.answers ?? []).map(({ name, status, expectedContent, problem }) => ({
        label: `${host} from outside: ${name}`,
        observed: status === undefined ? (problem ?? 'no answer') : `status ${status}`,
        expected: 'status 200 with the content of AD FS',
        matches: status === 200 && expectedContent,
      })),
      { label: `${host} from outside: certificate`, observed: session.note },
    ],
  };
}

const trusted: Verdict = { outcome: 'pass', note: 'The certificate is trusted and carries the name.' };
const notAsked: Verdict = {
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'From outside only a part was asked.',
};

/** The worse of both; both good is reachable and trusted. */
function worse(answers: Verdict, session: Verdict): Verdict {
  if (answers.outcome === 'pass' && session.outcome === 'pass')
    return { outcome: 'pass', note: 'It answers from outside, with a certificate that is trusted.' };
  for (const outcome of ['fail', 'warning', 'unknown'] as const) {
    const found = [answers, session].find((verdict) => verdict.outcome === outcome);
    if (found !== undefined) return found;
  }
  return answers;
}

function judgeAnswers({ answers }: AdfsEndpoints): Verdict {
  const own = answers.filter(({ name }) => decisive.includes(name));
  const good = own.filter(({ status, expectedContent }) => status === 200 && expectedContent);
  if (decisive.every((name) => good.some((answer) => answer.name === name)))
    return { outcome: 'pass', note: 'It answers from outside.' };
  const wrong = own.filter((answer) => answer.status !== undefined && !good.includes(answer));
  // A computer whose own network lets nothing out sees the same silence.
  return wrong.length > 0
    ? {
        outcome: 'fail',
        note: `It is published, but ${listed(wrong.map(({ name, status }) => `${name} gives status ${status}`))} instead of the content of AD FS.`,
      }
    : { outcome: 'unknown', reason: 'unreachable', note: 'Not every address answered from outside.' };
}

function judgeProxy({ id, data }: Evidence<'adfs.web-application-proxy'>): JudgedObject {
  const object = { ...hostObject(data.host), evidenceId: id };
  return data.healthProblems.length > 0
    ? { ...object, outcome: 'fail', note: `The proxy reports: ${listed(data.healthProblems)}.` }
    : { ...object, outcome: 'pass', note: 'The proxy reports no problem.' };
}

const proxyReleases = (inputs: ExtranetInputs): readonly Observation[] =>
  inputs['host.system'].records
    .filter(({ data }) => data.role === 'wap')
    .map(({ data }) => ({
      label: `Build of proxy ${data.host}`,
      observed: data.build === undefined ? 'not returned' : String(data.build),
    }));

function summarise(objects: readonly JudgedObject[]): string {
  const decisiveOnes = (['fail', 'warning', 'unknown'] as const)
    .map((outcome) => objects.filter((object) => object.outcome === outcome))
    .find((some) => some.length > 0);
  return toldOf(decisiveOnes ?? objects);
}
