import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { EnrolmentEndpoints } from '../../../src-shared/model/evidence/network';
import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import { hostOfUrl } from './federation-hosts';
import { normalHostName } from './forest-scope';

/** A service principal name: class and host, lower case, without port and service name. */
interface ServiceName {
  readonly serviceClass: string;
  readonly host: string;
}

function serviceNameOf(text: string): ServiceName | undefined {
  const match = /^([^/]{1,64})\/([^/:]{1,255})/u.exec(text.trim());
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { serviceClass: match[1].toLowerCase(), host: normalHostName(match[2]) };
}

const serviceNames = (texts: readonly string[]): readonly ServiceName[] =>
  texts.flatMap((text) => serviceNameOf(text) ?? []);

/** Hosts an account offers HTTP for, lower case. */
export const httpHostsOf = ({ servicePrincipalNames }: ServiceAccount): readonly string[] =>
  serviceNames(servicePrincipalNames)
    .filter(({ serviceClass }) => serviceClass === 'http')
    .map(({ host }) => host);

/** Whether an account may act for others at this service, e.g. `delegatesTo(account, 'rpcss', 'ca01.contoso.com')`. */
export const delegatesTo = ({ allowedToDelegateTo }: ServiceAccount, serviceClass: string, host: string): boolean =>
  serviceNames(allowedToDelegateTo).some(
    (name) => name.serviceClass === serviceClass && name.host === normalHostName(host),
  );

/** `ca01` of `ca01.contoso.com`. */
export const shortName = (host: string): string => normalHostName(host).split('.')[0] ?? '';

/**
 * Accounts NDES may run as: those that may act for others at a CA, which nothing but enrolment over HTTP asks for, and those that offer HTTP on a host where NDES
 * was seen to answer.
 */
export function ndesAccounts(
  accounts: readonly ServiceAccount[],
  authorities: readonly CertificationAuthority[],
  endpoints: readonly EnrolmentEndpoints[],
): readonly ServiceAccount[] {
  const authorityHosts = authorities.flatMap(({ dnsHostName }) => [dnsHostName, shortName(dnsHostName)]);
  const hosts = endpoints
    .flatMap((one) => one.endpoints)
    .filter(({ kind, state }) => state === 'answers' && (kind === 'ndes' || kind === 'ndes-admin'))
    .flatMap(({ url }) => hostOfUrl(url) ?? []);
  return accounts.filter(
    (account) =>
      authorityHosts.some((host) => delegatesTo(account, 'rpcss', host) || delegatesTo(account, 'host', host)) ||
      httpHostsOf(account).some((host) => hosts.includes(host)),
  );
}
