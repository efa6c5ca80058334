import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { ProbeFailure } from '../../engine/probe';
import { isObject, type JsonObject, parseJson, property, stringOf } from '../../evidence/json';
import { printable } from '../../evidence/printable';
import { exchange } from '../net/http-exchange';
import type { Network } from '../net/network';

/** What Entra ID answered in place of a code or a token. */
export interface Refusal {
  /** OAuth error, such as `authorization_declined`. */
  readonly error: string;
  /** Number of the AADSTS error, when given. */
  readonly number?: number;
  /** First line of the description: for people, without trace ids. */
  readonly description: string;
}

/** How MSAL reaches the authority, and why it did not: MSAL keeps only a code of what goes wrong on the way. */
export interface SignInChannel {
  readonly client: INetworkModule;
  readonly failure: () => EvidenceFailure | undefined;
  readonly refusal: () => Refusal | undefined;
}

const answerLimit = 1024 * 1024;
const requestDeadline = 30_000;

/** Connections of a sign-in: to the authority only, by the rules of every other connection (trusted CAs, typed addresses, bounds, cancel). */
export function openSignInChannel(login: URL, network: Network): SignInChannel {
  let failure: EvidenceFailure | undefined;
  let refusal: Refusal | undefined;
  const send = async <T>(
    address: string,
    method: 'GET' | 'POST',
    { headers = {}, body = '' }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    try {
      const url = new URL(address);
      if (url.origin !== login.origin) throw elsewhere(login, url);
      const message = { url, method, headers, ...(method === 'POST' ? { body } : {}) } as const;
      const bounds = { origin: 'typed', limit: answerLimit, deadline: requestDeadline } as const;
      const answer = await exchange({ ...message, ...bounds }, network);
      const document = documentOf(answer.body.toString('utf8'), url, answer.status);
      refusal = refusalIn(document);
      return { status: answer.status, headers: { ...answer.headers }, body: document as T };
    } catch (error) {
      if (error instanceof ProbeFailure) failure = error.failure;
      throw error;
    }
  };
  return {
    client: {
      sendGetRequestAsync: (url, options) => send(url, 'GET', options),
      sendPostRequestAsync: (url, options) => send(url, 'POST', options),
    },
    failure: () => failure,
    refusal: () => refusal,
  };
}

function documentOf(text: string, url: URL, status: number): JsonObject {
  try {
    const document = parseJson(text);
    if (isObject(document)) return document;
  } catch {
    // told below, in the words of this exchange
  }
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'sign-in-unreadable',
    message: `${url.host} answered the sign-in with HTTP status ${status} and something that is not JSON.`,
    next: 'A proxy or a sign-in page may answer in place of Microsoft Entra ID; run from a network that reaches it directly.',
  });
}

function refusalIn(document: JsonObject): Refusal | undefined {
  const error = stringOf(document, 'error');
  if (error === undefined) return undefined;
  const numbers = property(document, 'error_codes');
  const number: unknown = Array.isArray(numbers) ? numbers[0] : undefined;
  return {
    error: printable(error, 100),
    ...(typeof number === 'number' ? { number } : {}),
    description: printable((stringOf(document, 'error_description') ?? '').split(/[\r\n]/u, 1)[0] ?? '', 500),
  };
}

const elsewhere = (login: URL, to: URL): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreachable',
    code: 'sign-in-elsewhere',
    message: `${login.host} sends the sign-in on to ${to.protocol}//${to.host}, which was not followed.`,
    next: 'Check the cloud chosen for this tenant.',
  });
