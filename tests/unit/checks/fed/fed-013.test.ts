import check from '../../../../src-main/checks/fed/fed-013-intranet-endpoints.check';
import type { EndpointAnswer } from '../../../../src-shared/model/evidence/adfs';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';

const urls: Readonly<Record<EndpointAnswer['name'], string>> = {
  metadata: 'https://fs.contoso.com/FederationMetadata/2007-06/FederationMetadata.xml',
  openid: 'https://fs.contoso.com/adfs/.well-known/openid-configuration',
  mex: 'https://fs.contoso.com/adfs/services/trust/mex',
  probe: 'http://fs.contoso.com/adfs/probe',
};
type Answer = Omit<EndpointAnswer, 'name' | 'url'>;
const good: Answer = { status: 200, expectedContent: true };
const noAnswer: Answer = { expectedContent: false, problem: 'no answer within 10 seconds' };
const status = (code: number): Answer => ({ status: code, expectedContent: false });

/** Answers of the four endpoints; `null` = not asked. */
function answers(other: Partial<Record<EndpointAnswer['name'], Answer | null>> = {}) {
  const all = { metadata: good, openid: good, mex: good, probe: good, ...other };
  const list = (Object.keys(urls) as EndpointAnswer['name'][]).flatMap((name) => {
    const answer = all[name];
    return answer === null ? [] : [{ name, url: urls[name], ...answer }];
  });
  return record('adfs.endpoints', federationService, { host: federationService, answers: list });
}
const id = (name: EndpointAnswer['name']) => `endpoint:${urls[name].toLowerCase()}`;

describeCheck(check, [
  {
    name: 'asked from outside only',
    evidence: [
      record('adfs.endpoints', `${federationService} from outside`, {
        host: federationService,
        outside: true,
        answers: [{ name: 'metadata', url: urls.metadata, ...good }],
      }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['outside'],
  },
  {
    name: 'all four answer',
    evidence: [answers()],
    outcome: 'pass',
    says: ['All 4 addresses'],
    objects: { [id('metadata')]: 'pass', [id('openid')]: 'pass', [id('mex')]: 'pass', [id('probe')]: 'pass' },
    differs: [],
  },
  {
    name: 'probe closed',
    evidence: [answers({ probe: noAnswer })],
    outcome: 'warning',
    says: ['health probe of fs.contoso.com does not'],
  },
  { name: 'probe answers 503', evidence: [answers({ probe: status(503) })], outcome: 'warning' },
  {
    name: 'no metadata at its address',
    evidence: [answers({ metadata: status(404) })],
    outcome: 'fail',
    says: ['1 address', 'federation metadata'],
    differs: ['federation metadata of fs.contoso.com'],
  },
  {
    name: 'something else answers for OpenID Connect',
    evidence: [answers({ openid: { status: 200, expectedContent: false } })],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id('openid')]: 'not the content of AD FS' },
  },
  { name: 'a redirect instead of metadata', evidence: [answers({ metadata: status(302) })], outcome: 'fail' },
  { name: 'WS-Trust metadata switched off', evidence: [answers({ mex: status(404) })], outcome: 'warning' },
  {
    name: 'no answer to one',
    evidence: [answers({ openid: noAnswer })],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['1 of 4 addresses'],
  },
  {
    name: 'no answer to any, as from another network',
    evidence: [answers({ metadata: noAnswer, openid: noAnswer, mex: noAnswer, probe: null })],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the service is overloaded',
    evidence: [answers({ metadata: status(503) })],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'every address answers 503',
    evidence: [answers({ metadata: status(503), openid: status(503), mex: status(503), probe: status(503) })],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['3 of 4 addresses'],
    objects: {
      [id('metadata')]: 'unknown',
      [id('openid')]: 'unknown',
      [id('mex')]: 'unknown',
      [id('probe')]: 'warning',
    },
  },
  {
    name: 'one address is wrong and one does not answer',
    evidence: [answers({ metadata: status(404), openid: noAnswer })],
    outcome: 'fail',
    says: ['federation metadata'],
  },
  { name: 'too many requests', evidence: [answers({ mex: status(429) })], outcome: 'unknown', reason: 'unreachable' },
  {
    name: 'a proxy refuses',
    evidence: [answers({ metadata: status(403) })],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'an endpoint that was not asked',
    evidence: [answers({ mex: null })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'nothing could be asked',
    evidence: [failed('adfs.endpoints', federationService, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
