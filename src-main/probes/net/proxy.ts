import type { Contact } from '../../../src-shared/model/contact';
import type { LiveSources, ProxySettings } from '../../../src-shared/model/plan';
import type { Endpoint } from './endpoint';

/** An HTTP proxy as connections use it. */
export interface HttpProxy {
  readonly endpoint: Endpoint;
  /** Account name; absent when it asks for none. */
  readonly user?: string;
  /** Value of `Proxy-Authorization`; absent when there is no account or no password was given. */
  readonly authorization?: string;
}

/** The proxy of the sources, if there is one, with the password that was given for it. */
export function proxyOf(settings: ProxySettings | undefined, password: string | undefined): HttpProxy | undefined {
  if (settings === undefined) return undefined;
  const { host, port, user } = settings;
  const endpoint: Endpoint = { host, port, origin: 'typed' };
  if (user === undefined) return { endpoint };
  if (password === undefined) return { endpoint, user };
  return { endpoint, user, authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` };
}

/** The proxy for the consent screen, when something of these sources goes through it. */
export function proxyContacts({
  proxy,
  entra,
  cloudEndpoints,
  revocationLists,
  authorityInformation,
}: LiveSources): readonly Contact[] {
  if (proxy === undefined) return [];
  const isUsed = entra.length > 0 || cloudEndpoints || (proxy.revocation && (revocationLists || authorityInformation));
  if (!isUsed) return [];
  const { host, port, user, revocation } = proxy;
  return [
    {
      host,
      port,
      protocol: 'HTTP proxy',
      sends: `Names of the hosts to reach${user === undefined ? '' : `, and user name and password of ${user}, not encrypted`}`,
      rights: user === undefined ? 'None' : 'An account of the proxy',
      purpose: `Reach Microsoft’s services${revocation ? ' and the addresses named in certificates' : ''}`,
    },
  ];
}
