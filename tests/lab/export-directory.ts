import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './build/run-command';
import type { Lab } from './lab';

/** SD-flags control (MS-ADTS 3.1.1.3.4.1.11) for owner, group and DACL: without it an ordinary user gets no security descriptor. */
const withoutAuditList = '!1.2.840.113556.1.4.801=::MAMCAQc=';
const everything = ['*', 'nTSecurityDescriptor'] as const;

/** Has `ldapsearch` write what `reader` sees of the forest into `folder`, a file a partition, as an administrator would hand it over. */
export async function exportDirectory(lab: Lab, folder: string): Promise<void> {
  const { baseDn, configurationDn, schemaDn } = lab.dc;
  await mkdir(folder, { recursive: true });
  await save(lab, path.join(folder, 'rootdse.ldf'), '', 'base', ['*', '+']);
  await save(lab, path.join(folder, 'schema.ldf'), schemaDn, 'sub', ['*']);
  await save(lab, path.join(folder, 'configuration.ldf'), configurationDn, 'sub', everything);
  await save(lab, path.join(folder, 'domain.ldf'), baseDn, 'sub', everything);
}

async function save(
  { dc, caFile, users: { reader } }: Lab,
  file: string,
  base: string,
  scope: 'base' | 'sub',
  attributes: readonly string[],
): Promise<void> {
  const account = ['-x', '-D', reader.userPrincipalName, '-w', reader.password];
  const search = [
    '-E',
    'pr=1000/noprompt',
    '-E',
    withoutAuditList,
    '-b',
    base,
    '-s',
    scope,
    '(objectClass=*)',
    ...attributes,
  ];
  // The address instead of the name, because no resolver of this machine knows the lab; the certificate was verified elsewhere.
  const env = { LDAPTLS_CACERT: caFile, LDAPTLS_REQCERT: 'allow' };
  await writeFile(
    file,
    await runCommand('ldapsearch', ['-H', `ldaps://${dc.address}`, ...account, ...search], { env }),
  );
}
