import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';

/** What a value becomes when a report is redacted. */
export interface Redacted {
  readonly original: string;
  readonly standIn: string;
}

const samples: readonly (readonly AffectedObject['kind'][])[] = [
  ['user'],
  ['domain-controller', 'computer', 'client', 'device'],
  ['domain', 'forest', 'entra-domain', 'upn-suffix'],
  ['certification-authority'],
];

/** One value of each sort from this report, with what stands in the redacted one: for a person to see before the report goes out. */
export function redactionSample(document: ReportDocument, redacted: ReportDocument): readonly Redacted[] {
  const pairs = document.findings.flatMap(({ objects }, finding) =>
    objects.map((object, index) => ({ object, after: redacted.findings[finding]?.objects[index] ?? object })),
  );
  const names = samples.flatMap((kinds) => {
    const found = pairs.find(({ object, after }) => kinds.includes(object.kind) && object.name !== after.name);
    return found === undefined ? [] : [{ original: found.object.name, standIn: found.after.name }];
  });
  const numbered = pairs.find(({ object }) => /^S-1-5-21-/u.test(object.id));
  return [
    { original: document.details.customer, standIn: redacted.details.customer },
    ...names,
    ...(numbered === undefined ? [] : [{ original: numbered.object.id, standIn: numbered.after.id }]),
  ];
}
