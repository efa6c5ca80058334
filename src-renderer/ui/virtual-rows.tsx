// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { PagedList } from '../api/use-pages';
import { surface } from '../theme/surfaces';
import { keepTextUnselected } from './keep-text-unselected';
import { type RowChoosing, useActiveRow } from './use-active-row';

const useStyles = makeStyles({
  grid: {
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    containerType: 'inline-size',
    '&:focus [data-active]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  row: { position: 'absolute', top: 0, left: 0, right: 0 },
  chosen: {
    backgroundColor: surface.selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

interface VirtualRowsProps<T> extends Pick<PagedList<T>, 'itemAt' | 'need'> {
  /** Accessible name, e.g. "Affected objects". */
  readonly label: string;
  readonly total: number;
  /** Pixels of a row before it is measured, and of the whole list at the most. */
  readonly rowHeight: number;
  readonly maxHeight: number;
  /** Cells of a row, with the role gridcell; of undefined while its page is on the way. Must be drawn anew only when the item changes: scrolling moves rows. */
  readonly cells: (item: T | undefined) => ReactNode;
  /** Enter on a row. */
  readonly onOpen: (item: T) => void;
  /** Absent: rows are not chosen. */
  readonly choosing?: RowChoosing;
}

/** A virtual grid that reads pages as they are scrolled to. The grid keeps the focus and names its active row, so that rows may come and go. */
export function VirtualRows<T>({
  label,
  total,
  rowHeight,
  maxHeight,
  itemAt,
  need,
  cells,
  onOpen,
  choosing,
}: VirtualRowsProps<T>) {
  const styles = useStyles();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const { active, onRowClick, handlers } = useActiveRow(virtual, {
    choosing,
    page: Math.max(1, Math.floor(maxHeight / rowHeight) - 1),
    onOpen: (index) => {
      const item = itemAt(index);
      if (item !== undefined) onOpen(item);
    },
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index, rows.at(-1)?.index];
  useEffect(() => {
    if (first !== undefined && last !== undefined) need(first, last);
  });
  const isDrawn = first !== undefined && last !== undefined && active >= first && active <= last;
  return (
    <div
      ref={scroll}
      className={styles.grid}
      style={{ maxHeight }}
      role="grid"
      aria-label={label}
      aria-rowcount={total}
      {...(choosing === undefined ? {} : { 'aria-multiselectable': true })}
      tabIndex={0}
      {...(isDrawn ? { 'aria-activedescendant': `${id}${active}` } : {})}
      {...handlers}
    >
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map(({ key, index, start }) => (
          <div
            key={key}
            id={`${id}${index}`}
            ref={virtual.measureElement}
            data-index={index}
            {...(index === active ? { 'data-active': '' } : {})}
            role="row"
            aria-rowindex={index + 1}
            aria-selected={choosing?.isChosen(index)}
            className={mergeClasses(styles.row, choosing?.isChosen(index) === true && styles.chosen)}
            style={{ transform: `translateY(${start}px)` }}
            onMouseDown={choosing === undefined ? undefined : keepTextUnselected}
            onClickCapture={(event) => onRowClick(index, event)}
          >
            {cells(itemAt(index))}
          </div>
        ))}
      </div>
    </div>
  );
}
