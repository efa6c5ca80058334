import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    minWidth: 0,
  },
  head: { display: 'flex', gap: '12px', alignItems: 'baseline', justifyContent: 'space-between', flexWrap: 'wrap' },
  title: { margin: 0 },
});

interface CardProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled group on a screen; its heading is an `h2`. */
export function Card({ title, aside, className, children }: CardProps) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.card, className)}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {title}
        </Text>
        {aside}
      </div>
      {children}
    </section>
  );
}
