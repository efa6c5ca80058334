/** Objects named one by one or by stretches, whatever the search shows; or all that match but those taken out again. */
export type ObjectChoice =
  | {
      readonly is: 'some';
      readonly ids: ReadonlySet<string>;
      /** The row the last stretch began at, and what was chosen before it: another stretch from there takes its place. */
      readonly stretch?: { readonly from: number; readonly before: ReadonlySet<string> };
    }
  | { readonly is: 'all'; readonly total: number; readonly except: ReadonlySet<string> };

export const noObjects: ObjectChoice = { is: 'some', ids: new Set() };

export const isChosen = (choice: ObjectChoice, id: string): boolean =>
  choice.is === 'some' ? choice.ids.has(id) : !choice.except.has(id);

export const chosenCount = (choice: ObjectChoice): number =>
  choice.is === 'some' ? choice.ids.size : choice.total - choice.except.size;

/** Adds an object to those chosen, or takes it out. */
export const toggleObject = (choice: ObjectChoice, id: string): ObjectChoice =>
  choice.is === 'some'
    ? { is: 'some', ids: withOrWithout(choice.ids, id) }
    : { ...choice, except: withOrWithout(choice.except, id) };

/** Adds the objects of a stretch that begins at row `from`. */
export function chooseStretch(choice: ObjectChoice, from: number, ids: readonly string[]): ObjectChoice {
  const before = beforeStretch(choice, from);
  return { is: 'some', ids: new Set([...before, ...ids]), stretch: { from, before } };
}

function beforeStretch(choice: ObjectChoice, from: number): ReadonlySet<string> {
  if (choice.is === 'all') return new Set();
  return choice.stretch?.from === from ? choice.stretch.before : choice.ids;
}

function withOrWithout(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
