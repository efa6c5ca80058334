import { useCallback, useEffect, useState } from 'react';
import type { ChosenObjects } from '../../../../src-shared/ipc/reviews';
import { type Outcome, outcomes } from '../../../../src-shared/model/outcome';
import { isOpen } from '../../../../src-shared/model/review';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';

/** Objects named one by one, whatever the search shows; or all that match but those taken out again. */
type Choice =
  | { readonly is: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly is: 'all'; readonly total: number; readonly except: ReadonlySet<string> };

const none: Choice = { is: 'some', ids: new Set() };

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
}

/** Which objects of a finding are chosen to be decided on together; another search gives up "all", not what was named. */
export function useChosenObjects(checkId: string, search: string, filter: readonly Outcome[]): ChosenOfFinding {
  const [choice, setChoice] = useState<Choice>(none);
  const [failure, setFailure] = useState<Failure>();
  const query = JSON.stringify({ search, filter });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is what gives up "all"
  useEffect(() => setChoice((before) => (before.is === 'all' ? none : before)), [query]);
  const wanted = (filter.length === 0 ? outcomes : filter).filter(isOpen);
  const chooseAll = async (): Promise<void> => {
    if (wanted.length === 0) return;
    const answer = await answerOf(bridge.findings.objects({ checkId, search, outcomes: wanted, offset: 0, limit: 1 }));
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setChoice({ is: 'all', total: answer.value.total, except: new Set() });
  };
  const toggle = useCallback((id: string): void => setChoice((before) => toggled(before, id)), []);
  return {
    count: choice.is === 'some' ? choice.ids.size : choice.total - choice.except.size,
    objects:
      choice.is === 'some'
        ? { search: '', outcomes: [], except: [], only: [...choice.ids] }
        : { search, outcomes: wanted, except: [...choice.except] },
    failure,
    has: (id) => (choice.is === 'some' ? choice.ids.has(id) : !choice.except.has(id)),
    toggle,
    chooseAll,
    clear: () => setChoice(none),
  };
}

const toggled = (choice: Choice, id: string): Choice =>
  choice.is === 'some'
    ? { is: 'some', ids: withOrWithout(choice.ids, id) }
    : { ...choice, except: withOrWithout(choice.except, id) };

function withOrWithout(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
