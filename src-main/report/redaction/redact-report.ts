import type { ReportDocument } from '../../../src-shared/report/report-document';
import { type Identity, identitiesIn } from './identities';
import { redactDocument } from './redact-document';

/** The data of a record of evidence, as JSON. */
export interface EvidenceText {
  readonly kind: string;
  readonly json: string;
}

/** Redacts a report with all that the evidence of its engagement names; `key` is the engagement's. */
export type RedactReport = (
  document: ReportDocument,
  key: string,
  evidence: AsyncIterable<EvidenceText>,
) => Promise<ReportDocument>;

/** Redacts in this thread: seconds for a report with tens of thousands of objects. */
export const redactReport: RedactReport = async (document, key, evidence) => {
  const names = new NamesOfEvidence();
  for await (const record of evidence) names.add(record);
  return redactDocument(document, { key, names: names.all() });
};

/** Each name once, whatever the number of records it is in. */
export class NamesOfEvidence {
  readonly #names = new Map<string, Identity>();

  add({ kind, json }: EvidenceText): void {
    for (const identity of identitiesIn(kind, JSON.parse(json))) {
      const key = `${identity.kind} ${identity.name.toLowerCase()}`;
      const known = this.#names.get(key);
      if (known === undefined || (known.of === undefined && identity.of !== undefined)) this.#names.set(key, identity);
    }
  }

  all = (): readonly Identity[] => [...this.#names.values()];
}
