import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readPlan } from '../../../src-main/cli/read-plan';
import { answersOf } from '../../lab/answer-key';
import { assessPlan } from '../../support/assess-plan';
import { temporaryFolder } from '../../support/temporary-folder';
import { writeZip } from '../../support/zip-writer';

const demo = resolve('assets/demo/contoso');

it('a zip archive of a customer’s folder gives the findings of the folder', async () => {
  const names = readdirSync(demo, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const archive = join(temporaryFolder(), 'contoso.zip');
  writeFileSync(
    archive,
    writeZip(
      names.map((path) => ({ name: path.slice(demo.length + 1).replaceAll('\\', '/'), content: readFileSync(path) })),
    ),
  );
  const plan = await readPlan(join(demo, 'plan.json'));
  const folder = await assessPlan({ ...plan, evidence: [{ path: demo }] });
  const zipped = await assessPlan({ ...plan, evidence: [{ path: archive }] });
  expect(answersOf(zipped)).toEqual(answersOf(folder));
  const facts = ({ records }: typeof zipped): unknown =>
    records.map(({ header: { kind, target, status, sha256 } }) => [kind, target, status, sha256].join(' ')).sort();
  expect(facts(zipped)).toEqual(facts(folder));
  expect(zipped.log).toEqual([]);
});
