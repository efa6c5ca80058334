import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Severity, severityTitles } from '../../src-shared/model/outcome';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    padding: '0 7px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
  },
  /** The only filled one. */
  blocker: {
    backgroundColor: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralForeground1}`,
    color: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.tag, severity === 'blocker' && styles.blocker)}>
      {severityTitles[severity]}
    </span>
  );
}
