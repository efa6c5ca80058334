import type { Section } from './sections';

export const Contents = ({ sections }: { readonly sections: readonly Pick<Section, 'id' | 'title'>[] }) => (
  <nav className="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">Contents</h2>
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  </nav>
);
