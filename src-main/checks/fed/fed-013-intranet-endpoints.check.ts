import type { EndpointAnswer } from '../../../src-shared/model/evidence/adfs';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

type EndpointName = EndpointAnswer['name'];
const endpoints: readonly EndpointName[] = ['metadata', 'openid', 'mex', 'probe'];
/** Without these AD FS cannot be said to answer, whatever the others do. */
const decisive: readonly EndpointName[] = ['metadata', 'openid'];
const titles: Readonly<Record<EndpointName, string>> = {
  metadata: 'federation metadata',
  openid: 'OpenID Connect discovery',
  mex: 'WS-Trust metadata (mex)',
  probe: 'health probe',
};

export default defineCheck({
  id: 'FED-013',
  revision: 1,
  why: 'Clients fetch tokens and their sign-in certificate from AD FS, so provisioning stops where its addresses do not answer.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-endpoints',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.endpoints'],
  evaluate({ 'adfs.endpoints': services }) {
    const inside = services.records.filter(({ data }) => data.outside !== true);
    if (inside.length === 0)
      return unknown('not-collected', {
        summary: 'AD FS was asked from outside the organisation only; whether it answers clients inside was not seen.',
      });
    const endpointsSeen = inside.flatMap(judgeService);
    const objects = endpointsSeen.map(({ endpoint: _, ...object }) => object);
    const isOpen = endpointsSeen.some(({ endpoint, outcome }) => outcome === 'unknown' && decisive.includes(endpoint));
    const isWrong = endpointsSeen.some(({ outcome }) => outcome === 'fail');
    const weighed = isOpen && !isWrong ? objects.filter(({ outcome }) => outcome === 'unknown') : objects;
    const result = judged(weighed, {
      summary: summarise(weighed, objects.length),
      observations: objects.map(({ name, outcome, note }) => ({
        label: name,
        observed: note,
        expected: 'status 200 with the content of AD FS',
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
    });
    return { ...result, objects: objects.map(({ reason: _, ...object }) => object) };
  },
  remediation: {
    task: 'Make AD FS answer on the intranet.',
    steps: [
      'Check that the federation service name resolves to the farm or its load balancer on the client network.',
      'Check that TCP 443 is open from clients to the farm, and TCP 80 from the load balancer to the nodes for the health probe.',
      'Check on each node that the AD FS service runs and that the endpoints are enabled.',
    ],
    command: [
      'Resolve-DnsName fs.contoso.com',
      'Test-NetConnection fs.contoso.com -Port 443',
      'Get-Service adfssrv',
      'Get-AdfsEndpoint | Where-Object { -not $_.Enabled } | Select-Object AddressPath, Protocol',
      "Invoke-WebRequest 'https://fs.contoso.com/FederationMetadata/2007-06/FederationMetadata.xml' -UseBasicParsing | Select-Object StatusCode",
    ].join('\n'),
    verify: 'All four addresses answer with status 200 from a computer on the client network.',
    revert: '`Disable-AdfsEndpoint -TargetAddressPath <path>` switches an endpoint off again.',
    right: 'AD FS administrator; network administrator for DNS and firewall',
  },
});

interface JudgedEndpoint extends JudgedObject {
  readonly endpoint: EndpointName;
}

function judgeService({ id, target, data }: Evidence<'adfs.endpoints'>): readonly JudgedEndpoint[] {
  return endpoints.flatMap((name): readonly JudgedEndpoint[] => {
    const answers = data.answers.filter((answer) => answer.name === name);
    const object = {
      endpoint: name,
      kind: 'federation-service',
      name: `${titles[name]} of ${target}`,
      evidenceId: id,
    } as const;
    if (answers.length === 0) {
      const missing = { id: `endpoint:${name}:${normalHostName(target)}`, note: 'was not asked' };
      return [{ ...object, ...missing, outcome: 'unknown', reason: 'not-collected' }];
    }
    // Probes are asked per node and share a name, so the address tells them apart.
    return answers.map((answer) => ({
      ...object,
      id: `endpoint:${answer.url.toLowerCase()}`,
      locate: answer.url,
      ...judgeAnswer(answer),
    }));
  });
}

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;

function judgeAnswer(answer: EndpointAnswer): Verdict {
  const { status, name } = answer;
  if (status === 200 && answer.expectedContent) return { outcome: 'pass', note: 'status 200' };
  const problem = answer.problem === undefined ? '' : `: ${answer.problem}`;
  if (name === 'probe')
    return { outcome: 'warning', note: status === undefined ? `closed${problem}` : `status ${status}${problem}` };
  // A time-out, a refusal and an overloaded server say nothing certain: this computer may stand in another network than the clients.
  if (status === undefined) return { outcome: 'unknown', reason: 'unreachable', note: `no answer${problem}` };
  if (status === 401 || status === 403 || status === 407)
    return { outcome: 'unknown', reason: 'access-denied', note: `status ${status}${problem}` };
  if (status === 429 || status >= 500)
    return { outcome: 'unknown', reason: 'unreachable', note: `status ${status}${problem}` };
  // A page of a proxy, a load balancer or a sign-in portal stands in for the document: nothing was learnt about AD FS.
  if (status === 200)
    return { outcome: 'unknown', reason: 'unreadable', note: `status 200, but not the content of AD FS${problem}` };
  return { outcome: name === 'mex' ? 'warning' : 'fail', note: `status ${status}${problem}` };
}

function summarise(objects: readonly JudgedObject[], all: number): string {
  const [wrong, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const noun = 'address';
  if (wrong.length > 0)
    return `${countOf(wrong.length, noun, 'addresses')} of AD FS did not answer as AD FS: ${listed(wrong)}.`;
  if (odd.length > 0) return `AD FS answers, but ${listed(odd)} ${odd.length === 1 ? 'does' : 'do'} not.`;
  if (unseen.length > 0)
    return `${unseen.length} of ${countOf(all, noun, 'addresses')} of AD FS gave no answer that says anything: ${listed(unseen)}.`;
  return `All ${countOf(all, noun, 'addresses')} of AD FS answered with status 200 and the content of AD FS.`;
}
