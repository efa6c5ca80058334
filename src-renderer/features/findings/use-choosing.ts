import { type KeyboardEvent, useMemo } from 'react';
import { type ChosenRows, chooseAll, chooseThrough, noneChosen, toggleRow } from './choose-rows';
import type { HeldKeys } from './finding-line';
import { useFindings } from './findings-store';
import type { ListLine } from './group-rows';

/** Choosing several findings of the list by mouse and keys, as lists of files do. */
export function useChoosing(
  lines: readonly ListLine[],
  shownId: string | undefined,
  onSelect: (checkId: string) => void,
) {
  const chosen = useFindings((state) => state.chosen);
  const remember = useFindings((state) => state.remember);
  const order = useMemo(() => lines.flatMap((line) => (line.kind === 'finding' ? [line.row.checkId] : [])), [lines]);
  const choose = (next: ChosenRows): void => remember({ chosen: next });
  const through = (id: string): void => choose(chooseThrough(chosen, id, shownId, order));
  return {
    isChosen: (id: string): boolean => (chosen.ids.size === 0 ? id === shownId : chosen.ids.has(id)),
    /** Shows another one by key; with Shift everything up to it is chosen. */
    move: (id: string, isStretch: boolean): void => {
      if (isStretch) through(id);
      onSelect(id);
    },
    click: (id: string, held: HeldKeys): void => {
      if (held.shiftKey) through(id);
      else if (held.ctrlKey || held.metaKey) choose(toggleRow(chosen, id, shownId));
      else {
        choose(noneChosen);
        onSelect(id);
      }
    },
    /** True when the key chose something. */
    press: (event: KeyboardEvent): boolean => {
      if (event.key === ' ' && shownId !== undefined) choose(toggleRow(chosen, shownId, undefined));
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') choose(chooseAll(order));
      else if (event.key === 'Escape' && chosen.ids.size > 0) choose(noneChosen);
      else return false;
      return true;
    },
  };
}
