import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import { ProbeFailure } from '../../engine/probe';
import { exchange } from '../net/http-exchange';
import type { Network } from '../net/network';

/** An address to ask, and what it is when something answers. */
export interface AskedEndpoint {
  readonly kind: EnrolmentEndpoint['kind'];
  readonly url: URL;
}

type Answer = Pick<EnrolmentEndpoint, 'state' | 'status' | 'problem' | 'authentication'>;

const sizeLimit = 1024 * 1024;
const requestDeadline = 10_000;

/**
 * Asks each address once, one after the other. Redirects are an answer and not followed; a demand for credentials is an answer and not met. A server that takes no
 * connection is asked once only. Throws ProbeFailure when the run was cancelled or the target's time is up.
 */
export async function askEndpoints(
  endpoints: readonly AskedEndpoint[],
  network: Network,
): Promise<readonly EnrolmentEndpoint[]> {
  const closed = new Map<string, Answer>();
  const answers: EnrolmentEndpoint[] = [];
  for (const { kind, url } of endpoints) {
    const answer = closed.get(url.origin) ?? (await ask(url, network));
    if (answer.status === undefined) closed.set(url.origin, answer);
    answers.push({ kind, url: url.href, isTls: url.protocol === 'https:', ...answer });
  }
  return answers;
}

async function ask(url: URL, network: Network): Promise<Answer> {
  try {
    const request = { url, origin: 'found', limit: sizeLimit, deadline: requestDeadline } as const;
    const { status, headers } = await exchange(request, network);
    const isThere = status !== 404 && status !== 410;
    return {
      state: isThere ? 'answers' : 'absent',
      status,
      authentication: isThere ? schemesOf(headers['www-authenticate'] ?? '') : [],
    };
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error;
    return answerOf(error);
  }
}

function answerOf(error: ProbeFailure): Answer {
  const { code, message } = error.failure;
  if (code === 'cancelled' || code === 'deadline') throw error;
  if (code === 'connection-refused') return { state: 'absent', authentication: [] };
  if (code === 'http-too-large') return { state: 'answers', authentication: [] };
  const state = code.startsWith('tls-certificate-') ? 'unverified' : 'silent';
  return { state, problem: message, authentication: [] };
}

const schemes = /(?:^|,)\s*(negotiate|ntlm|kerberos|basic|digest|bearer)(?=[\s,:]|$)/giu;

/** Schemes of `WWW-Authenticate`, lower case, each once; what else a server writes there is left out. */
const schemesOf = (header: string): readonly string[] => [
  ...new Set([...header.slice(0, 4096).matchAll(schemes)].map(([, scheme = '']) => scheme.toLowerCase())),
];
