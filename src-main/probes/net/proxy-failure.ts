import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { type Endpoint, endpointName } from './endpoint';
import type { HttpProxy } from './proxy';

/** Why a proxy did not pass a request on, by the status and the schemes it answered with. Codes begin with `proxy-`. */
export function refusedByProxy(
  { endpoint: proxy, user, authorization }: HttpProxy,
  target: Endpoint,
  status: number,
  schemes: string,
): EvidenceFailure {
  const at = endpointName(proxy);
  const failure = (code: string, message: string, next: string): EvidenceFailure => ({
    reason: 'unreachable',
    code,
    message,
    next,
  });
  if (status === 407) {
    if (!/(?:^|,)\s*basic\b/iu.test(schemes.slice(0, 4096)))
      return failure(
        'proxy-authentication-unsupported',
        `The proxy ${at} wants a sign-in that is not supported here; only Basic is.`,
        'Let the proxy pass this computer without a sign-in, use another proxy, or import saved answers instead.',
      );
    return authorization === undefined
      ? failure(
          'proxy-credentials-missing',
          `The proxy ${at} asks for an account.`,
          'Enter user name and password of the proxy, then read the incomplete targets again.',
        )
      : failure(
          'proxy-credentials-wrong',
          `The proxy ${at} does not accept the password of ${user ?? 'the account'}.`,
          'Check user name and password of the proxy, then read the incomplete targets again.',
        );
  }
  if (status >= 502 && status <= 504)
    return failure(
      'proxy-cannot-reach',
      `The proxy ${at} could not reach ${endpointName(target)} (status ${status}).`,
      'Check that the proxy allows this host and can resolve its name.',
    );
  return failure(
    'proxy-refused',
    `The proxy ${at} did not pass the connection to ${endpointName(target)} on (status ${status}).`,
    'Ask for the host to be allowed on the proxy, or run from a network that reaches it directly.',
  );
}

/** A failure on the way to the proxy, which says nothing about the host behind it. */
export const proxyUnreachable = ({ endpoint }: HttpProxy, cause: EvidenceFailure): EvidenceFailure => ({
  ...cause,
  code: 'proxy-unreachable',
  message: `The proxy ${endpointName(endpoint)} was not reached. ${cause.message}`,
  next: 'Check name and port of the proxy, or leave it out if this computer reaches the internet directly.',
});

/** Whether the proxy failed, not what is behind it. */
export const isProxyFailure = ({ code }: EvidenceFailure): boolean => code.startsWith('proxy-');
