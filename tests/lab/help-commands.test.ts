import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { collectingTopics } from '../../src-shared/help/collecting-topics';
import { noLiveSources } from '../../src-shared/model/plan';
import { isIncomplete } from '../../src-shared/model/run';
import { defaultScope } from '../../src-shared/model/scope';
import { assessPlan } from '../support/assess-plan';
import { temporaryFolder } from '../support/temporary-folder';
import { runCommand } from './build/run-command';
import { testLab } from './test-lab';

const lab = testLab();

/** The commands of the help, for the lab's domain controller and domain instead of the example's, and with the sign-in by password that the help names. */
function labCommands(): string {
  const { userPrincipalName, password } = lab.users.reader;
  const linux = collectingTopics
    .find(({ id }) => id === 'collect-ad')
    ?.parts.find(({ title }) => title === 'On Linux or macOS');
  if (linux?.commands === undefined) throw new Error('The help has no commands for Linux');
  expect(linux.text).toContain('-x -ZZ -D user@contoso.com -W');
  return linux.commands
    .replaceAll('-Y GSSAPI', `-x -ZZ -D ${userPrincipalName} -w '${password}'`)
    .replaceAll('dc1.contoso.com', lab.dc.hostName)
    .replaceAll('DC=contoso,DC=com', lab.dc.baseDn);
}

it('the ldapsearch commands of the help collect what an import can judge, rights included', async () => {
  const folder = temporaryFolder();
  const export_ = path.join(folder, 'export');
  await mkdir(export_);
  const hosts = path.join(folder, 'hosts');
  await writeFile(hosts, `${lab.dc.address} ${lab.dc.hostName}\n`);
  // The commands find the domain controller by its name, which no resolver of this machine knows.
  const script = `set -e; mount --bind '${hosts}' /etc/hosts; cd '${export_}'\n${labCommands()}`;
  await runCommand('unshare', ['--mount', 'bash', '-c', script], { env: { LDAPTLS_CACERT: lab.caFile } });

  const { records, targets } = await assessPlan({
    schema: 1,
    details: { customer: 'Lab', title: '', consultant: '', classification: '' },
    scope: { ...defaultScope, forests: [lab.dc.domain] },
    live: noLiveSources,
    evidence: [{ path: export_ }],
  });
  expect(targets.filter(isIncomplete)).toEqual([]);
  const dataOf = (kind: string) => {
    const record = records.find(({ header }) => header.kind === kind && header.status === 'complete');
    return JSON.parse(record?.dataJson ?? 'null');
  };
  expect(dataOf('ad.root-dse')).not.toBeNull();
  expect(dataOf('ad.schema')).toMatchObject({ objectVersion: expect.any(Number) });
  expect(dataOf('ad.domain')).not.toBeNull();
  const { templates } = dataOf('ad.certificate-templates');
  expect(templates.length).toBeGreaterThan(5);
  for (const template of templates) expect(template.securityDescriptor, template.cn).toBeDefined();
});
