import type { ReactNode } from 'react';

/** Terms with what they stand for, side by side; what is not there has no row. */
export const Facts = ({ rows }: { readonly rows: readonly (readonly [term: string, text: ReactNode])[] }) => (
  <dl className="facts">
    {rows.map(([term, text]) =>
      text === undefined || text === '' ? null : (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ),
    )}
  </dl>
);
