import { expect, it } from 'vitest';
import { probes } from '../../../src-main/probes';
import { noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';

it('finds every probe by its file', () => {
  expect(probes.map(({ id }) => id).sort()).toEqual(
    expect.arrayContaining(['adfs', 'controller-state', 'crl', 'dc-certificate', 'directory', 'dns', 'entra']),
  );
  expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
});

it('contacts nobody without sources', () => {
  for (const probe of probes) {
    expect(probe.targets({ scope: defaultScope, live: noLiveSources, evidence: [] })).toEqual([]);
    expect(probe.contacts?.(noLiveSources) ?? []).toEqual([]);
  }
});

it('tells every host it would contact', () => {
  const live = {
    ...noLiveSources,
    directory: [
      {
        id: 'dc1',
        server: 'dc1.contoso.test',
        security: 'starttls',
        signIn: 'password',
        user: 'reader@contoso.test',
      } as const,
    ],
    adfs: [{ id: 'fs', host: 'fs.contoso.test', port: 8443 }],
    entra: [{ id: 'contoso', tenant: 'contoso.test', cloud: 'usgov' } as const],
    revocationLists: true,
    domainControllerCertificates: true,
    authorityInformation: true,
    enrolmentEndpoints: true,
    cloudEndpoints: true,
  };
  const contacts = probes
    .flatMap((probe) => probe.contacts?.(live) ?? [])
    .map(({ host, port, protocol }) => `${protocol} ${host}:${port}`);
  expect(contacts.sort()).toEqual([
    'DNS the DNS servers of this computer:53',
    'HTTP OCSP responders named in the certificates of CAs and domain controllers:80',
    'HTTP every CA host found in the directory, the enrolment servers it names there, and known servers of NDES:80',
    'HTTP fs.contoso.test:80',
    'HTTP web servers named as AIA in the certificates of CAs and domain controllers:80',
    'HTTP web servers named in the certificates of CAs and domain controllers:80',
    'HTTPS enterpriseregistration.<UPN suffix> of every UPN suffix:443',
    'HTTPS enterpriseregistration.microsoftonline.us:443',
    'HTTPS every CA host found in the directory, the enrolment servers it names there, and known servers of NDES:443',
    'HTTPS fs.contoso.test:8443',
    'HTTPS graph.microsoft.us:443',
    'HTTPS login.microsoftonline.us:443',
    'HTTPS login.microsoftonline.us:443',
    'LDAP with StartTLS dc1.contoso.test:3268',
    'LDAP with StartTLS dc1.contoso.test:389',
    'LDAP with StartTLS up to three domain controllers of each other domain of the forest of dc1.contoso.test:389',
    'LDAPS every domain controller and server of a site found in the directory:636',
    'TCP every CA host found in the directory:135',
    'TCP every domain controller found in the directory:88',
    'TLS certauth.fs.contoso.test:8443',
    'TLS device.login.microsoftonline.us:443',
    'TLS enterpriseregistration.contoso.test:8443',
    'TLS enterpriseregistration.microsoftonline.us:443',
    'TLS every domain controller found in the directory:636',
    'TLS fs.contoso.test:49443',
    'TLS login.microsoftonline.us:443',
  ]);
});
