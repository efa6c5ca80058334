import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Identity } from './identities';
import type { NamedPerson } from './name-parts';
import { hasParts } from './parts-of-name';
import type { StandIns } from './stand-ins';

type Telling = Pick<ReportDocument, 'details' | 'evidence' | 'interview' | 'reviews'>;

/** People whose names have parts: of the evidence, of `accounts`, those who said, decided or collected something. The consultant is named in the report all the same. */
export function* namedPeople(
  { details, evidence, interview, reviews }: Telling,
  identities: readonly Identity[],
  accounts: Iterable<string>,
  standIns: StandIns,
): Generator<NamedPerson> {
  const users = identities.filter(({ kind }) => kind === 'user').map(({ name }) => name);
  for (const name of new Set([
    ...users,
    ...accounts,
    ...evidence.flatMap(({ collector }) => accountOf(collector.user)),
  ]))
    if (hasParts(name)) yield { name, standIn: standIns.user(name) };
  const spoken = new Map([...interview].reverse().map(({ saidBy }) => [saidBy.split(',')[0] ?? saidBy, saidBy]));
  for (const [name, saidBy] of spoken) yield { name, standIn: standIns.person(saidBy) };
  for (const { review } of reviews)
    if (!details.consultant.includes(review.author))
      yield { name: review.author.split(',')[0] ?? '', standIn: standIns.person(review.author) };
}

/** `t.berg` of `CONTOSO\t.berg (domain administrator)` and of `t.berg@contoso.com`. */
const accountOf = (collector: string): readonly string[] => {
  const [, inDomain, inMail] = /\\([^\s\\,(]+)|([^\s\\,(]+)@/u.exec(collector) ?? [];
  return [inDomain ?? inMail ?? []].flat();
};
