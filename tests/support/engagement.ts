import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeEngagement, createEngagement, type EngagementFile } from '../../src-main/store/engagement-file';
import { createRun } from '../../src-main/store/runs';
import type { StoredRecord } from '../../src-shared/host/messages';
import type { EngagementDraft } from '../../src-shared/model/engagement';
import type { EvidenceHeader } from '../../src-shared/model/evidence';
import type { AffectedObject, Finding } from '../../src-shared/model/finding';
import { noLiveSources } from '../../src-shared/model/plan';
import type { RunTarget } from '../../src-shared/model/run';
import { defaultScope } from '../../src-shared/model/scope';
import { temporaryFolder } from './temporary-folder';

export const passphrase = 'correct horse battery staple';

export const draft: EngagementDraft = {
  details: { customer: 'Contoso', title: 'Pilot', consultant: 'Ada', classification: 'Confidential' },
  scope: defaultScope,
  live: noLiveSources,
  imports: [],
  wizardStep: 'customer',
};

/** A new engagement in a folder of its own, closed when the test is over. */
export async function newEngagement(content: EngagementDraft = draft): Promise<EngagementFile> {
  const file = await createEngagement(join(temporaryFolder(), 'Contoso.preflight'), passphrase, content);
  onTestFinished(() => {
    if (file.database.open) closeEngagement(file);
  });
  return file;
}

/** A run that collects, with these rows. */
export function newRun(file: EngagementFile, targets: readonly RunTarget[] = []): string {
  const id = randomUUID();
  const plan = { scope: draft.scope, live: draft.live, imports: [] };
  createRun(file, { id, startedAt: new Date().toISOString(), catalogueVersion: '2026.11.0', plan, targets });
  return id;
}

export const target = (id: string, state: RunTarget['state']): RunTarget => ({
  ...{ id, by: 'directory', title: id, state, phase: state, facts: 1, notes: [] },
});

export function record(change: Partial<EvidenceHeader> = {}, data: unknown = { fact: 1 }): StoredRecord {
  const header: EvidenceHeader = {
    id: randomUUID(),
    kind: 'ad.root-dse',
    target: 'dc1.contoso.com',
    source: { way: 'probe', by: 'directory', location: 'ldaps://dc1.contoso.com:636/' },
    collectedAt: '2026-11-22T10:00:00.000Z',
    collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
    status: 'complete',
    facts: 1,
    notes: [],
    ...change,
  };
  return { header, dataJson: data === null ? null : JSON.stringify(data) };
}

export const affectedObject = (index: number, change: Partial<AffectedObject> = {}): AffectedObject => ({
  id: `S-1-5-21-1-2-3-${1000 + index}`,
  kind: 'user',
  name: `User ${index}`,
  outcome: 'fail',
  note: `The UPN suffix of user ${index} is not routable.`,
  ...change,
});

export function finding(checkId: string, objects: readonly AffectedObject[], change: Partial<Finding> = {}): Finding {
  return {
    checkId,
    revision: 1,
    area: 'dir',
    step: 'prerequisites',
    title: `Title of ${checkId}`,
    outcome: 'fail',
    severity: 'high',
    summary: `${objects.length} objects`,
    observations: [{ label: 'Suffix', observed: 'contoso.local', expected: 'contoso.com', matches: false }],
    counts: countsOf(objects),
    objects: [...objects],
    evidenceIds: [],
    missing: [],
    ...change,
  };
}

function countsOf(objects: readonly AffectedObject[]): Finding['counts'] {
  const counts: Finding['counts'] = {};
  for (const { outcome } of objects) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
