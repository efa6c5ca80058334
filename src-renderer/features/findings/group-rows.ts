import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { areas, areaTitles, steps, stepTitles } from '../../../src-shared/model/area';
import { countedAsTitles } from '../../../src-shared/model/counted-as';
import { outcomes, outcomeTitles } from '../../../src-shared/model/outcome';
import { quantity } from '../../text/quantity';

export type GroupBy = 'none' | 'area' | 'step' | 'outcome';

/** A line of the list: the head of a group or a finding. */
export type ListLine =
  /** `members`: how many it has, such as `14 findings`. */
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly members: string }
  | { readonly kind: 'finding'; readonly key: string; readonly row: ListedFinding };

const orders = {
  area: { keys: areas as readonly string[], titles: areaTitles as Readonly<Record<string, string>> },
  step: { keys: steps as readonly string[], titles: stepTitles as Readonly<Record<string, string>> },
  outcome: { keys: outcomes as readonly string[], titles: outcomeTitles as Readonly<Record<string, string>> },
} as const;

const line = (row: ListedFinding): ListLine => ({ kind: 'finding', key: row.checkId, row });

/**
 * Rows under the heads of their groups, groups in report order, rows in the order given; empty groups are left out. Conclusions come last and in a group of
 * their own, however the others are grouped: no head counts what it has counted already.
 */
export function groupRows(rows: readonly ListedFinding[], by: GroupBy): ListLine[] {
  const counted = rows.filter(({ countedAs }) => countedAs !== 'conclusion');
  const conclusions = rows.filter(({ countedAs }) => countedAs === 'conclusion');
  return [...grouped(counted, by), ...group('conclusion', countedAsTitles.conclusion, conclusions, 'conclusion')];
}

function grouped(rows: readonly ListedFinding[], by: GroupBy): ListLine[] {
  if (by === 'none') return rows.map(line);
  const { keys, titles } = orders[by];
  return keys.flatMap((key) =>
    group(
      key,
      titles[key] ?? key,
      rows.filter((row) => row[by] === key),
    ),
  );
}

const group = (key: string, title: string, members: readonly ListedFinding[], noun = 'finding'): ListLine[] =>
  members.length === 0
    ? []
    : [{ kind: 'group', key: `group-${key}`, title, members: quantity(members.length, noun) }, ...members.map(line)];
