import type {
  EntraDevice,
  EntraDomain,
  EntraFederationConfiguration,
  EntraOrganization,
  EntraUser,
} from '../../../src-shared/model/evidence/entra';
import { booleanOf, type JsonObject, objectsOf, property, stringOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';

/** Objects of Microsoft Graph v1.0. Each throws an Error with a sentence when what identifies the object, or what everything rests on, is missing. */

const lacks = (name: string): Error =>
  new Error(`An object of the response has no ${name}; request it with all its default properties`);

/** Text that must be there, fit to be shown. */
export function required(object: JsonObject, name: string): string {
  const value = stringOf(object, name);
  if (value === undefined) throw lacks(name);
  return printable(value);
}

function requiredBoolean(object: JsonObject, name: string): boolean {
  const value = booleanOf(object, name);
  if (value === undefined) throw lacks(name);
  return value;
}

/** Text fit to be shown. */
export const shown = (object: JsonObject, name: string): string | undefined => {
  const value = stringOf(object, name);
  return value === undefined ? undefined : printable(value);
};

export const organizationOf = (item: JsonObject): EntraOrganization => ({
  tenantId: required(item, 'id').toLowerCase(),
  displayName: shown(item, 'displayName') ?? '',
  verifiedDomains: objectsOf(item, 'verifiedDomains').map((domain) => ({
    name: required(domain, 'name').toLowerCase(),
    type: shown(domain, 'type') ?? '',
    isInitial: booleanOf(domain, 'isInitial') ?? false,
  })),
  assignedPlans: objectsOf(item, 'assignedPlans').map((plan) => ({
    servicePlanId: required(plan, 'servicePlanId').toLowerCase(),
    capabilityStatus: shown(plan, 'capabilityStatus') ?? '',
  })),
  ...present({
    onPremisesSyncEnabled: booleanOf(item, 'onPremisesSyncEnabled'),
    onPremisesLastSyncDateTime: shown(item, 'onPremisesLastSyncDateTime'),
  }),
});

export const domainOf = (item: JsonObject): EntraDomain => ({
  id: required(item, 'id').toLowerCase(),
  isVerified: requiredBoolean(item, 'isVerified'),
  authenticationType: required(item, 'authenticationType'),
  isRoot: booleanOf(item, 'isRoot') ?? false,
  isInitial: booleanOf(item, 'isInitial') ?? false,
});

export const federationOf = (item: JsonObject, domain: string): EntraFederationConfiguration => ({
  domain: printable(domain),
  issuerUri: required(item, 'issuerUri'),
  passiveSignInUri: shown(item, 'passiveSignInUri') ?? '',
  activeSignInUri: shown(item, 'activeSignInUri') ?? '',
  metadataExchangeUri: shown(item, 'metadataExchangeUri') ?? '',
  preferredAuthenticationProtocol: shown(item, 'preferredAuthenticationProtocol') ?? '',
  ...present({
    federatedIdpMfaBehavior: shown(item, 'federatedIdpMfaBehavior'),
    signingCertificate: certificateOf(item, 'signingCertificate'),
    nextSigningCertificate: certificateOf(item, 'nextSigningCertificate'),
  }),
});

/** Base64 without blanks, at most 64 KiB. */
function certificateOf(item: JsonObject, name: string): string | undefined {
  const value = stringOf(item, name)?.replace(/\s/gu, '');
  return value === undefined || value.length > 65_536 ? undefined : printable(value, 65_536);
}

export const deviceOf = (item: JsonObject): EntraDevice => ({
  deviceId: required(item, 'deviceId').toLowerCase(),
  displayName: shown(item, 'displayName') ?? '',
  trustType: shown(item, 'trustType') ?? '',
  ...present({
    accountEnabled: booleanOf(item, 'accountEnabled'),
    registrationDateTime: shown(item, 'registrationDateTime'),
    onPremisesSecurityIdentifier: shown(item, 'onPremisesSecurityIdentifier'),
    onPremisesSyncEnabled: booleanOf(item, 'onPremisesSyncEnabled'),
    approximateLastSignInDateTime: shown(item, 'approximateLastSignInDateTime'),
    operatingSystem: shown(item, 'operatingSystem'),
    operatingSystemVersion: shown(item, 'operatingSystemVersion'),
  }),
});

export const userOf = (item: JsonObject): EntraUser => ({
  id: required(item, 'id').toLowerCase(),
  userPrincipalName: required(item, 'userPrincipalName'),
  ...present({
    accountEnabled: booleanOf(item, 'accountEnabled'),
    onPremisesSyncEnabled: booleanOf(item, 'onPremisesSyncEnabled'),
    onPremisesImmutableId: shown(item, 'onPremisesImmutableId'),
    onPremisesSecurityIdentifier: shown(item, 'onPremisesSecurityIdentifier'),
    onPremisesDistinguishedName: shown(item, 'onPremisesDistinguishedName'),
    onPremisesDomainName: shown(item, 'onPremisesDomainName'),
    onPremisesSamAccountName: shown(item, 'onPremisesSamAccountName'),
    onPremisesUserPrincipalName: shown(item, 'onPremisesUserPrincipalName'),
    provisioningErrors: provisioningErrorsOf(item),
  }),
});

function provisioningErrorsOf(item: JsonObject): readonly string[] | undefined {
  if (!Array.isArray(property(item, 'onPremisesProvisioningErrors'))) return undefined;
  return objectsOf(item, 'onPremisesProvisioningErrors').map((error) =>
    [shown(error, 'category') ?? 'error', ...(shown(error, 'propertyCausingError')?.split('\n') ?? [])].join(': '),
  );
}
