import type { EntraOpenIdConfiguration } from '../../src-shared/model/evidence/network';
import { guidFromText } from './guid';
import { isObject, type JsonObject, parseJson, stringOf } from './json';
import { present } from './present';
import { printable } from './printable';

const characterLimit = 1024 * 1024;

export type EntraDiscovery = Omit<EntraOpenIdConfiguration, 'domain'>;

/** Whether a discovery document is Entra ID's: only that names regions and cloud instances. Total. */
export const isEntraDiscovery = (text: string): boolean =>
  /"(?:tenant_region_scope|cloud_instance_name|msgraph_host)"\s*:/u.test(text);

/** Reads the OpenID discovery document of an Entra tenant. Throws an Error with a sentence when the text is none. */
export function parseEntraDiscovery(text: string): EntraDiscovery {
  const document = readObject(text);
  const issuer = stringOf(document, 'issuer');
  if (issuer === undefined) throw new Error('The JSON is no OpenID discovery document: it names no issuer');
  const tokenEndpoint = stringOf(document, 'token_endpoint');
  return {
    issuer: printable(issuer, 500),
    ...present({
      tenantId: tenantOf(issuer) ?? tenantOf(tokenEndpoint),
      tenantRegionScope: textOf(document, 'tenant_region_scope'),
      cloudInstanceName: textOf(document, 'cloud_instance_name'),
    }),
  };
}

/** Whether the answer of the sign-in service says that no tenant has the domain (AADSTS90002, and AADSTS90019 for text that is no domain). Total. */
export function isUnknownTenant(text: string): boolean {
  try {
    const document = readObject(text);
    if (stringOf(document, 'error') === 'invalid_tenant') return true;
    return /\bAADSTS900(?:02|19)\b/u.test(stringOf(document, 'error_description') ?? '');
  } catch {
    return false;
  }
}

function readObject(text: string): JsonObject {
  if (text.length > characterLimit) throw new Error(`${text.length} characters are too many for a discovery document`);
  const document = parseJson(text);
  if (!isObject(document)) throw new Error('The JSON is a list where an object should be');
  return document;
}

/** The GUID in the path of `https://login.microsoftonline.com/<tenant>/v2.0`. */
const tenantOf = (url: string | undefined): string | undefined =>
  url === undefined || !URL.canParse(url)
    ? undefined
    : new URL(url).pathname
        .split('/')
        .map((part) => guidFromText(part))
        .find((id) => id !== undefined);

function textOf(document: JsonObject, name: string): string | undefined {
  const text = stringOf(document, name);
  return text === undefined || text === '' ? undefined : printable(text, 100);
}
