import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEngagement } from '../../shell/engagement-store';

const useStyles = makeStyles({
  fields: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
});

/** The fields of a step; none can be changed in an engagement that is only read. */
export function StepFields({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const isReadOnly = useEngagement((state) => state.engagement?.readOnly === true);
  return (
    <fieldset className={styles.fields} disabled={isReadOnly} aria-label={title}>
      {children}
    </fieldset>
  );
}
