import { type CountedAs, countAs, countedAs, countedAsTitles } from '../../src-shared/model/counted-as';
import type { Finding } from '../../src-shared/model/finding';
import type { ReportDocument } from '../../src-shared/report/report-document';

export interface FindingGroup {
  readonly as: CountedAs;
  readonly title: string;
  /** In one sentence, what is in it. */
  readonly meaning: string;
  /** In report order, at least one. */
  readonly findings: readonly Finding[];
}

const meanings: Readonly<Record<CountedAs, string>> = {
  blocker: 'Failed checks of severity blocker.',
  warning: 'Failed checks that do not block, and warnings.',
  unknown: 'Checks that apply and have no answer.',
  passed: 'Nothing is to be done about these.',
  'not-applicable': 'Checks that the chosen scope leaves out.',
  conclusion: 'They follow from the checks above and are not counted once more.',
};

/** The findings of a document by what they count as, so that each group is as large as readiness says. Every finding is in exactly one. */
export function findingGroups({ findings, checks }: ReportDocument): readonly FindingGroup[] {
  const entries = new Map(checks.map((check) => [check.id, check]));
  return countedAs.flatMap((as) => {
    const these = findings.filter((finding) => countAs(finding, entries.get(finding.checkId)) === as);
    return these.length === 0 ? [] : [{ as, title: countedAsTitles[as], meaning: meanings[as], findings: these }];
  });
}
