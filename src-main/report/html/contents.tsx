import { PageNumber } from './page-numbers';

/** A line of the contents: where it leads, and the parts below it that have a line of their own. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  readonly parts?: readonly Omit<ContentsEntry, 'parts'>[];
}

/** A link is one line, so that its number of page stands at the edge; the numbers are there when it is printed. */
export const Contents = ({ entries }: { readonly entries: readonly ContentsEntry[] }) => (
  <nav className="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">Contents</h2>
    <ol>
      {entries.map((entry, index) => (
        <li key={entry.id}>
          <Line number={`${index + 1}`} entry={entry} />
          {entry.parts === undefined || entry.parts.length === 0 ? null : (
            <ol>
              {entry.parts.map((part) => (
                <li key={part.id}>
                  <Line number="" entry={part} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  </nav>
);

const Line = ({ number, entry: { id, title } }: { readonly number: string; readonly entry: ContentsEntry }) => (
  <a href={`#${id}`}>
    <span className="contents-number">{number}</span> <span className="contents-title">{title}</span>{' '}
    <PageNumber of={id} />
  </a>
);
