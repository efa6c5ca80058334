import { resolve } from 'node:path';
import { openOrCreate } from '../../src-main/cli/open-or-create';
import { readPlan } from '../../src-main/cli/read-plan';
import { takePlannedAnswers } from '../../src-main/features/interview/take-answer';
import { loadReportDocument } from '../../src-main/features/report/load-report-document';
import { runAssessment } from '../../src-main/features/run/assess';
import { spawnNodeHost } from '../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../src-main/host/supervisor';
import { catalogueVersion } from '../../src-main/knowledge/catalogue';
import { closeEngagement } from '../../src-main/store/engagement-file';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { temporaryFolder } from '../support/temporary-folder';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gu;
const instant = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/gu;

/**
 * The report of a demo organisation from a real engagement file, without what differs from one computer and day to the next: ids that are made anew, the
 * folder of the checkout, the time at which files were read. `hostEntry` is the bundled assessment host.
 */
export async function demoReport(plan: string, hostEntry: string): Promise<ReportDocument> {
  const read = await readPlan(plan);
  const started = new Date().toISOString();
  const file = await openOrCreate(resolve(temporaryFolder(), 'golden.preflight'), 'correct-horse-battery', read);
  const host = createHostSupervisor({ spawn: spawnNodeHost(hostEntry), log: () => undefined });
  try {
    await takePlannedAnswers(file, read.interview);
    await runAssessment({
      ...{ file, host, catalogueVersion, mode: 'new', credentials: [], onProgress: () => undefined },
      collector: { user: 'ada', host: 'laptop', version: '0.0.0' },
      signal: new AbortController().signal,
    });
    const judgedAt = read.assessAt ?? '2026-11-22T15:00:00.000Z';
    return settled(await loadReportDocument(file, new Date(judgedAt)), started, judgedAt);
  } finally {
    host.close();
    closeEngagement(file);
  }
}

/** Ids are numbered by the place of their record in the report, whatever order the records came in; what is younger than the test happened as judged. */
function settled(document: ReportDocument, started: string, judgedAt: string): ReportDocument {
  const bySource = [...document.evidence].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  const numbers = new Map(
    bySource.map(({ id }, index) => [id, `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`]),
  );
  const targets = document.targets.map(({ startedAt: _, endedAt: __, ...target }) => target);
  const text = JSON.stringify({ ...document, targets, evidence: bySource })
    .replaceAll(`${resolve('.')}/`, '')
    .replace(uuid, (id) => numbers.get(id) ?? id)
    .replace(instant, (time) => (time >= started ? judgedAt : time));
  return JSON.parse(text) as ReportDocument;
}

const keyOf = ({ kind, target, source, sha256 }: ReportDocument['evidence'][number]): string =>
  [kind, target, source.location, sha256].join(' ');
