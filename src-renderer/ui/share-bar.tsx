import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflow: 'hidden',
    display: 'flex',
  },
  part: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none' },
});

interface ShareBarProps {
  readonly part: number;
  readonly whole: number;
  /** Colour of the filled part; the accent when left out. */
  readonly color?: string;
}

/** Picture of "part of whole"; hidden from assistive technology because the numbers stand beside it in words. */
export function ShareBar({ part, whole, color }: ShareBarProps) {
  const styles = useStyles();
  const share = whole === 0 ? 0 : Math.min(100, (100 * part) / whole);
  return (
    <div className={styles.track} aria-hidden="true">
      <div
        className={styles.part}
        style={{ width: `${share}%`, ...(color === undefined ? {} : { backgroundColor: color }) }}
      />
    </div>
  );
}
