import type { EvidenceHeader, EvidenceSource } from '../../../src-shared/model/evidence';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { quantity } from '../../../src-shared/text/quantity';
import type { Identities } from './identities';
import { knownNames } from './known-names';
import type { PartsFound } from './name-parts';
import { type Known, redactFreeText, redactText } from './redact-text';
import { redactedDetails } from './redacted-details';
import { mapTexts, oncePerText } from './texts-of';

/**
 * The report for somebody who must not learn whose it is: names of people, computers, domains and the organisation, distinguished names, SIDs, GUIDs, addresses,
 * hashes and files are replaced, the same value by the same stand-in everywhere. What is judged, and how many, stays. Names of Microsoft's services, OIDs and
 * well-known SIDs stay, since they are the same everywhere; so does the consultancy's name. Names of groups, templates and policies stay but for the
 * organisation's name in them. Goes before every writer, so that no format can leak what another hides.
 */
export const redactDocument = (document: ReportDocument, identities: Identities): ReportDocument =>
  redactReport(document, identities).redacted;

/** The same, with what became of first names and surnames that stand alone. */
export function redactReport(
  document: ReportDocument,
  identities: Identities,
): { readonly redacted: ReportDocument; readonly parts: PartsFound } {
  const known = knownNames(document, identities);
  const text = oncePerText((value) => redactText(value, known));
  const typed = oncePerText((value) => redactFreeText(value, known));
  const texts = <T>(value: T): T => mapTexts(value, text);
  const { standIns } = known;
  const source = (given: EvidenceSource): EvidenceSource => ({
    ...texts(given),
    ...(given.archive && { archive: { ...texts(given.archive), location: standIns.file(given.archive.location) } }),
    location: given.way === 'import' ? standIns.file(given.location) : text(given.location),
  });
  const redacted: ReportDocument = {
    ...document,
    details: redactedDetails(document.details),
    scope: texts(document.scope),
    findings: document.findings.map(({ objects, title, ...finding }) => ({
      ...texts(finding),
      title,
      objects: objects.map((object) => redactObject(object, known, text)),
    })),
    targets: document.targets.map((target, index) => ({
      ...texts(target),
      ...(target.id.startsWith('import:') && { title: typed(target.title) }),
      id: `target-${index + 1}`,
    })),
    evidence: document.evidence.map((record) => ({
      ...redactHeader(record, known, text),
      source: source(record.source),
    })),
    interview: document.interview.map((answer) => ({
      ...texts(answer),
      question: answer.question,
      questionText: answer.questionText,
      ...(answer.answer === answer.answerText && {
        answer: typed(answer.answer),
        answerText: typed(answer.answerText),
      }),
      ...(answer.note !== undefined && { note: typed(answer.note) }),
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
        reason: typed(review.reason),
        author: redactAuthor(review.author, document, known),
        ...(review.attachment && {
          attachment: { ...texts(review.attachment), name: standIns.file(review.attachment.name) },
        }),
      },
      state,
    })),
    notes: document.notes.map(({ checkId, note, pictures }) => ({
      checkId,
      note: [typed(note), ...leftOut(pictures.length)].filter(Boolean).join('\n'),
      pictures: [],
    })),
  };
  return { redacted, parts: known.parts.found };
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
