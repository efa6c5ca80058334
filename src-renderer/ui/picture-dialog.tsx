import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ShownPicture } from '../../src-shared/ipc/attachments';
import { printable } from '../../src-shared/model/printable';
import { AppDialog } from './app-dialog';

const useStyles = makeStyles({
  area: {
    flex: '1 1 auto',
    minHeight: '120px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  choice: { alignSelf: 'flex-start' },
  picture: { display: 'block', width: 'auto', height: 'auto' },
  fitted: { maxWidth: '100%' },
});

interface PictureDialogProps {
  /** What it is called; untrusted. */
  readonly title: string;
  /** Said in place of the picture. */
  readonly alternative: string;
  readonly picture: ShownPicture;
  readonly onClose: () => void;
}

/** A picture as large as the window allows, or in its own size to be scrolled. */
export function PictureDialog({ title, alternative, picture, onClose }: PictureDialogProps) {
  const styles = useStyles();
  const [isFitted, setIsFitted] = useState(true);
  const { address, width, height } = picture;
  return (
    <AppDialog title={printable(title)} size="wide" onClose={onClose}>
      <Switch
        className={styles.choice}
        label={`In its own size, ${width} × ${height} pixels`}
        checked={!isFitted}
        onChange={(_event, { checked }) => setIsFitted(!checked)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.area} tabIndex={0} aria-label="Picture">
        <img
          src={address}
          alt={printable(alternative)}
          width={width}
          height={height}
          className={mergeClasses(styles.picture, isFitted && styles.fitted)}
        />
      </section>
    </AppDialog>
  );
}
