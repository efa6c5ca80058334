import type { CheckChange, Comparison, ObjectChange } from '../../../src-shared/model/comparison';
import type { DeltaDocument } from '../../../src-shared/report/delta-document';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Identities } from '../redaction/identities';
import { knownNames } from '../redaction/known-names';
import { redactAuthor } from '../redaction/redact-document';
import { type Known, redactFreeText, redactText } from '../redaction/redact-text';
import { redactedDetails } from '../redaction/redacted-details';
import { mapTexts, oncePerText } from '../redaction/texts-of';

/**
 * The delta report for somebody who must not learn whose it is. Names are known from the evidence of both, so that a value that one side alone names is replaced, and
 * has the same stand-in, on both. What became of what, and how many, stays.
 */
export function redactDelta(
  delta: DeltaDocument,
  before: ReportDocument,
  after: ReportDocument,
  identities: Identities,
): DeltaDocument {
  const both = bothReports(before, after);
  const known = knownNames(both, identities);
  const text = oncePerText((value) => redactText(value, known));
  const { comparison, decisions } = delta;
  const side = (given: Comparison['before']): Comparison['before'] => ({ ...given, customer: 'Customer', title: '' });
  const check = ({ objects, title, ...rest }: CheckChange): CheckChange => ({
    ...mapTexts(rest, text),
    title,
    objects: objects.map((object) => redactObject(object, known, text)),
  });
  return {
    ...delta,
    details: redactedDetails(delta.details),
    comparison: {
      ...comparison,
      before: side(comparison.before),
      after: side(comparison.after),
      checks: comparison.checks.map(check),
      conclusions: comparison.conclusions.map(check),
    },
    decisions: decisions.map(({ fate, review }) => ({
      fate,
      review: {
        ...mapTexts(review, text),
        reason: redactFreeText(review.reason, known),
        author: redactAuthor(review.author, both, known),
        ...(review.attachment && {
          attachment: { ...mapTexts(review.attachment, text), name: known.standIns.file(review.attachment.name) },
        }),
      },
    })),
  };
}

/** A user by an account name is no mail address and no distinguished name, and so not known by its shape. */
function redactObject(object: ObjectChange, { standIns }: Known, text: (value: string) => string): ObjectChange {
  const whole = mapTexts(object, text);
  return object.kind === 'user' && !object.name.includes('@') && !object.name.includes('=')
    ? { ...whole, name: standIns.user(object.name.split('\\').at(-1) ?? object.name) }
    : whole;
}

/** What either of them says, for names to be found in. */
const bothReports = (before: ReportDocument, after: ReportDocument): ReportDocument => ({
  ...after,
  details: { ...after.details, customer: `${after.details.customer} ${before.details.customer}` },
  scope: { ...after.scope, forests: [...after.scope.forests, ...before.scope.forests] },
  findings: [...after.findings, ...before.findings],
  targets: [...after.targets, ...before.targets],
  evidence: [...after.evidence, ...before.evidence],
  interview: [...after.interview, ...before.interview],
  contradictions: [...after.contradictions, ...before.contradictions],
  clients: { ...after.clients, groups: [...after.clients.groups, ...before.clients.groups] },
  reviews: [...after.reviews, ...before.reviews],
});
