import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { bareButton } from '../theme/bare-button';

const useStyles = makeStyles({
  bar: { display: 'inline-flex', flexWrap: 'wrap', gap: '2px', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  choice: {
    ...bareButton,
    minHeight: '30px',
    padding: '0 12px',
    color: tokens.colorNeutralForeground2,
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    borderBottomLeftRadius: 0,
    borderBottomRightRadius: 0,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

interface ChoiceBarProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly title: string }[];
  /** Undefined: none of them. */
  readonly chosen: T | undefined;
  readonly onChoose: (value: T) => void;
}

/** A few views of the same thing, side by side, one of them shown. */
export function ChoiceBar<T extends string>({ label, choices, chosen, onChoose }: ChoiceBarProps<T>) {
  const styles = useStyles();
  return (
    <fieldset className={styles.bar} aria-label={label}>
      {choices.map(({ value, title }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          className={mergeClasses(styles.choice, value === chosen && styles.chosen)}
          onClick={() => onChoose(value)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
