import type {
  EntraDevice,
  EntraDomain,
  EntraFederationConfiguration,
  EntraOrganization,
  EntraUser,
} from '../../../src-shared/model/evidence/entra';
import { isObject, type JsonObject, objectsOf, parseJson, property, stringOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { type GraphListName, listOf } from './lists';
import { deviceOf, domainOf, federationOf, organizationOf, userOf } from './objects';

/** A saved response of Microsoft Graph, v1.0 or beta, as far as the product judges it. */
export type GraphResponse =
  | { readonly kind: 'organization'; readonly organizations: readonly EntraOrganization[] }
  | ({ readonly kind: 'domains'; readonly domains: readonly EntraDomain[] } & Continuation)
  | { readonly kind: 'federation-configuration'; readonly configurations: readonly EntraFederationConfiguration[] }
  | ({ readonly kind: 'devices'; readonly devices: readonly EntraDevice[] } & Continuation)
  | ({ readonly kind: 'users'; readonly users: readonly EntraUser[] } & Continuation)
  /** Graph refused the request; `code` is its error code. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** A list, or an object, that evidence is put together from by a topic. */
  | ({ readonly kind: 'list'; readonly list: GraphListName } & Items)
  /** A response of Graph about something else; `context` is empty when it does not say. */
  | ({ readonly kind: 'other' } & Items);

interface Items extends Continuation {
  readonly context: string;
  readonly items: readonly JsonObject[];
  /** One object that was asked for by its key: whether there are others is not known. */
  readonly isEntity: boolean;
}

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
    case 'users':
      return { kind: 'users', users: items.map(userOf), ...continuation };
    default: {
      const isEntity = !Array.isArray(document) && !Array.isArray(property(envelope, 'value'));
      const content: Items = { context: printable(context, 500), items, isEntity, ...continuation };
      const list = listOf(context.split('$metadata#')[1], items[0]);
      return list === undefined ? { kind: 'other', ...content } : { kind: 'list', list, ...content };
    }
  }
}

function itemsOf(document: JsonObject | readonly unknown[]): readonly JsonObject[] {
  if (!isObject(document)) return document.filter(isObject);
  return Array.isArray(property(document, 'value')) ? objectsOf(document, 'value') : [document];
}

type Subject = 'organization' | 'domains' | 'federation-configuration' | 'devices' | 'users';
const lists: readonly string[] = ['organization', 'domains', 'devices', 'users'] satisfies readonly Subject[];

function subjectOf(context: string, item: JsonObject | undefined): Subject | undefined {
  const path = context.split('$metadata#')[1]?.replace(/\/\$entity$/u, '');
  if (path !== undefined) return subjectOfPath(path);
  const has = (...names: readonly string[]): boolean =>
    item !== undefined && names.every((name) => Object.hasOwn(item, name));
  if (has('verifiedDomains', 'id')) return 'organization';
  if (has('issuerUri', 'passiveSignInUri')) return 'federation-configuration';
  if (has('authenticationType', 'isVerified')) return 'domains';
  if (has('deviceId', 'trustType')) return 'devices';
  return has('userPrincipalName', 'onPremisesSyncEnabled') ? 'users' : undefined;
}

/** `organization(id,displayName)`, `domains`, `domains('contoso.com')/federationConfiguration`, `devices` */
function subjectOfPath(path: string): Subject | undefined {
  if (/^domains\('[^']*'\)\/federationConfiguration/u.test(path)) return 'federation-configuration';
  const name = /^[A-Za-z]+(?=$|\((?!'))/u.exec(path)?.[0];
  return name !== undefined && isList(name) ? name : undefined;
}

const isList = (name: string): name is Subject => lists.includes(name);
