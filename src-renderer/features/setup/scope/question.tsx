import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(220px, 320px)',
    gap: '10px 28px',
    padding: '18px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  controls: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  title: { margin: 0 },
  consequence: {
    alignSelf: 'start',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

interface QuestionProps {
  readonly number: number;
  readonly title: string;
  /** What the current answer means for the assessment. */
  readonly consequence: string;
  readonly children: ReactNode;
}

/** One scope question with the consequence of its answer beside it. */
export function Question({ number, title, consequence, children }: QuestionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.controls}>
        <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
          {number}. {title}
        </Text>
        {children}
      </div>
      <div className={styles.consequence}>{consequence}</div>
    </section>
  );
}
