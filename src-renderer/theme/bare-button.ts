import { tokens } from '@fluentui/react-components';
import { surface } from './surfaces';

/** Style of a button that looks like the text or row it is, to be spread into a style of `makeStyles`. */
export const bareButton = {
  border: 'none',
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: 'transparent',
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  textAlign: 'start',
  cursor: 'pointer',
  ':hover': { backgroundColor: surface.hover },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
} as const;

/** The same inside of a list that would cut off an outline outside of it. */
export const bareRow = {
  ...bareButton,
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const;
