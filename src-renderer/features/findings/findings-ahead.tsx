import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { DrawnAhead } from '../../ui/drawn-ahead';
import { FilterBar } from './filter-bar';
import { FindingLine } from './finding-line';
import { groupRows } from './group-rows';
import { ListHead } from './list-head';

/** As many as a window shows. */
const some = 12;
const nothing = (): void => undefined;

/** Draws the parts of the list of findings before it is opened. */
export const FindingsAhead = ({ rows }: { readonly rows: readonly ListedFinding[] | undefined }) => (
  <DrawnAhead when={rows !== undefined}>
    <FilterBar />
    <ListHead />
    {groupRows(rows ?? [], 'none')
      .slice(0, some)
      .map((line, index) => (
        <FindingLine
          key={line.key}
          line={line}
          index={index}
          top={0}
          measure={nothing}
          isSelected={false}
          isChosen={false}
          isFocused={false}
          onSelect={nothing}
          onOpen={nothing}
        />
      ))}
  </DrawnAhead>
);
