import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AdfsEntraTrust } from '../../../../src-shared/model/evidence/adfs-settings';
import { record } from '../check-cases';
import { federationService } from '../contoso';

export const trustId = 'federation-service:fs.contoso.com';
const computers =
  'c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid", Value =~ "-515$", Issuer =~ "^(AD AUTHORITY|SELF AUTHORITY)$"]';

/** Rules as Entra Connect writes them, by what they are for. */
export const rule = {
  accountType: `@RuleName = "Issue accounttype" ${computers} => issue(Type = "http://schemas.microsoft.com/ws/2012/01/accounttype", Value = "DJ");`,
  objectGuid: `${computers} && c2:[Type == "x"] => issue(store = "Active Directory", types = ("http://schemas.microsoft.com/identity/claims/onpremobjectguid"), query = ";objectguid;{0}", param = c2.Value);`,
  primarySid: `c1:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid", Value =~ "-515$"] && c2:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid"] => issue(claim = c2);`,
  userIssuer:
    'c1:[Type == "http://schemas.xmlsoap.org/claims/UPN"] && c2:[Type == "http://schemas.microsoft.com/ws/2012/01/accounttype", Value != "DJ"] => issue(Type = "http://schemas.microsoft.com/ws/2008/06/identity/claims/issuerid", Value = regexreplace(c1.Value, ".+@(?<domain>.+)", "http://${domain}/adfs/services/trust/"));',
  everyIssuer:
    'c:[Type == "http://schemas.xmlsoap.org/claims/UPN"] => issue(Type = "http://schemas.microsoft.com/ws/2008/06/identity/claims/issuerid", Value = c.Value);',
  computerIssuer: (issuer: string): string =>
    `${computers} => issue(Type = "http://schemas.microsoft.com/ws/2008/06/identity/claims/issuerid", Value = "${issuer}");`,
  userAnchor: (attribute: string): string =>
    `NOT EXISTS([Type == "http://schemas.microsoft.com/ws/2012/01/accounttype", Value == "DJ"]) => issue(store = "Active Directory", types = ("http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID"), query = "samAccountName={0};${attribute};{1}", param = "x");`,
  computerAnchor: `${computers} => issue(store = "Active Directory", types = ("http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID"), query = ";objectguid;{0}", param = "x");`,
  passOn: (type: string): string => `c:[Type == "${type}"] => issue(claim = c);`,
};

export const trust = (change: Partial<AdfsEntraTrust> = {}): EvidenceRecord =>
  record('adfs.entra-trust', federationService, {
    count: 1,
    name: 'Microsoft Office 365 Identity Platform',
    identifiers: ['urn:federation:MicrosoftOnline'],
    enabled: true,
    monitoringEnabled: true,
    lastMonitored: '2026-11-21T15:00:00.000Z',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    ...change,
  });

export const withRules = (...rules: readonly string[]): EvidenceRecord =>
  trust({ issuanceTransformRules: rules.join('\n') });
