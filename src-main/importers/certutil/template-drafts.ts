import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { Scope } from '../../../src-shared/model/scope';
import { forestOf, templatesIn } from '../../evidence/certutil/dumped-templates';
import { type DumpedTemplate, readTemplateAttributes } from '../../evidence/certutil/template-attributes';
import { readTemplateProperties } from '../../evidence/certutil/template-properties';
import { failedDrafts, sourceOf } from '../file-drafts';
import { certutil, certutilExcerpt, type OutputOfFile, placeOf } from './output-of-file';

/** Certificate templates from `certutil -dsTemplate` and `certutil -v -template`: one draft an output and forest. */
export function* templateDrafts(read: readonly OutputOfFile[], scope: Scope): Generator<EvidenceDraft> {
  for (const one of read) {
    const { templates, isAll } = templatesOf(one);
    if (templates.length === 0)
      yield* failedDrafts(['ad.certificate-templates'], sourceOf(certutil, one.file), none(one));
    const [onlyForest, ...further] = scope.forests;
    const supposed = further.length === 0 ? onlyForest?.toLowerCase() : undefined;
    const placed = templates.map((template) => ({ template, forest: forestOf(template) || (supposed ?? '') }));
    for (const forest of new Set(placed.map((each) => each.forest))) {
      const own = placed.filter((each) => each.forest === forest).map(({ template }) => template);
      if (forest === '')
        yield* failedDrafts(['ad.certificate-templates'], sourceOf(certutil, one.file), withoutForest(one));
      else yield draftOf(one, forest, own, isAll);
    }
  }
}

interface FoundTemplates {
  readonly templates: readonly DumpedTemplate[];
  /** Every template the account may see is there: the command was not asked for one of them and came to its end. */
  readonly isAll: boolean;
}

function templatesOf({ output: { text, isWhole } }: OutputOfFile): FoundTemplates {
  const sections = readTemplateAttributes(text);
  // The command takes one name or none, so two templates are all of them.
  if (sections.length > 0) return { templates: sections, isAll: isWhole && sections.length > 1 };
  const { templates, total } = readTemplateProperties(text);
  return { templates, isAll: isWhole && total === templates.length };
}

function draftOf(one: OutputOfFile, forest: string, dumped: readonly DumpedTemplate[], isAll: boolean): EvidenceDraft {
  const templates = templatesIn(dumped, forest);
  const lacking = dumped.filter(({ isWhole }) => !isWhole);
  const draft = {
    kind: 'ad.certificate-templates',
    target: forest,
    source: sourceOf(certutil, one.file),
    data: { containerFound: true, templates, excerpt: certutilExcerpt },
    facts: templates.length,
    notes: notesOn(one, dumped, templates),
  } as const;
  if (lacking.length > 0) return { ...draft, status: 'partial', failure: damaged(one, lacking) };
  return isAll ? { ...draft, status: 'complete' } : { ...draft, status: 'partial', failure: notAll(one, dumped) };
}

function notesOn(
  one: OutputOfFile,
  dumped: readonly DumpedTemplate[],
  templates: ReturnType<typeof templatesIn>,
): readonly string[] {
  const unread = templates.filter(({ securityDescriptor }) => securityDescriptor === undefined).length;
  const untimed = templates.filter(({ validitySeconds }) => validitySeconds === undefined).length;
  return [
    `Read from ${placeOf(one)}.`,
    ...(dumped.some((template) => forestOf(template) === '')
      ? ['The output does not name its forest; the only one in scope stands in for it.']
      : []),
    ...(unread > 0 ? [`Rights of ${unread} of ${templates.length} templates are not shown, or not in full.`] : []),
    ...(untimed > 0
      ? [`Periods of ${untimed} of ${templates.length} templates are in the language of the machine.`]
      : []),
  ];
}

const next =
  'Run certutil -dsTemplate > templates.txt without the name of a template, and leave the text as it is. Or export the templates with ldifde -f templates.ldf -d "CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,<forest>".';

const none = (one: OutputOfFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-template',
  message: `In ${placeOf(one)} certutil shows single settings of certificate templates, and not the templates as a whole.`,
  next,
});

const notAll = (one: OutputOfFile, dumped: readonly DumpedTemplate[]): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-some-templates',
  message: `${placeOf(one)} show ${dumped.length === 1 ? `the template “${dumped[0]?.name ?? ''}” alone` : `${dumped.length} templates`}, or are cut off; which others there are is not known.`,
  next,
});

const damaged = (one: OutputOfFile, lacking: readonly DumpedTemplate[]): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-template',
  message: `In ${one.file.path} the template “${lacking[0]?.name ?? ''}” (line ${one.output.firstLine - 1 + (lacking[0]?.line ?? 1)}) lacks what every template has${lacking.length > 1 ? `, and so do ${lacking.length - 1} others` : ''}: the output is cut off, or was made without -v.`,
  next,
});

const withoutForest = (one: OutputOfFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certutil-without-forest',
  message: `The templates in ${placeOf(one)} do not tell their forest, and the scope does not name exactly one.`,
  next: 'Name the forest in the scope and run again, or run certutil -dsTemplate, which names it.',
});
