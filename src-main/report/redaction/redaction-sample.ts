import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Identities } from './identities';
import { redactReport } from './redact-document';

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

/** What becomes of the names of a report. */
export interface RedactionSample {
  readonly sample: readonly Redacted[];
  /** First names and surnames that are words as well, and so stay where they stand alone in what somebody wrote. */
  readonly left: readonly string[];
}

/** First names and surnames that are shown: enough to see what is looked for, and all that can be read. */
const partsShown = 6;
const leftShown = 20;

/** One value of each sort from this report and the names that people wrote, with what stands in the redacted one: for a person to see before the report goes out. */
export function redactionSample(document: ReportDocument, identities: Identities): RedactionSample {
  const { redacted, parts } = redactReport(document, identities);
  const inTexts = [...parts.replaced].map(([original, standIn]) => ({ original, standIn }));
  return {
    sample: [...valuesOf(document, redacted), ...inTexts.slice(0, partsShown)],
    left: [...parts.left].slice(0, leftShown),
  };
}

function valuesOf(document: ReportDocument, redacted: ReportDocument): readonly Redacted[] {
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
