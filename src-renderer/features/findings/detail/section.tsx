import { makeStyles, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { marginTop: '22px', display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
});

/** A titled part of the finding detail; its heading is an `h3` below the finding's `h2`. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <Text as="h3" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}
