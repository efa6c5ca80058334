import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import { firstNameOf } from '../distinguished-name';
import { booleanOf, type JsonObject, objectOf, objectsOf, property, stringOf, stringsOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { type BloodhoundObject, guidIn } from './collection-file';

/** What SharpHound leaves out of an enterprise CA. */
export const authorityLacks: Readonly<Record<string, string>> = {
  certificates: 'the certificates of CAs',
  unreadableCertificates: 'the certificates of CAs',
  roots: 'the certificates of root CAs',
  intermediates: 'the certificates of intermediate CAs',
  securityDescriptor: 'whole permissions',
};

export interface BloodhoundAuthority {
  readonly authority: CertificationAuthority;
  /** Undefined when a template it publishes is not among those of the collection. */
  readonly published: readonly string[] | undefined;
}

/**
 * A CA as the part `enterprisecas` tells it. `templateNames`: GUID of a template → its name, from the part `certtemplates`, because the templates it publishes are
 * told by GUID.
 */
export function bloodhoundAuthority(
  { object, properties, distinguishedName, objectGuid }: BloodhoundObject,
  templateNames: ReadonlyMap<string, string>,
): BloodhoundAuthority {
  const names = objectsOf(object, 'EnabledCertTemplates').map((template) =>
    templateNames.get(guidIn(stringOf(template, 'ObjectIdentifier')) ?? ''),
  );
  const known = names.flatMap((name) => name ?? []);
  const isWhole = Array.isArray(property(object, 'EnabledCertTemplates')) && known.length === names.length;
  const published = [...known, ...(stringsOf(properties, 'unresolvedpublishedtemplates') ?? [])];
  const thumbprint = stringOf(properties, 'certthumbprint')?.toUpperCase();
  return {
    authority: {
      distinguishedName,
      name: nameOf({ properties, distinguishedName }),
      dnsHostName: hostOf(properties),
      certificates: [],
      unreadableCertificates: 0,
      templates: published.map((name) => printable(name, 255)),
      ...present({
        objectGuid,
        recordedCertificate:
          thumbprint !== undefined && /^[0-9A-F]{40}$/u.test(thumbprint) ? { thumbprint } : undefined,
      }),
    },
    published: isWhole ? published : undefined,
  };
}

const nameOf = ({
  properties,
  distinguishedName,
}: Pick<BloodhoundObject, 'properties' | 'distinguishedName'>): string =>
  printable(stringOf(properties, 'caname') ?? firstNameOf(distinguishedName), 255);

const hostOf = (properties: JsonObject): string =>
  printable(stringOf(properties, 'dnshostname') ?? '', 255).toLowerCase();

/** Settings of its service, as far as SharpHound could read the registry of its host; undefined when it could not. */
export function bloodhoundSettings({ object, ...named }: BloodhoundObject): AuthoritySettings | undefined {
  const registry = objectOf(object, 'CARegistryData');
  const read = (name: string): JsonObject | undefined => {
    const value = objectOf(registry, name);
    return booleanOf(value, 'Collected') === true ? value : undefined;
  };
  const [names, agents] = [read('IsUserSpecifiesSanEnabled'), read('EnrollmentAgentRestrictions')];
  const host = hostOf(named.properties);
  const settings = present({
    takesRequestedNames: names === undefined ? undefined : booleanOf(names, 'Value'),
    // No list at all stands for a value that is not set; a list may lack entries that could not be resolved, so it says no more than that there is one.
    enrollmentAgentRights:
      agents === undefined
        ? undefined
        : Array.isArray(property(agents, 'Restrictions'))
          ? 'restricted'
          : 'unrestricted',
  } as const);
  if (Object.keys(settings).length === 0) return undefined;
  return { authority: nameOf(named), ...(host === '' ? {} : { host }), ...settings };
}

/** What SharpHound learnt from the enrolment pages of the host; undefined when it asked none. NDES is never asked. */
export function bloodhoundEndpoints({
  object,
  properties,
}: BloodhoundObject): readonly EnrolmentEndpoint[] | undefined {
  const answers = objectsOf(object, 'HttpEnrollmentEndpoints').flatMap((answer) => endpointOf(answer) ?? []);
  const host = hostOf(properties);
  if (answers.length === 0 || host === '') return undefined;
  const url = `http://${host}/certsrv/mscep/`;
  return [
    ...answers,
    {
      kind: 'ndes',
      url,
      state: 'silent',
      problem: 'SharpHound does not ask for NDES.',
      authentication: [],
      isTls: false,
    },
  ];
}

function endpointOf(answer: JsonObject): EnrolmentEndpoint | undefined {
  const result = objectOf(answer, 'Result');
  const url = stringOf(result, 'Url');
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href, pathname } = new URL(url);
  const isTls = protocol === 'https:';
  const kind = /\/certsrv\/?$/iu.test(pathname) ? 'web-enrolment' : 'enrolment-service';
  const endpoint = { kind, url: printable(href, 2000), isTls } as const;
  const takesNtlm = booleanOf(result, isTls ? 'ADCSWebEnrollmentHTTPS' : 'ADCSWebEnrollmentHTTP') === true;
  if (booleanOf(answer, 'Collected') === true && takesNtlm)
    return {
      ...endpoint,
      state: 'answers',
      status: 401,
      authentication: ['ntlm'],
      ...(isTls ? { demandsChannelBinding: booleanOf(result, 'ADCSWebEnrollmentEPA') === true } : {}),
    };
  const status = stringOf(result, 'Status') ?? '';
  if (booleanOf(answer, 'Collected') === true && /PathNotFound$|PathForbidden$/u.test(status))
    return { ...endpoint, state: 'absent', authentication: [] };
  const problem = `SharpHound learnt nothing sure of ${printable(href, 500)}.`;
  return { ...endpoint, state: 'silent', problem, authentication: [] };
}

/** Thumbprints of NTAuthCertificates, which stand beside the properties in some versions. */
export function bloodhoundThumbprints({ object, properties }: BloodhoundObject): readonly string[] {
  const told = stringsOf(properties, 'certthumbprints') ?? stringsOf(object, 'CertThumbprints') ?? [];
  return [...new Set(told.map((text) => text.toUpperCase()).filter((text) => /^[0-9A-F]{40}$/u.test(text)))].sort();
}
