import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Finding } from '../../src-shared/model/finding';
import { assessPlanFile } from '../support/assess-plan';

/** What must not change unnoticed: everything but record ids, which are made anew each time. */
function reviewed(finding: Finding): unknown {
  const { evidenceIds, objects, ...rest } = finding;
  return { ...rest, evidence: evidenceIds.length, objects: objects.map(({ evidenceId: _, ...object }) => object) };
}

/**
 * The demo organisations, each with the sources that do not give all they could, by how their reason begins. To accept a reviewed change: UPDATE_GOLDEN=1,
 * then read the difference before it is committed.
 */
it.each<{ name: string; trouble: readonly string[] }>([
  {
    name: 'contoso',
    trouble: ['fs02.contoso.com denied the read of certificates.service'],
  },
  { name: 'northwind', trouble: [] },
  {
    name: 'tailspin',
    trouble: [
      'directory/export.ldf is damaged at line 36',
      'adfs.corp.tailspintoys.com denied the read of system',
      'graph/conditionalAccessPolicies.json holds an error of Microsoft Graph',
    ],
  },
])('judges $name as reviewed', async ({ name, trouble }) => {
  const { findings, targets, log } = await assessPlanFile(resolve('assets/demo', name, 'plan.json'));
  expect(targets.filter(({ state }) => state !== 'done').map(({ phase }) => phase)).toEqual(
    trouble.map((reason) => expect.stringContaining(reason)),
  );
  expect(log).toEqual([]);
  const golden = join(import.meta.dirname, `${name}-findings.json`);
  const actual = `${JSON.stringify(findings.map(reviewed), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, actual);
  expect(JSON.parse(actual)).toEqual(JSON.parse(await readFile(golden, 'utf8')));
});

const idsWith = async (name: string, outcome: Finding['outcome']): Promise<readonly string[]> => {
  const { findings } = await assessPlanFile(resolve('assets/demo', name, 'plan.json'));
  return findings.filter((finding) => finding.outcome === outcome).map(({ checkId }) => checkId);
};

it('finds nothing to put right at Northwind, besides what a saved file cannot prove', async () => {
  expect(await idsWith('northwind', 'fail')).toEqual([]);
  expect(await idsWith('northwind', 'warning')).toEqual([
    'FED-010', // one saved answer of AD FS cannot speak for every node
    'SEC-003', // agents are restricted or not by the CA, and what a restriction allows no export tells
    'SEC-024', // likewise
    'TRU-005', // AD does not tell under which trust a Hello key was registered
  ]);
});

it('lets nothing pass at Tailspin but what its one client shows', async () => {
  expect(await idsWith('tailspin', 'pass')).toEqual([
    'DEV-006', // AzureAdJoined and DomainJoined
    'DEV-007', // validity of the device certificate, TpmProtected, DeviceAuthStatus
    'DEV-021', // WorkplaceJoined
    'DEV-023', // it registered
    'POL-013', // PostLogonEnabled
    'PRV-002', // IsDeviceJoined, IsUserAzureAD
    'PRV-003', // AzureAdPrt and the time it was renewed
  ]);
});
