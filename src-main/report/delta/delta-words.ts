import { assertNever } from '../../../src-shared/model/assert-never';
import { type Change, type CheckChange, changes, changeTitles } from '../../../src-shared/model/comparison';
import { type Outcome, outcomeTitles, unknownReasonTitles } from '../../../src-shared/model/outcome';
import type { DeltaDocument, ReadinessSide, RuleChange } from '../../../src-shared/report/delta-document';
import { amount, enumerate, quantity } from '../../../src-shared/text/quantity';

/** Title of the document, of its file and of its first heading. */
export const deltaTitle = 'What has changed since the last assessment';

/** `3 checks regressed, 12 were fixed and 180 did not change`, in one sentence; says nothing that the numbers do not say. */
export function deltaSentence({ totals, comparison: { before, after } }: DeltaDocument): string {
  const counted = totals.filter(({ change, checks }) => checks > 0 && change !== 'unchanged');
  const verdict =
    before.verdict === after.verdict
      ? `The verdict is what it was: ${after.verdict.toLowerCase()}.`
      : `The verdict was ${before.verdict.toLowerCase()} and is ${after.verdict.toLowerCase()}.`;
  const unchanged = totals.find(({ change }) => change === 'unchanged')?.checks ?? 0;
  if (counted.length === 0) return `${verdict} Nothing changed in ${quantity(unchanged, 'check')}.`;
  const parts = counted.map(({ change, checks }) => `${amount(checks)} ${changeWords[change][checks === 1 ? 0 : 1]}`);
  return `${verdict} Of the checks, ${enumerate(parts)}; ${amount(unchanged)} did not change.`;
}

/** What follows a number of checks: of one, of several. */
const changeWords: Readonly<Record<Change, readonly [string, string]>> = {
  regressed: ['got worse', 'got worse'],
  new: ['is a new finding', 'are new findings'],
  undetermined: ['cannot be determined any more', 'cannot be determined any more'],
  improved: ['got better', 'got better'],
  fixed: ['is fixed', 'are fixed'],
  determined: ['is known now and was not before', 'are known now and were not before'],
  gone: ['does not apply any more', 'do not apply any more'],
  unchanged: ['did not change', 'did not change'],
};

/** Changes that have something to tell, the most urgent first. */
export const toldChanges: readonly Change[] = changes.filter((change) => change !== 'unchanged');

export const outcomeWord = (outcome: Outcome | undefined): string =>
  outcome === undefined ? 'Not judged' : outcomeTitles[outcome];

/** What has to be known to read a change rightly: another rule, old evidence, why nothing is known. Empty for most. */
export function caveats({ ruleChanged, kept, unknownReason, change, before, after }: CheckChange): readonly string[] {
  const isOfCatalogue = before === undefined || after === undefined;
  return [
    ...(change === 'undetermined' && unknownReason !== undefined
      ? [`Not known because: ${unknownReasonTitles[unknownReason].toLowerCase()}.`]
      : []),
    ...(ruleChanged
      ? [
          isOfCatalogue
            ? 'Only one of the two catalogues judges this: a change of the catalogue, not of the environment.'
            : 'The rule is another one than then: the change may come from it, not from the environment.',
        ]
      : []),
    ...(kept ? ['Rests on kept evidence: nothing was collected anew for it.'] : []),
  ];
}

/** `regressed 2, fixed 40`, of the objects of one check; nothing when none changed. */
export const objectWords = ({ objects }: CheckChange): string =>
  changes
    .map((change) => [change, objects.filter((object) => object.change === change).length] as const)
    .filter(([, count]) => count > 0)
    .map(([change, count]) => `${changeTitles[change].toLowerCase()} ${amount(count)}`)
    .join(', ');

/** Whether a change of the catalogue can stand behind what changed, in a sentence or two. */
export function catalogueSentence({ rules, comparison: { before, after } }: DeltaDocument): string {
  const versions =
    before.catalogueVersion === after.catalogueVersion
      ? `Both were judged with catalogue ${after.catalogueVersion}.`
      : `The catalogue was ${before.catalogueVersion} then and is ${after.catalogueVersion} now.`;
  return rules.length === 0
    ? `${versions} Every rule is the same: what changed comes from the environment, from the scope or from what was collected.`
    : `${versions} The rules of ${quantity(rules.length, 'check')} are not the same: what became of these may come from the catalogue.`;
}

export function ruleWord(kind: RuleChange['kind']): string {
  switch (kind) {
    case 'changed':
      return 'Judged by another rule';
    case 'added':
      return 'Not judged then';
    case 'removed':
      return 'Not judged now';
    default:
      return assertNever(kind);
  }
}

/** How much of what is known now was not collected anew. */
export function keptSentence({ evidence: { after, kept } }: DeltaDocument): string {
  if (kept === 0) return 'All evidence was collected anew.';
  return `${amount(kept)} of ${quantity(after.records, 'record')} of evidence were kept from the earlier assessment and not collected anew; checks that rest on them alone are marked.`;
}

/** `gone: PKI-010; new: PKI-006 and PKI-027; 3 as before`; what does not apply is left out. */
export function blockerChange(before: ReadinessSide, after: ReadinessSide): string {
  const gone = before.blockers.filter((id) => !after.blockers.includes(id));
  const come = after.blockers.filter((id) => !before.blockers.includes(id));
  const same = after.blockers.length - come.length;
  const parts = [
    ...(gone.length === 0 ? [] : [`gone: ${enumerate(gone)}`]),
    ...(come.length === 0 ? [] : [`new: ${enumerate(come)}`]),
    ...(same === 0 ? [] : [`${amount(same)} as before`]),
  ];
  return parts.length === 0 ? 'none' : parts.join('; ');
}
