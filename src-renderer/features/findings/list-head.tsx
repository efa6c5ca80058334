// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { type SortBy, useFindings } from './findings-store';
import { useListStyles } from './list-styles';

interface Column {
  readonly title: string;
  /** Undefined: this column does not sort. */
  readonly by: SortBy | undefined;
  readonly isWide?: boolean;
}

const columns: readonly Column[] = [
  { title: 'Outcome', by: 'urgency' },
  { title: 'Severity', by: undefined, isWide: true },
  { title: 'Finding', by: 'title' },
  { title: 'Area', by: 'area', isWide: true },
  { title: 'Step', by: 'step', isWide: true },
  { title: 'Objects', by: 'objects', isWide: true },
];

/** Column heads; the outcome column sorts by urgency (outcome, then severity). */
export function ListHead() {
  const styles = useListStyles();
  const sort = useFindings((state) => state.sort);
  const { toggleSort } = useFindings.getState();
  const direction = (by: SortBy | undefined) =>
    by !== sort.by ? 'none' : sort.descending ? 'descending' : 'ascending';
  return (
    <div role="rowgroup" className={styles.sticky}>
      <div role="row" aria-rowindex={1} className={mergeClasses(styles.columns, styles.head)}>
        {columns.map(({ title, by, isWide }) => (
          <div
            key={title}
            role="columnheader"
            className={isWide === true ? styles.onlyWide : ''}
            {...(by === undefined ? {} : { 'aria-sort': direction(by) })}
          >
            {by === undefined ? (
              <span className={styles.quiet}>{title}</span>
            ) : (
              <button type="button" className={styles.sort} onClick={() => toggleSort(by)}>
                {title}
                {sort.by !== by ? null : sort.descending ? (
                  <ArrowDown12Regular aria-hidden="true" />
                ) : (
                  <ArrowUp12Regular aria-hidden="true" />
                )}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
