import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Finding } from '../../src-shared/model/finding';
import { assessPlanFile } from '../support/assess-plan';

const golden = join(import.meta.dirname, 'contoso-findings.json');
const plan = join(import.meta.dirname, '../../assets/demo/contoso/plan.json');

/** What must not change unnoticed: everything but record ids, which are made anew each time. */
function reviewed(finding: Finding): unknown {
  const { evidenceIds, objects, ...rest } = finding;
  return { ...rest, evidence: evidenceIds.length, objects: objects.map(({ evidenceId: _, ...object }) => object) };
}

/** To accept a reviewed change: UPDATE_GOLDEN=1, then read the difference before it is committed. */
it('judges the demo engagement as reviewed', async () => {
  const { findings, targets, log } = await assessPlanFile(plan);
  expect(targets.filter((target) => target.state !== 'done').map((target) => [target.title, target.phase])).toEqual([]);
  expect(log).toEqual([]);
  const actual = `${JSON.stringify(findings.map(reviewed), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, actual);
  expect(JSON.parse(actual)).toEqual(JSON.parse(await readFile(golden, 'utf8')));
});
