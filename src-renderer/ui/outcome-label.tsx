import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Outcome, outcomeTitles } from '../../src-shared/model/outcome';
import { statusColor } from '../theme/status-colors';
import { StatusIcon } from './status-icon';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  pill: {
    padding: '1px 8px 1px 6px',
    borderRadius: tokens.borderRadiusCircular,
    minHeight: '24px',
  },
});

interface OutcomeLabelProps {
  readonly outcome: Outcome;
  readonly form?: 'plain' | 'pill';
  /** Replaces the outcome's own word, e.g. by the reason of an unknown. */
  readonly word?: string;
}

/** Status is always icon, word and colour together. */
export function OutcomeLabel({ outcome, form = 'plain', word }: OutcomeLabelProps) {
  const styles = useStyles();
  const { ink, fill, line } = statusColor(outcome);
  const isPill = form === 'pill';
  return (
    <span
      className={mergeClasses(styles.root, isPill && styles.pill)}
      style={
        isPill
          ? { color: ink, backgroundColor: fill, border: `1px ${outcome === 'unknown' ? 'dashed' : 'solid'} ${line}` }
          : { color: ink }
      }
    >
      <StatusIcon outcome={outcome} />
      {word ?? outcomeTitles[outcome]}
    </span>
  );
}
