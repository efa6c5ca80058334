import { ProbeFailure } from '../../engine/probe';
import { exchange, type HttpAnswer, type HttpRequest } from './http-exchange';
import type { Network } from './network';

const redirectLimit = 3;

/**
 * One GET without credentials over a fresh connection; for `https:` chain and name are verified before the request is sent. Redirects are followed on the same
 * host only and never from `https:` to `http:`. Any status is an answer; its `url` is the one that answered.
 * @throws ProbeFailure as {@link exchange}, or `http-redirected-elsewhere`, `http-too-many-redirects`
 */
export async function httpGet(request: HttpRequest, network: Network): Promise<HttpAnswer> {
  let url = request.url;
  for (let hop = 0; hop <= redirectLimit; hop += 1) {
    const { location, ...answer } = await exchange({ ...request, url }, network);
    if (location === undefined) return answer;
    url = redirectTarget(url, location);
  }
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'http-too-many-redirects',
    message: `${request.url.href} redirects more than ${redirectLimit} times.`,
    next: 'Check the web server or the load balancer in front of it.',
  });
}

function redirectTarget(from: URL, location: string): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (to !== undefined && (to.origin === from.origin || isUpgrade(from, to))) return to;
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'http-redirected-elsewhere',
    message: `${from.href} redirects to ${to === undefined ? 'an invalid address' : `${to.protocol}//${to.host}`}, which was not followed.`,
    next: 'Check whether a proxy or a sign-in page answers in place of the server; exclude the address from it or run from another network.',
  });
}

const isUpgrade = (from: URL, to: URL): boolean =>
  from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname && to.port === '';
