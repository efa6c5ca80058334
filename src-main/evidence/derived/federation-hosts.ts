import type {
  AdfsEndpoints,
  AdfsOpenIdConfiguration,
  AdfsTls,
  FederationMetadata,
} from '../../../src-shared/model/evidence/adfs';
import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import { normalHostName } from './forest-scope';

/** Host of a URL, lower case; undefined when the text is no URL with a host. */
export function hostOfUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname;
  return host === '' ? undefined : normalHostName(host);
}

/** The optional kinds a check spreads into its `needs` to call {@link federationHostsIn}. */
export const federationHostNeeds = [
  'adfs.openid-configuration?',
  'adfs.federation-metadata?',
  'entra.federation-configuration?',
  'adfs.tls?',
  'adfs.endpoints?',
] as const;

interface Read<T> {
  readonly records: readonly { readonly data: T }[];
  readonly gaps: readonly { readonly target: string }[];
}

export interface FederationInputs {
  readonly 'adfs.openid-configuration': Read<AdfsOpenIdConfiguration>;
  readonly 'adfs.federation-metadata': Read<FederationMetadata>;
  readonly 'entra.federation-configuration': Read<EntraFederationConfiguration>;
  readonly 'adfs.tls': Read<AdfsTls>;
  readonly 'adfs.endpoints': Read<AdfsEndpoints>;
}

/**
 * {@link federationHosts} of what was collected. Where no document names it, the host that was connected to is the name, and last the one somebody gave as AD FS
 * and that did not answer.
 */
export function federationHostsIn(inputs: FederationInputs): readonly string[] {
  const dataOf = <T>({ records }: Read<T>): readonly T[] => records.map(({ data }) => data);
  const named = federationHosts({
    openId: dataOf(inputs['adfs.openid-configuration']),
    metadata: dataOf(inputs['adfs.federation-metadata']),
    entra: dataOf(inputs['entra.federation-configuration']),
  });
  if (named.length > 0) return named;
  const seen = [...dataOf(inputs['adfs.tls']), ...dataOf(inputs['adfs.endpoints'])].map(({ host }) => host);
  // Only live attempts at TLS leave such a gap, so its target is a name somebody gave.
  const given = inputs['adfs.tls'].gaps.map(({ target }) => target.replace(/ from outside$/u, ''));
  return [...new Set((seen.length > 0 ? seen : given).map(normalHostName))];
}

/** Host names of the federation service, from whatever names it: its own documents or the federation settings in Entra ID. */
export function federationHosts(evidence: {
  readonly openId: readonly AdfsOpenIdConfiguration[];
  readonly metadata: readonly FederationMetadata[];
  readonly entra: readonly EntraFederationConfiguration[];
}): readonly string[] {
  const names = [
    ...evidence.openId.flatMap(({ host, answers }) => [
      normalHostName(host),
      ...answers.map(({ issuer }) => hostOfUrl(issuer)),
    ]),
    ...evidence.metadata.map(({ host }) => normalHostName(host)),
    ...evidence.entra.map(({ passiveSignInUri }) => hostOfUrl(passiveSignInUri)),
  ];
  return [...new Set(names.flatMap((name) => name ?? []))];
}
