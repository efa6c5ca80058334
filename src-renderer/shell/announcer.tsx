import { makeStyles } from '@fluentui/react-components';
import { create } from 'zustand';

const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Says something politely through the one live region; used sparingly (start, quarters and end of long work). */
export const announce = (text: string): void => useAnnouncement.setState({ text });

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function Announcer() {
  const styles = useStyles();
  const text = useAnnouncement((state) => state.text);
  return (
    <div role="status" aria-live="polite" className={styles.hidden} data-announcer="">
      {text}
    </div>
  );
}
