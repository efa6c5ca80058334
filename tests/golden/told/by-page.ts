import { type Element, elementsNamed, everyElement, hasClass, readHtml, textOf } from '../../unit/report/html-tree';
import { type Counts, groupNames, openIn, shareIn, sumIn, type Told } from './counts';

/** What the HTML report tells, place by place; a PDF is a print of it. */
export function toldByPage(html: string): Readonly<Record<string, Told>> {
  const root = readHtml(html);
  const withClass = (name: string): readonly Element[] =>
    everyElement(root).filter((element) => hasClass(element, name));
  const sections = withClass('finding-group');
  const paragraphs = elementsNamed(root, 'p').map(wordsOf);
  const blockerLists = withClass('blockers');
  return {
    sentence: { All: blockersOfSentence(wordsOf(withClass('verdict-sentence')[0])) },
    sum: { All: sumIn(paragraphs.find((words) => words.includes('checks that appl')) ?? '') },
    tiles: Object.fromEntries(withClass('tile').map(toldByTile)),
    tables: Object.fromEntries(withClass('readiness').flatMap(toldByTable)),
    unknownGroups: { All: { unknown: sum(withClass('unknown-group').map((group) => countOf(headOf(group)))) } },
    ...(sections.length === 0
      ? { blockerList: { All: { blockers: sum(blockerLists.map((list) => elementsNamed(list, 'li').length)) } } }
      : {
          heads: { All: inGroups(sections, (section) => countOf(headOf(section))) },
          findings: { All: inGroups(sections, findingsIn) },
        }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const wordsOf = (element: Element | undefined): string =>
  element === undefined ? '' : textOf(element).replaceAll(/\s+/gu, ' ').trim();
const headOf = (element: Element): string => wordsOf(elementsNamed(element, 'h3')[0]);
const countOf = (head: string): number => Number((/: ([\d,]+) checks?$/u.exec(head)?.[1] ?? '').replaceAll(',', ''));

/** A group that is not there is one of none. */
function inGroups(sections: readonly Element[], count: (section: Element) => number): Partial<Counts> {
  return Object.fromEntries(
    Object.entries(groupNames).map(([title, name]) => {
      const section = sections.find((each) => headOf(each).startsWith(`${title}: `));
      return [name, section === undefined ? 0 : count(section)];
    }),
  );
}

const findingsIn = (section: Element): number =>
  everyElement(section).filter(
    ({ name, attributes }) => (name === 'article' || name === 'tr') && attributes.id?.startsWith('finding-') === true,
  ).length;

/** Only a blocked one has a number of blockers in its sentence. */
const blockersOfSentence = (sentence: string): Partial<Counts> => ({ blockers: openIn(sentence).blockers });

function toldByTile(tile: Element): readonly [string, Partial<Counts>] {
  const [title, counts] = ['tile-title', 'quiet'].map((name) =>
    wordsOf(everyElement(tile).find((element) => hasClass(element, name))),
  );
  const step = /^\d\. (.*)$/u.exec(title ?? '')?.[1];
  const isConclusive = counts?.includes(' of ') === true;
  return [
    step === undefined ? (title ?? '') : `Step: ${step}`,
    { ...openIn(counts ?? ''), ...(isConclusive ? shareIn(counts ?? '') : {}) },
  ];
}

function toldByTable(table: Element): readonly (readonly [string, Partial<Counts>])[] {
  const [head, ...rows] = elementsNamed(table, 'tr');
  const isOfSteps = wordsOf(head).startsWith('Step');
  return rows.map((row) => {
    const [title, , open, conclusive] = elementsNamed(row, 'th', 'td');
    if (title === undefined || open === undefined) throw new Error('The table of readiness has another shape');
    const [named, counted] = [false, true].map((isQuiet) =>
      elementsNamed(open, 'p').filter((element) => hasClass(element, 'quiet') === isQuiet),
    );
    return [
      `${isOfSteps ? 'Step: ' : ''}${wordsOf(title)}`,
      { ...openIn(wordsOf(counted?.[0])), blockers: named?.length ?? 0, ...shareIn(wordsOf(conclusive)) },
    ] as const;
  });
}
