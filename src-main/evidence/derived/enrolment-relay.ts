import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import { outcomeRank } from '../../../src-shared/model/outcome';
import type { Verdict } from './verdict';

/** Schemes that can be relayed; Negotiate may end in NTLM. */
const relayable: readonly string[] = ['ntlm', 'negotiate'];

const names: Readonly<Record<EnrolmentEndpoint['kind'], string>> = {
  'web-enrolment': 'CA Web Enrollment',
  ndes: 'NDES',
  'ndes-admin': 'the administration page of NDES',
  'enrolment-service': 'Certificate Enrollment Web Service',
};

/** What the enrolment addresses of a CA host say about relaying a sign-in to them (SEC-008): the worst, with a note of each that is not in order. */
export function judgeEnrolmentEndpoints(endpoints: readonly EnrolmentEndpoint[]): Verdict {
  const verdicts = endpoints.map(judgeEndpoint);
  const worst = verdicts.reduce<Verdict>(
    (one, other) => (outcomeRank(other.outcome) < outcomeRank(one.outcome) ? other : one),
    { outcome: 'pass', note: 'No enrolment over HTTP that a sign-in could be relayed to.' },
  );
  if (worst.outcome === 'pass') return worst;
  const told = [...new Set(verdicts.flatMap(({ outcome, note }) => (outcome === worst.outcome ? [note] : [])))];
  return { ...worst, note: told.slice(0, 4).join(' ') };
}

function judgeEndpoint(endpoint: EnrolmentEndpoint): Verdict {
  switch (endpoint.state) {
    case 'absent':
      return { outcome: 'pass', note: '' };
    case 'silent':
    case 'unverified':
      return { outcome: 'unknown', reason: 'unreachable', note: endpoint.problem ?? `${endpoint.url} did not answer.` };
    case 'answers':
      return judgeAnswer(endpoint);
  }
}

function judgeAnswer(endpoint: EnrolmentEndpoint): Verdict {
  const { kind, url, isTls, authentication, status, demandsChannelBinding } = endpoint;
  const name = names[kind];
  const schemes = authentication.filter((scheme) => relayable.includes(scheme));
  if (!isTls && schemes.length > 0)
    return { outcome: 'fail', note: `${name} takes ${inWords(schemes)} over plain HTTP (${url}).` };
  if (!isTls && isOffered(endpoint)) return { outcome: 'fail', note: `${name} is offered over plain HTTP (${url}).` };
  if (kind === 'ndes-admin' && isTls && isOffered(endpoint))
    return { outcome: 'warning', note: `The administration page of NDES can be reached from here (${url}).` };
  if (schemes.length > 0 && demandsChannelBinding === true) return { outcome: 'pass', note: '' };
  if (schemes.length > 0 && demandsChannelBinding === false)
    return {
      outcome: 'fail',
      note: `${name} takes ${inWords(schemes)} over HTTPS without extended protection (${url}).`,
    };
  if (schemes.length > 0) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${name} takes ${inWords(schemes)} over HTTPS (${url}); whether IIS requires extended protection shows only its configuration.`,
    };
  }
  // Any other answer than a page, a demand or a redirect leaves open what a client with rights would get.
  return status === undefined || status >= 500 || status === 429
    ? {
        outcome: 'unknown',
        reason: 'unreachable',
        note: `${url} answered with ${status === undefined ? 'more than is read' : `HTTP status ${status}`}.`,
      }
    : { outcome: 'pass', note: '' };
}

/** A page or a demand for credentials. NDES itself is open to everybody, protected by its challenge; a redirect or a refusal offers nothing. */
function isOffered({ kind, status = 0, authentication }: EnrolmentEndpoint): boolean {
  if (kind === 'ndes') return false;
  return status === 200 || (status === 401 && authentication.length > 0);
}

const inWords = (schemes: readonly string[]): string =>
  schemes.map((scheme) => (scheme === 'ntlm' ? 'NTLM' : 'Negotiate')).join(' and ');
