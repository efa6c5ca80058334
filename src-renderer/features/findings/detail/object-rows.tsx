// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ListedObject } from '../../../../src-shared/ipc/findings';
import type { PagedList } from '../../../api/use-pages';
import { useListEnds } from '../../../ui/use-list-ends';
import { ObjectRow, type ObjectRowProps } from './object-row';

const useStyles = makeStyles({
  box: {
    maxHeight: '360px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    containerType: 'inline-size',
  },
});

interface ObjectRowsProps
  extends Pick<PagedList<ListedObject>, 'itemAt' | 'need'>,
    Pick<ObjectRowProps, 'onToggle' | 'onShowEvidence' | 'onDecide'> {
  readonly total: number;
  readonly isChosen: (objectId: string) => boolean;
}

/** A virtual list that reads pages as they are scrolled to. */
export function ObjectRows({ total, itemAt, need, isChosen, ...actions }: ObjectRowsProps) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => 78,
    overscan: 6,
  });
  const ends = useListEnds(virtual);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) need(first, last);
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div ref={scroll} className={styles.box} tabIndex={0} role="region" aria-label="Affected objects" {...ends}>
      <div
        role="table"
        aria-label="Affected objects"
        aria-rowcount={total}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            role="row"
            aria-rowindex={item.index + 1}
            style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${item.start}px)` }}
          >
            <ObjectRow object={itemAt(item.index)} isChosen={isChosen(itemAt(item.index)?.id ?? '')} {...actions} />
          </div>
        ))}
      </div>
    </div>
  );
}
