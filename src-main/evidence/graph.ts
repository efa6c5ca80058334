import type {
  EntraDevice,
  EntraDomain,
  EntraFederationConfiguration,
  EntraOrganization,
} from '../../src-shared/model/evidence/entra';
import { booleanOf, isObject, type JsonObject, objectsOf, parseJson, property, stringOf } from './json';
import { present } from './present';
import { printable } from './printable';

/** A saved response of Microsoft Graph v1.0, as far as the product judges it. */
export type GraphResponse =
  | { readonly kind: 'organization'; readonly organizations: readonly EntraOrganization[] }
  | ({ readonly kind: 'domains'; readonly domains: readonly EntraDomain[] } & Continuation)
  | { readonly kind: 'federation-configuration'; readonly configurations: readonly EntraFederationConfiguration[] }
  | ({ readonly kind: 'devices'; readonly devices: readonly EntraDevice[] } & Continuation)
  /** Graph refused the request; `code` is its error code. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** A response of Graph about something else; `context` is empty when it does not say. */
  | { readonly kind: 'other'; readonly context: string };

interface Continuation {
  readonly more: boolean;
  /** Where the next page is, as the response says it; only present with `more`. */
  readonly nextLink?: string;
}

/**
 * Reads a response by its `@odata.context`, else by the properties of its objects: one object, a list, or an object with a `value` list. `domainHint` names
 * the domain of a federation configuration when the response does not. Throws an Error with a sentence when the text is no JSON or an object lacks its key.
 */
export function readGraphResponse(text: string, domainHint?: string): GraphResponse {
  const document = parseJson(text);
  const envelope: JsonObject = isObject(document) ? document : {};
  const error = property(envelope, 'error');
  if (isObject(error))
    return {
      kind: 'error',
      code: printable(stringOf(error, 'code') ?? '', 200),
      message: printable(stringOf(error, 'message') ?? '', 500),
    };
  const items = itemsOf(document);
  const nextLink = stringOf(envelope, '@odata.nextLink');
  const continuation: Continuation = { more: nextLink !== undefined, ...present({ nextLink }) };
  const context = stringOf(envelope, '@odata.context') ?? '';
  switch (subjectOf(context, items[0])) {
    case 'organization':
      return { kind: 'organization', organizations: items.map(organizationOf) };
    case 'domains':
      return { kind: 'domains', domains: items.map(domainOf), ...continuation };
    case 'federation-configuration': {
      const domain = (/domains\('([^']{1,255})'\)/u.exec(context)?.[1] ?? domainHint ?? '').toLowerCase();
      return { kind: 'federation-configuration', configurations: items.map((item) => federationOf(item, domain)) };
    }
    case 'devices':
      return { kind: 'devices', devices: items.map(deviceOf), ...continuation };
    default:
      return { kind: 'other', context: printable(context, 500) };
  }
}

function itemsOf(document: JsonObject | readonly unknown[]): readonly JsonObject[] {
  if (!isObject(document)) return document.filter(isObject);
  return Array.isArray(property(document, 'value')) ? objectsOf(document, 'value') : [document];
}

type Subject = 'organization' | 'domains' | 'federation-configuration' | 'devices';

function subjectOf(context: string, item: JsonObject | undefined): Subject | undefined {
  const path = context.split('$metadata#')[1]?.replace(/\/\$entity$/u, '');
  if (path !== undefined) return subjectOfPath(path);
  const has = (...names: readonly string[]): boolean =>
    item !== undefined && names.every((name) => Object.hasOwn(item, name));
  if (has('verifiedDomains', 'id')) return 'organization';
  if (has('issuerUri', 'passiveSignInUri')) return 'federation-configuration';
  if (has('authenticationType', 'isVerified')) return 'domains';
  return has('deviceId', 'trustType') ? 'devices' : undefined;
}

/** `organization(id,displayName)`, `domains`, `domains('contoso.com')/federationConfiguration`, `devices` */
function subjectOfPath(path: string): Subject | undefined {
  if (/^domains\('[^']*'\)\/federationConfiguration/u.test(path)) return 'federation-configuration';
  const name = /^[A-Za-z]+(?=$|\((?!'))/u.exec(path)?.[0];
  return name === 'organization' || name === 'domains' || name === 'devices' ? name : undefined;
}

const lacks = (name: string): Error =>
  new Error(`An object of the response has no ${name}; request it with all its default properties`);

function required(object: JsonObject, name: string): string {
  const value = stringOf(object, name);
  if (value === undefined) throw lacks(name);
  return printable(value);
}

function requiredBoolean(object: JsonObject, name: string): boolean {
  const value = booleanOf(object, name);
  if (value === undefined) throw lacks(name);
  return value;
}

const shown = (object: JsonObject, name: string): string | undefined => {
  const value = stringOf(object, name);
  return value === undefined ? undefined : printable(value);
};

const organizationOf = (item: JsonObject): EntraOrganization => ({
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

const domainOf = (item: JsonObject): EntraDomain => ({
  id: required(item, 'id').toLowerCase(),
  isVerified: requiredBoolean(item, 'isVerified'),
  authenticationType: required(item, 'authenticationType'),
  isRoot: booleanOf(item, 'isRoot') ?? false,
  isInitial: booleanOf(item, 'isInitial') ?? false,
});

const federationOf = (item: JsonObject, domain: string): EntraFederationConfiguration => ({
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

const deviceOf = (item: JsonObject): EntraDevice => ({
  deviceId: required(item, 'deviceId').toLowerCase(),
  displayName: shown(item, 'displayName') ?? '',
  trustType: shown(item, 'trustType') ?? '',
  accountEnabled: requiredBoolean(item, 'accountEnabled'),
  ...present({
    registrationDateTime: shown(item, 'registrationDateTime'),
    onPremisesSecurityIdentifier: shown(item, 'onPremisesSecurityIdentifier'),
  }),
});
