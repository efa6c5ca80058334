const claims = 'http://schemas.microsoft.com/ws/2008/06/identity/claims';
const accountType = 'http://schemas.microsoft.com/ws/2012/01/accounttype';
const upn = 'http://schemas.xmlsoap.org/claims/UPN';
const immutableId = 'http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID';
const authority = 'Issuer =~ "^(AD AUTHORITY|SELF AUTHORITY|LOCAL AUTHORITY)$"';

const isComputer = `c1:[Type == "${claims}/groupsid", Value =~ "-515$", ${authority}]`;
const accountName = `c2:[Type == "${claims}/windowsaccountname", ${authority}]`;

/** Rules that tell Entra ID of a computer that joins: account type, objectGUID, SID. */
const computerRules = [
  `@RuleName = "Issue account type for domain-joined computers"
${isComputer}
 => issue(Type = "${accountType}", Value = "DJ");`,
  `@RuleName = "Issue objectGUID for domain-joined computers"
${isComputer}
 && ${accountName}
 => issue(store = "Active Directory", types = ("http://schemas.microsoft.com/identity/claims/onpremobjectguid"), query = ";objectguid;{0}", param = c2.Value);`,
  `@RuleName = "Issue objectSID for domain-joined computers"
${isComputer}
 && c2:[Type == "${claims}/primarysid", ${authority}]
 => issue(claim = c2);`,
];

/** Rules for people: name, source anchor, and the issuer that tells several federated domains apart. */
const personRules = [
  `@RuleName = "Issue UPN and immutable id"
c:[Type == "${claims}/windowsaccountname"]
 && NOT EXISTS([Type == "${accountType}", Value == "DJ"])
 => issue(store = "Active Directory", types = ("${upn}", "${immutableId}"), query = "samAccountName={0};userPrincipalName,mS-DS-ConsistencyGuid;{1}", param = regexreplace(c.Value, "(?<domain>[^\\\\]+)\\\\(?<user>.+)", "\${user}"), param = c.Value);`,
  `@RuleName = "Issue immutable id for domain-joined computers"
${isComputer}
 && ${accountName}
 => issue(store = "Active Directory", types = ("${immutableId}"), query = ";objectguid;{0}", param = c2.Value);`,
];

const passOn = (name, type) => `@RuleName = "${name}"
c:[Type == "${type}"]
 => issue(claim = c);`;

const passedOn = [
  passOn('Pass through authentication methods', 'http://schemas.microsoft.com/claims/authnmethodsreferences'),
  passOn('Pass through inside corporate network', 'http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork'),
  passOn('Pass through persistent single sign-on', 'http://schemas.microsoft.com/2014/03/psso'),
  passOn('Pass through password expiry', 'http://schemas.microsoft.com/ws/2012/01/passwordexpirationtime'),
];

const issuerOfPeople = `@RuleName = "Issue issuerID when it is not a computer"
c1:[Type == "${upn}"]
 && c2:[Type == "${accountType}", Value == "User"]
 => issue(Type = "${claims}/issuerid", Value = regexreplace(c1.Value, "(?i)(^([^@]+)@)(?<domain>.+)", "http://\${domain}/adfs/services/trust/"));`;
const issuerOfComputers = (identifier) => `@RuleName = "Issue issuerID for domain-joined computers"
${isComputer}
 => issue(Type = "${claims}/issuerid", Value = "${identifier}");`;
const userType = `@RuleName = "Issue account type user when it is not a computer"
NOT EXISTS([Type == "${accountType}", Value == "DJ"])
 => add(Type = "${accountType}", Value = "User");`;

/** The rules of the relying party trust with Entra ID; a farm may have forgotten those that contain a text, and those that tell issuers apart. */
export function entraTrustRules(org) {
  const { forgottenRules = [], withIssuers = false } = org.federation.farm;
  const rules = [
    ...computerRules,
    ...personRules,
    ...passedOn,
    ...(withIssuers ? [userType, issuerOfPeople, issuerOfComputers(org.federation.identifier)] : []),
  ];
  const kept = rules.filter((rule) => !forgottenRules.some((part) => rule.includes(part)));
  return kept.map((rule) => `${rule.replaceAll('\n', '\r\n')}\r\n\r\n`).join('');
}
