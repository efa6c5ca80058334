import type { CheckDescription } from '../../src-shared/model/catalogue';
import type { Finding } from '../../src-shared/model/finding';
import { type RoadmapTask, roadmapTasks } from '../../src-shared/model/roadmap-tasks';
import type { ReportDocument } from '../../src-shared/report/report-document';
import type { ReportProfile } from './report-options';

/** The document with what several parts of the report look up in it. */
export interface ReportFacts {
  readonly document: ReportDocument;
  readonly profile: ReportProfile;
  readonly checks: ReadonlyMap<string, CheckDescription>;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Number of each evidence record in the appendix (`E7`), by its id. */
  readonly evidenceNumbers: ReadonlyMap<string, number>;
  /** What there is to do about a finding, by the id of its check. */
  readonly tasks: ReadonlyMap<string, RoadmapTask>;
  /** Ids of the findings that have a place of their own in this profile, for links to lead to. */
  readonly placed: ReadonlySet<string>;
}

export const reportFacts = (document: ReportDocument, profile: ReportProfile): ReportFacts => ({
  document,
  profile,
  checks: new Map(document.checks.map((check) => [check.id, check])),
  findings: new Map(document.findings.map((finding) => [finding.checkId, finding])),
  evidenceNumbers: new Map(document.evidence.map((record, index) => [record.id, index + 1])),
  tasks: new Map(
    roadmapTasks(document.roadmap.items).flatMap((task) => task.items.map(({ checkId }) => [checkId, task])),
  ),
  placed: new Set(
    profile === 'executive' ? document.readiness.overall.blockers : document.findings.map(({ checkId }) => checkId),
  ),
});
