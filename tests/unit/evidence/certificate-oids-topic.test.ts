import { expect, it } from 'vitest';
import { certificateOidsTopic } from '../../../src-main/evidence/directory/certificate-oids-topic';
import type { DirectoryContext, DirectoryEntry } from '../../../src-main/evidence/directory/directory-topic';
import { defaultScope } from '../../../src-shared/model/scope';
import { entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const services = `CN=Public Key Services,CN=Services,CN=Configuration,${nc}`;
const container = `CN=OID,${services}`;
const context: DirectoryContext = {
  forest: 'contoso.com',
  configurationNamingContext: `CN=Configuration,${nc}`,
  schemaNamingContext: `CN=Schema,CN=Configuration,${nc}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: defaultScope,
  origin: 'export',
  pilotGroups: new Map(),
  authorityHosts: () => [],
};
const oid = (cn: string, attributes: Record<string, string> = {}): DirectoryEntry =>
  entryOf(`CN=${cn},${container}`, { objectClass: ['top', 'msPKI-Enterprise-Oid'], cn, ...attributes });

function read(entries: readonly DirectoryEntry[]) {
  const reader = certificateOidsTopic.reader(context);
  for (const entry of entries) if (certificateOidsTopic.accepts(entry.dn.toLowerCase(), entry)) reader.add(entry);
  return reader.finish();
}

it('reads identifiers and the groups they stand for, in the order of the identifiers', () => {
  const { data, facts } = read([
    entryOf(container, {
      objectClass: ['top', 'msPKI-Enterprise-Oid'],
      'msPKI-Cert-Template-OID': '1.3.6.1.4.1.311.21.8.1',
    }),
    oid('401.B', {
      displayName: 'Hohe Sicherheit',
      flags: '2',
      'msPKI-Cert-Template-OID': '1.3.6.1.4.1.311.21.8.1.401',
      'msDS-OIDToGroupLink': `CN=Hohe\\, Gruppe,OU=Gruppen,${nc}`,
    }),
    oid('400.A', { displayName: 'Template', flags: '1', 'msPKI-Cert-Template-OID': '1.3.6.1.4.1.311.21.8.1.400' }),
    oid('bare'),
    entryOf(`CN=User,CN=Certificate Templates,${services}`, { objectClass: ['top', 'pKICertificateTemplate'] }),
  ]);
  expect(facts).toBe(3);
  expect(data).toEqual({
    containerFound: true,
    oids: [
      { distinguishedName: `CN=bare,${container}`, oid: '', displayName: 'bare' },
      {
        distinguishedName: `CN=400.A,${container}`,
        oid: '1.3.6.1.4.1.311.21.8.1.400',
        displayName: 'Template',
        flags: 1,
      },
      {
        distinguishedName: `CN=401.B,${container}`,
        oid: '1.3.6.1.4.1.311.21.8.1.401',
        displayName: 'Hohe Sicherheit',
        flags: 2,
        groupLink: `CN=Hohe\\, Gruppe,OU=Gruppen,${nc}`,
      },
    ],
  });
});

it('says when the container is not visible', () => {
  expect(read([]).data).toEqual({ containerFound: false, oids: [] });
});
