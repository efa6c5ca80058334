import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import type { CertificationAuthority, RecordedCertificate } from '../../../src-shared/model/evidence/pki';
import { booleanOf, isObject, type JsonObject, objectOf, property, stringOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';

/** What Certipy leaves out of a CA. */
export const authorityLacks: Readonly<Record<string, string>> = {
  certificates: 'the certificates of CAs',
  unreadableCertificates: 'the certificates of CAs',
  roots: 'the certificates of root CAs',
  intermediates: 'the certificates of intermediate CAs',
  securityDescriptor: 'permissions by SID',
};

export const authorityName = (authority: JsonObject): string => printable(stringOf(authority, 'CA Name') ?? '', 255);

export const authorityHost = (authority: JsonObject): string =>
  printable(stringOf(authority, 'DNS Name') ?? '', 255).toLowerCase();

/** A CA of the output. `container`: DN of the container of CAs, which the output does not name; `templates`: what it publishes. */
export const certipyAuthority = (
  authority: JsonObject,
  container: string,
  templates: readonly string[],
): CertificationAuthority => ({
  distinguishedName: `CN=${authorityName(authority)},${container}`,
  name: authorityName(authority),
  dnsHostName: authorityHost(authority),
  certificates: [],
  unreadableCertificates: 0,
  templates,
  recordedCertificate: recordedCertificate(authority),
});

function recordedCertificate(authority: JsonObject): RecordedCertificate {
  const serial = stringOf(authority, 'Certificate Serial Number')?.toUpperCase();
  const text = (name: string): string | undefined => {
    const value = stringOf(authority, name);
    return value === undefined ? undefined : printable(value, 1000);
  };
  return present({
    serialNumber: serial !== undefined && /^[0-9A-F]{1,64}$/u.test(serial) ? serial : undefined,
    subject: text('Certificate Subject'),
    notBefore: instantOf(stringOf(authority, 'Certificate Validity Start')),
    notAfter: instantOf(stringOf(authority, 'Certificate Validity End')),
  });
}

/** `2034-11-03 23:05:09+00:00`, always in UTC. */
function instantOf(text: string | undefined): string | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\+00:00|Z)$/u.exec(text ?? '') ?? [];
  const instant = new Date(`${day}T${time}Z`);
  return day === undefined || Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** Settings of its service; undefined when Certipy did not get at them, and says `Unknown`. */
export function certipySettings(authority: JsonObject): AuthoritySettings | undefined {
  const told = present({
    takesRequestedNames: switchOf(authority, 'User Specified SAN'),
    demandsEncryption: switchOf(authority, 'Enforce Encryption for Requests'),
  });
  if (Object.keys(told).length === 0) return undefined;
  const host = authorityHost(authority);
  return { authority: authorityName(authority), ...(host === '' ? {} : { host }), ...told };
}

function switchOf(authority: JsonObject, name: string): boolean | undefined {
  const value = property(authority, name);
  return value === 'Enabled' ? true : value === 'Disabled' ? false : undefined;
}

/**
 * The enrolment page of its host. Certipy says that it is off also when it got no answer, so only a page that is on is sure; which sign-in it takes, it tells of
 * HTTPS only. Undefined when the page was not asked.
 */
export function certipyEndpoints(authority: JsonObject): readonly EnrolmentEndpoint[] | undefined {
  const host = authorityHost(authority);
  const told = property(authority, 'Web Enrollment');
  if (host === '') return undefined;
  if (typeof told === 'string')
    return told === 'Unknown' ? undefined : [pageOf(host, told === 'Enabled'), ndesOf(host)];
  if (!isObject(told)) return undefined;
  const [http, https] = [objectOf(told, 'http'), objectOf(told, 'https')];
  if (booleanOf(http, 'enabled') === undefined && booleanOf(https, 'enabled') === undefined) return undefined;
  return [
    pageOf(host, booleanOf(http, 'enabled') === true),
    securePageOf(host, booleanOf(https, 'enabled') === true, booleanOf(https, 'channel_binding')),
    ndesOf(host),
  ];
}

const silent = (url: string): Pick<EnrolmentEndpoint, 'state' | 'problem' | 'authentication'> => ({
  state: 'silent',
  problem: `Certipy got no answer from ${url} that tells anything.`,
  authentication: [],
});

/** A page that is on asked for credentials; with which schemes was not written down. */
function pageOf(host: string, isOn: boolean): EnrolmentEndpoint {
  const page = { kind: 'web-enrolment', url: `http://${host}/certsrv/`, isTls: false } as const;
  return isOn
    ? { ...page, state: 'answers', status: 401, authentication: ['not recorded'] }
    : { ...page, ...silent(page.url) };
}

function securePageOf(host: string, isOn: boolean, channelBinding: boolean | undefined): EnrolmentEndpoint {
  const page = { kind: 'web-enrolment', url: `https://${host}/certsrv/`, isTls: true } as const;
  if (!isOn) return { ...page, ...silent(page.url) };
  const answer = { ...page, state: 'answers', status: 401, authentication: ['ntlm'] } as const;
  return channelBinding === undefined ? answer : { ...answer, demandsChannelBinding: channelBinding };
}

function ndesOf(host: string): EnrolmentEndpoint {
  const url = `http://${host}/certsrv/mscep/`;
  return { kind: 'ndes', url, isTls: false, ...silent(url), problem: 'Certipy does not ask for NDES.' };
}
