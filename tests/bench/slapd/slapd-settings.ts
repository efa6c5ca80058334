import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bulkForest } from './bulk-users';

export const schemaFile = path.join(import.meta.dirname, 'ad-users.schema');

/** Writes `slapd.conf` for the database in `folder`, which holds `server.key` and `server.crt` once it runs; gives its path. Limits are those of Active Directory. */
export async function writeSettings(folder: string, hostName: string): Promise<string> {
  const rootDse = path.join(folder, 'root-dse.ldif');
  await writeFile(rootDse, rootDseText(hostName));
  const file = path.join(folder, 'slapd.conf');
  await writeFile(file, settings(folder, rootDse));
  return file;
}

const settings = (folder: string, rootDse: string): string => `include /etc/ldap/schema/core.schema
include ${schemaFile}
pidfile ${folder}/slapd.pid
argsfile ${folder}/slapd.args
modulepath /usr/lib/ldap
moduleload back_mdb
rootDSE ${rootDse}
TLSCertificateFile ${folder}/server.crt
TLSCertificateKeyFile ${folder}/server.key
tool-threads 2
sizelimit size.soft=1000 size.hard=1000 size.pr=1000 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to dn.base="" by * read
access to * by users read
database mdb
directory ${folder}/db
suffix "${bulkForest.baseDn}"
maxsize 17179869184
index objectClass eq
`;

function rootDseText(hostName: string): string {
  const { baseDn } = bulkForest;
  return `dn:
dNSHostName: ${hostName}
defaultNamingContext: ${baseDn}
rootDomainNamingContext: ${baseDn}
configurationNamingContext: CN=Configuration,${baseDn}
schemaNamingContext: CN=Schema,CN=Configuration,${baseDn}
`;
}
