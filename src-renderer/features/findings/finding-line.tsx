// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { mergeClasses } from '@fluentui/react-components';
import { type CSSProperties, type MouseEvent, memo, type Ref } from 'react';
import { keepTextUnselected } from '../../ui/keep-text-unselected';
import { FindingRowView } from './finding-row-view';
import type { ListLine } from './group-rows';
import { useListStyles } from './list-styles';

/** Held while clicking: one more, or all up to here. */
export type HeldKeys = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

interface FindingLineProps {
  readonly line: ListLine;
  readonly index: number;
  /** Distance from the top of the rows, in pixels. */
  readonly top: number;
  readonly measure: Ref<HTMLDivElement>;
  /** The finding that is shown. */
  readonly isSelected: boolean;
  /** Chosen with others, or the one that is shown while none is. */
  readonly isChosen: boolean;
  /** The grid has the focus, so its active row shows it. */
  readonly isFocused: boolean;
  readonly onSelect: (checkId: string, keys: HeldKeys) => void;
  readonly onOpen: (checkId: string) => void;
}

/** The head of a group or a finding, at its place in the virtual list. Drawn anew only when something of it changes: scrolling brings a few lines, not all. */
export const FindingLine = memo(function FindingLine({
  line,
  index,
  top,
  measure,
  isSelected,
  isChosen,
  isFocused,
  onSelect,
  onOpen,
}: FindingLineProps) {
  const styles = useListStyles();
  const place: CSSProperties = { position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${top}px)` };
  const row = { ref: measure, 'data-index': index, role: 'row', 'aria-rowindex': index + 2, style: place } as const;
  if (line.kind === 'group') {
    return (
      <div {...row}>
        <div role="gridcell" aria-colspan={6} className={styles.group}>
          {line.title} · {line.members}
        </div>
      </div>
    );
  }
  const { checkId } = line.row;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role row comes with the spread
    // biome-ignore lint/a11y/noStaticElementInteractions: a row of a grid; the grid handles the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      {...row}
      id={`finding-${checkId}`}
      aria-selected={isChosen}
      className={mergeClasses(
        styles.columns,
        styles.row,
        isChosen && styles.selected,
        isSelected && isFocused && styles.focused,
      )}
      onMouseDown={keepTextUnselected}
      onClick={(event) => onSelect(checkId, event)}
      onDoubleClick={() => onOpen(checkId)}
    >
      <FindingRowView row={line.row} />
    </div>
  );
});
