// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSteady } from '../../ui/use-steady';
import { FindingLine } from './finding-line';
import { useFindings } from './findings-store';
import type { ListLine } from './group-rows';
import { ListHead } from './list-head';
import { headHeight, useListStyles } from './list-styles';
import { nextIndex } from './next-index';
import { useChoosing } from './use-choosing';

interface FindingListProps {
  readonly lines: readonly ListLine[];
  readonly selectedId: string | undefined;
  readonly onSelect: (checkId: string) => void;
  /** Enter or double click: move on to the detail. */
  readonly onOpen: (checkId: string) => void;
}

/** A virtual grid. The grid keeps the focus and names its active row, so that rows may come and go while scrolling. */
export function FindingList({ lines, selectedId, onSelect, onOpen }: FindingListProps) {
  const styles = useListStyles();
  const grid = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const remember = useFindings((state) => state.remember);
  const choosing = useChoosing(lines, selectedId, onSelect);
  const click = useSteady(choosing.click);
  const open = useSteady(onOpen);
  const selected = lines.findIndex((line) => line.kind === 'finding' && line.row.checkId === selectedId);
  // As the list was left: its place needs the heights its rows had.
  const [left] = useState(useFindings.getState);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? 34 : 75),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    // The sticky head lies over the top of the scrolled area.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: left.scrollTop,
    initialMeasurementsCache: [...left.measured],
  });

  useKeptPlace(virtual, selected);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (choosing.press(event)) event.stopPropagation();
    else if (event.key === 'Enter' && selectedId !== undefined) onOpen(selectedId);
    else {
      const line = lines[nextIndex(lines, selected, event.key) ?? -1];
      if (line?.kind !== 'finding') return;
      choosing.move(line.row.checkId, event.shiftKey);
    }
    event.preventDefault();
  };
  return (
    <div className={styles.container}>
      <div
        ref={grid}
        role="grid"
        aria-label="Findings"
        aria-rowcount={lines.length + 1}
        aria-multiselectable="true"
        tabIndex={0}
        className={styles.grid}
        {...(selected >= 0 ? { 'aria-activedescendant': `finding-${selectedId}` } : {})}
        onKeyDown={onKeyDown}
        onFocus={(event) => setHasFocus(event.target === event.currentTarget)}
        onBlur={() => setHasFocus(false)}
        onScroll={(event) => remember({ scrollTop: event.currentTarget.scrollTop })}
      >
        <ListHead />
        <div role="rowgroup" style={{ height: virtual.getTotalSize() - headHeight, position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            return (
              <FindingLine
                key={line.key}
                line={line}
                index={item.index}
                top={item.start - headHeight}
                measure={virtual.measureElement}
                isSelected={item.index === selected}
                isChosen={choosing.isChosen(line.key)}
                isFocused={hasFocus}
                onSelect={click}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Remembers the heights of the rows when the list is left, and keeps the selected row in view. */
function useKeptPlace(virtual: Virtualizer<HTMLDivElement, Element>, selected: number): void {
  const remember = useFindings((state) => state.remember);
  useEffect(() => () => remember({ measured: virtual.measurementsCache }), [remember, virtual]);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' });
  }, [selected, virtual]);
}
