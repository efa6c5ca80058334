import { randomUUID } from 'node:crypto';
import { openEngagement } from '../../../src-main/store/engagement-file';
import { storeEvidence } from '../../../src-main/store/evidence';
import { createRun, saveTargets } from '../../../src-main/store/runs';
import { draft, record, target } from '../engagement';

/** Stores record after record, telling each id once it is stored, until it is killed. */
const [path = '', passphrase = ''] = process.argv.slice(2);
const file = await openEngagement(path, passphrase);
const runId = randomUUID();
const plan = { scope: draft.scope, live: draft.live, imports: [] };
createRun(file, { id: runId, startedAt: new Date().toISOString(), catalogueVersion: '1', plan, targets: [] });
saveTargets(file, runId, [target('directory:dc1', 'done'), target('directory:dc2', 'running')]);
for (;;) {
  const stored = record({}, { text: 'x'.repeat(100_000) });
  await storeEvidence(file, runId, stored);
  process.send?.(stored.header.id);
}
