import type { AdfsOpenIdConfiguration, FederationMetadata } from '../../../src-shared/model/evidence/adfs';
import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import { normalHostName } from './forest-scope';

/** Host of a URL, lower case; undefined when the text is no URL with a host. */
export function hostOfUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname;
  return host === '' ? undefined : normalHostName(host);
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
