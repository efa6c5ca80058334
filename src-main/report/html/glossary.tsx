import { glossary } from '../../../src-shared/help/glossary';

export const Glossary = () => (
  <dl className="facts glossary">
    {glossary
      .filter(({ isInReport }) => isInReport)
      .map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
  </dl>
);
