import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { go, type SetupStep } from '../../shell/navigation-store';
import { surface } from '../../theme/surfaces';
import { setupSteps } from './setup-steps';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px',
    margin: 0,
    padding: 0,
    alignItems: 'center',
  },
  item: { display: 'flex', alignItems: 'center', gap: '2px', color: tokens.colorNeutralForeground3 },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '0 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover:enabled': { backgroundColor: surface.hover },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: {
    width: '20px',
    height: '20px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    display: 'inline-grid',
    placeItems: 'center',
    fontSize: tokens.fontSizeBase200,
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  currentNumber: {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
});

/** The steps of the wizard in order; each can be gone to once the engagement's file exists. */
export function StepList({ current, isNew }: { readonly current: SetupStep; readonly isNew: boolean }) {
  const styles = useStyles();
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {setupSteps.map(({ step, title }, index) => {
          const isCurrent = step === current;
          return (
            <li key={step} className={styles.item}>
              {index === 0 ? null : <ChevronRight16Regular aria-hidden="true" />}
              <button
                type="button"
                className={mergeClasses(styles.button, isCurrent && styles.current)}
                disabled={isNew && !isCurrent}
                {...(isCurrent ? { 'aria-current': 'step' as const } : {})}
                onClick={() => go({ screen: 'setup', step })}
              >
                <span className={mergeClasses(styles.number, isCurrent && styles.currentNumber)} aria-hidden="true">
                  {index + 1}
                </span>
                {title}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
