import type { ReactNode } from 'react';

interface NumberedSectionProps {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** `page`: starts a new page. */
  readonly starts: 'page' | 'flow';
  readonly children: ReactNode;
}

/** A part of a report under its numbered heading. */
export const NumberedSection = ({ id, number, title, starts, children }: NumberedSectionProps) => (
  <section id={id} className={starts === 'page' ? 'new-page' : undefined} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>
      {number} {title}
    </h2>
    {children}
  </section>
);
