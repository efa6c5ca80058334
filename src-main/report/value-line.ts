import type { Contradiction } from '../../src-shared/model/contradiction';

/** A value that a contradiction is about, and who tells it: `contoso.com – ldaps://dc1.contoso.com/ and 3 more` */
export function valueLine({ value, witnesses, total }: Contradiction['values'][number]): string {
  const [first] = witnesses;
  const more = total > 1 ? ` and ${total - 1} more` : '';
  return first === undefined ? value : `${value} – ${first.source.location}${more}`;
}
