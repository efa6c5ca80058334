import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'vitest';
import { type LiveSources, planSchema } from '../../src-shared/model/plan';
import { type Assessment, assessPlan } from '../support/assess-plan';
import { temporaryFolder } from '../support/temporary-folder';
import { type AnswerKey, answerKey } from './answer-key';
import { secondAuthorityObjects } from './build/content/certificate-services';
import { labDirectory } from './collect-target';
import type { DirectoryChange } from './lab';
import { assessLab, labPlan } from './live-plan';
import { testLab } from './test-lab';
import { expectChanges } from './zoo/assess-variant';
import { emeaControllers, silentDomain, silentDomainAnswers } from './zoo/other-domains';
import { silentHost } from './zoo/silent-host';

const lab = testLab();
const emea = Object.values(emeaControllers).map(({ hostName, address }) => [hostName, address] as const);
const addresses = { ...lab.addresses, ...Object.fromEntries(emea) };

/** Everything read anew after these changes; the lab is as it was then. */
async function assessWith(changes: readonly DirectoryChange[], live: Partial<LiveSources> = {}): Promise<Assessment> {
  await lab.changeDirectory(changes);
  const assessment = await assessLab(lab, live);
  await lab.reset();
  return assessment;
}

it('a domain of the forest that does not answer', async () => {
  const host = await silentHost(emeaControllers.silent.address);
  const assessment = await assessWith(silentDomain, { addresses });
  host.close();
  expectChanges(assessment, answerKey, { answers: silentDomainAnswers });
});

it('a second CA with a name that is not ASCII', async () => {
  const assessment = await assessWith(await secondAuthorityObjects(`${lab.folder}/pki`));
  // Each template can be enrolled from two CAs now.
  expectChanges(assessment, answerKey, { answers: { 'PKI-032': 'pass', 'PKI-036': 'pass' } });
});

it('two forests with one tenant differ from one in what concerns their domains', async () => {
  await lab.startFabrikam();
  const { fabrikam } = lab;
  const authorities = path.join(temporaryFolder(), 'both-roots.pem');
  writeFileSync(authorities, [lab.caFile, fabrikam.caFile].map((file) => readFileSync(file, 'utf8')).join('\n'));
  const plan = labPlan(lab);
  const other = labDirectory(lab, {
    id: 'fabrikam',
    server: fabrikam.domainController.hostName,
    user: fabrikam.users.reader.userPrincipalName,
  });
  const both = planSchema.parse({
    ...plan,
    scope: { ...plan.scope, forests: [] },
    live: { ...plan.live, caFile: authorities, directory: [...plan.live.directory, other] },
  });
  const passwords = { lab: lab.users.reader.password, fabrikam: fabrikam.users.reader.password };
  const assessment = await assessPlan(both, { passwords });
  await lab.reset();
  expectChanges(assessment, answerKey, { answers: twoForests });
});

/** Fabrikam has a CA of its own that offers nothing, but neither Connect nor device registration, key administrators or policies (content/fabrikam.ts). */
const twoForests: AnswerKey = {
  'DEV-011': 'fail',
  'DIR-012': 'unknown: not-collected',
  'DIR-023': 'warning',
  'DIR-024': 'unknown: not-collected',
  'DIR-025': 'pass',
  'PKI-001': 'warning',
  'PKI-015': 'fail',
  'PKI-016': 'warning',
};
