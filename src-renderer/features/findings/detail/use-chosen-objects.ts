import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedObject } from '../../../../src-shared/ipc/findings';
import type { ChosenObjects } from '../../../../src-shared/ipc/reviews';
import { type Outcome, outcomes } from '../../../../src-shared/model/outcome';
import { isOpen } from '../../../../src-shared/model/review';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import type { RowChoosing } from '../../../ui/use-active-row';
import { chooseStretch, chosenCount, isChosen, noObjects, toggleObject } from './choose-objects';

export interface ChosenOfFinding {
  readonly count: number;
  /** What to send, as the search stands. */
  readonly objects: ChosenObjects;
  readonly failure: Failure | undefined;
  readonly has: (id: string) => boolean;
  /** The same function on every drawing, so that rows need not be drawn anew. */
  readonly toggle: (id: string) => void;
  /** All that match and on which something is open, whether or not they were scrolled to. */
  readonly chooseAll: () => Promise<void>;
  readonly clear: () => void;
  readonly byRow: RowChoosing;
}

interface ShownObjects {
  readonly checkId: string;
  readonly search: string;
  readonly filter: readonly Outcome[];
  readonly itemAt: (index: number) => ListedObject | undefined;
}

/** Which objects of a finding are chosen to be decided on together; another search gives up "all", not what was named. */
export function useChosenObjects({ checkId, search, filter, itemAt }: ShownObjects): ChosenOfFinding {
  const [choice, setChoice] = useState(noObjects);
  const [failure, setFailure] = useState<Failure>();
  // Rises with every key, so that an answer that was overtaken by another key is dropped.
  const turn = useRef(0);
  const query = JSON.stringify({ search, filter });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is what gives up "all"
  useEffect(() => {
    turn.current += 1;
    setChoice((before) => (before.is === 'all' ? noObjects : before));
  }, [query]);
  const wanted = (filter.length === 0 ? outcomes : filter).filter(isOpen);
  const chooseAll = async (): Promise<void> => {
    if (wanted.length === 0) return;
    const mine = ++turn.current;
    const answer = await answerOf(bridge.findings.objects({ checkId, search, outcomes: wanted, offset: 0, limit: 1 }));
    if (mine !== turn.current) return;
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setChoice({ is: 'all', total: answer.value.total, except: new Set() });
  };
  const toggle = useCallback((id: string): void => {
    turn.current += 1;
    setChoice((before) => toggleObject(before, id));
  }, []);
  const clear = (): void => {
    turn.current += 1;
    setChoice(noObjects);
  };
  const stretch = async (from: number, to: number): Promise<void> => {
    const mine = ++turn.current;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const ids = openIds(first, last, itemAt);
    if (ids !== undefined) return setChoice((before) => chooseStretch(before, from, ids));
    const answer = await answerOf(bridge.findings.openObjects({ checkId, search, outcomes: [...filter], first, last }));
    if (mine !== turn.current) return;
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setChoice((before) => chooseStretch(before, from, answer.value.ids));
  };
  const count = chosenCount(choice);
  return {
    count,
    objects:
      choice.is === 'some'
        ? { search: '', outcomes: [], except: [], only: [...choice.ids] }
        : { search, outcomes: wanted, except: [...choice.except] },
    failure,
    has: (id) => isChosen(choice, id),
    toggle,
    chooseAll,
    clear,
    byRow: {
      hasAny: count > 0,
      isChosen: (index) => chosenAt(itemAt(index), (id) => isChosen(choice, id)),
      toggle: (index) => {
        const item = itemAt(index);
        if (item !== undefined && isOpen(item.outcome)) toggle(item.id);
      },
      stretch: (from, to) => void stretch(from, to),
      chooseAll: () => void chooseAll(),
      clear,
    },
  };
}

const chosenAt = (item: ListedObject | undefined, has: (id: string) => boolean): boolean | undefined =>
  item === undefined || !isOpen(item.outcome) ? undefined : has(item.id);

/** Identities of the rows from one to another on which something is open; undefined when a row is not read yet. */
function openIds(first: number, last: number, itemAt: ShownObjects['itemAt']): readonly string[] | undefined {
  const ids: string[] = [];
  for (let index = first; index <= last; index += 1) {
    const item = itemAt(index);
    if (item === undefined) return undefined;
    if (isOpen(item.outcome)) ids.push(item.id);
  }
  return ids;
}
