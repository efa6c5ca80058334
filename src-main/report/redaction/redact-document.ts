import type { EvidenceHeader, EvidenceSource } from '../../../src-shared/model/evidence';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { quantity } from '../../../src-shared/text/quantity';
import type { Identities } from './identities';
import { knownNames } from './known-names';
import { NameIndex } from './name-index';
import { type Known, redactText } from './redact-text';
import { redactedDetails } from './redacted-details';
import { mapTexts, oncePerText } from './texts-of';

/**
 * The report for somebody who must not learn whose it is: names of people, computers, domains and the organisation, distinguished names, SIDs, GUIDs, addresses,
 * hashes and files are replaced, the same value by the same stand-in everywhere. What is judged, and how many, stays. Names of Microsoft's services, OIDs and
 * well-known SIDs stay, since they are the same everywhere; so does the consultancy's name. Names of groups, templates and policies stay but for the
 * organisation's name in them. Goes before every writer, so that no format can leak what another hides.
 */
export function redactDocument(document: ReportDocument, identities: Identities): ReportDocument {
  const known = knownNames(document, identities);
  const files = fileNames(document, known);
  const text = oncePerText((value) => redactText(files(value), known));
  const texts = <T>(value: T): T => mapTexts(value, text);
  const { standIns } = known;
  const source = (given: EvidenceSource): EvidenceSource => ({
    ...texts(given),
    ...(given.archive && { archive: { ...given.archive, location: standIns.file(given.archive.location) } }),
    location: given.way === 'import' ? standIns.file(given.location) : text(given.location),
  });
  return {
    ...document,
    details: redactedDetails(document.details),
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
    notes: document.notes.map(({ checkId, note, pictures }) => ({
      checkId,
      note: [text(note), ...leftOut(pictures.length)].filter(Boolean).join('\n'),
      pictures: [],
    })),
  };
}

/** Pictures cannot be searched for names. */
const leftOut = (pictures: number): readonly string[] =>
  pictures === 0 ? [] : [`(${quantity(pictures, 'picture')} left out: pictures may show names.)`];

/** Without the place in the raw evidence: it quotes what it would point to. */
function redactObject(
  { locate: _, ...object }: AffectedObject,
  known: Known,
  text: (value: string) => string,
): AffectedObject {
  const isAccount = object.kind === 'user' && !object.name.includes('@') && !object.name.includes('=');
  return {
    ...object,
    id: text(object.id),
    name: isAccount ? known.standIns.user(object.name.split('\\').at(-1) ?? object.name) : text(object.name),
    note: text(object.note),
    ...(object.evidenceId !== undefined && { evidenceId: text(object.evidenceId) }),
  };
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

/** Replaces the files that evidence came from and that prove something, with and without their folders, wherever a sentence names them. */
export function fileNames(
  { evidence, reviews, interview }: ReportDocument,
  { standIns }: Known,
): (text: string) => string {
  const files = new NameIndex();
  const add = (location: string): void => {
    const [name = ''] = /[^\\/]+$/u.exec(location) ?? [];
    files.add(location, standIns.file(location));
    if (name.length > 3) files.add(name, standIns.file(location));
  };
  for (const { source } of evidence) {
    if (source.way === 'import') add(source.location);
    if (source.archive !== undefined) add(source.archive.location);
  }
  for (const { review } of reviews) if (review.attachment !== undefined) add(review.attachment.name);
  for (const { attachment } of interview) if (attachment !== undefined) add(attachment.name);
  return (text) =>
    /\.[A-Za-z0-9]{1,8}\b/u.test(text)
      ? files.replace(text, (standIn) => `${mark}${standIn}`).replace(foldersAndMark, '')
      : text;
}

/** Stands in front of a replaced file, so that the folders before it are found: they are named after servers and people. */
const mark = '\u{F0002}';
const foldersAndMark = /(?:[^\s\\/:;,"'()]*[\\/])*\u{F0002}/gu;
