import type { EvidenceHeader, EvidenceSource } from '../../../src-shared/model/evidence';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { knownNames } from './known-names';
import { type Known, redactText } from './redact-text';
import { mapTexts } from './texts-of';

/**
 * The report for somebody who must not learn whose it is: names of people, computers, domains and the organisation, distinguished names, SIDs, GUIDs, addresses,
 * hashes and files are replaced, the same value by the same stand-in everywhere. What is judged, and how many, stays. Names of Microsoft's services, OIDs and
 * well-known SIDs stay, since they are the same everywhere; so does the consultancy's name. Names of groups, templates and policies stay but for the
 * organisation's name in them. Goes before every writer, so that no format can leak what another hides.
 */
export function redactDocument(document: ReportDocument): ReportDocument {
  const known = knownNames(document);
  const files = fileNames(document, known);
  const text = (value: string): string => redactText(files(value), known);
  const texts = <T>(value: T): T => mapTexts(value, text);
  const { standIns } = known;
  const source = (given: EvidenceSource): EvidenceSource => ({
    ...texts(given),
    location: given.way === 'import' ? standIns.file(given.location) : text(given.location),
  });
  return {
    ...document,
    details: { ...document.details, customer: 'Customer', title: '' },
    scope: texts(document.scope),
    findings: document.findings.map(({ objects, title, ...finding }) => ({
      ...texts(finding),
      title,
      objects: objects.map((object) => redactObject(object, known, text)),
    })),
    targets: document.targets.map((target, index) => ({ ...texts(target), id: `target-${index + 1}` })),
    evidence: document.evidence.map((record) => ({
      ...redactHeader(record, known, text),
      source: source(record.source),
    })),
    interview: document.interview.map((answer) => ({
      ...texts(answer),
      question: answer.question,
      questionText: answer.questionText,
      saidBy: standIns.person(answer.saidBy),
      ...(answer.attachment && {
        attachment: { ...texts(answer.attachment), name: standIns.file(answer.attachment.name) },
      }),
    })),
    contradictions: document.contradictions.map((contradiction) => ({
      ...texts(contradiction),
      values: contradiction.values.map((value) => ({
        ...texts(value),
        witnesses: value.witnesses.map((witness) => ({ ...texts(witness), source: source(witness.source) })),
      })),
    })),
    clients: texts(document.clients),
    reviews: document.reviews.map(({ review, state }) => ({
      review: {
        ...texts(review),
        author: redactAuthor(review.author, document, known),
        ...(review.attachment && {
          attachment: { ...texts(review.attachment), name: standIns.file(review.attachment.name) },
        }),
      },
      state,
    })),
    notes: [], // what somebody wrote or pasted cannot be searched for names
  };
}

/** Without the place in the raw evidence: it quotes what it would point to. */
function redactObject(
  { locate: _, ...object }: AffectedObject,
  known: Known,
  text: (value: string) => string,
): AffectedObject {
  const whole = mapTexts(object, text);
  return object.kind === 'user' && !object.name.includes('@') && !object.name.includes('=')
    ? { ...whole, name: known.standIns.user(object.name.split('\\').at(-1) ?? object.name) }
    : whole;
}

const redactHeader = (
  record: EvidenceHeader,
  { standIns }: Known,
  text: (value: string) => string,
): EvidenceHeader => ({
  ...mapTexts(record, text),
  collector: {
    ...record.collector,
    user: record.collector.user === '' ? '' : standIns.person(record.collector.user),
    host: record.collector.host === '' ? '' : standIns.host(record.collector.host),
  },
});

/** The consultant is named in the report all the same. */
export const redactAuthor = (
  author: string,
  { details }: Pick<ReportDocument, 'details'>,
  { standIns }: Known,
): string => (details.consultant.includes(author) ? author : standIns.person(author));

/** Replaces the files that evidence came from, with and without their folders, wherever a sentence names them. */
export function fileNames(
  { evidence }: Pick<ReportDocument, 'evidence'>,
  { standIns }: Known,
): (text: string) => string {
  const byName = new Map<string, string>();
  for (const { source } of evidence)
    if (source.way === 'import') {
      const [name = ''] = /[^\\/]+$/u.exec(source.location) ?? [];
      if (name.length > 3) byName.set(name, standIns.file(source.location));
    }
  const names = [...byName].sort(([a], [b]) => b.length - a.length);
  return (text) =>
    /\.[A-Za-z0-9]{1,8}\b/u.test(text)
      ? names.reduce((source, [name, standIn]) => replacePath(source, name, standIn), text)
      : text;
}

/** With the folders in front of it: they are named after servers and people. */
function replacePath(text: string, name: string, standIn: string): string {
  const at = text.indexOf(name);
  if (at === -1) return text;
  const [folders = ''] = /(?:[^\s\\/:;,"'()]*[\\/])*$/u.exec(text.slice(0, at)) ?? [];
  return `${text.slice(0, at - folders.length)}${standIn}${replacePath(text.slice(at + name.length), name, standIn)}`;
}
