import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import { darkStatus, highContrastStatus, lightStatus, statusTokens } from './status-colors';
import { darkSurfaces, highContrastSurfaces, lightSurfaces } from './surfaces';

/** The one accent: a quiet Windows blue. */
const accent: BrandVariants = {
  10: '#020408',
  20: '#0b1826',
  30: '#0a2740',
  40: '#083355',
  50: '#053f6b',
  60: '#004c82',
  70: '#00579a',
  80: '#0063b1',
  90: '#2273bd',
  100: '#3c83c8',
  110: '#5493d2',
  120: '#6ba4dc',
  130: '#83b4e5',
  140: '#9cc5ed',
  150: '#b5d5f4',
  160: '#cfe5fb',
};

const fonts: Partial<Theme> = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', system-ui, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
};

export type ThemeName = 'light' | 'dark' | 'high-contrast';

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ...createLightTheme(accent),
    ...fonts,
    // The stock value misses 4.5:1 on tinted surfaces.
    colorNeutralForeground3: '#5c5c5c',
    ...lightSurfaces,
    ...statusTokens(lightStatus),
  },
  dark: {
    ...createDarkTheme(accent),
    ...fonts,
    colorBrandForeground1: accent[120],
    colorBrandForeground2: accent[130],
    colorBrandForegroundLink: accent[130],
    colorBrandForegroundLinkHover: accent[140],
    colorBrandForegroundLinkPressed: accent[120],
    colorBrandStroke1: accent[120],
    colorCompoundBrandForeground1: accent[120],
    colorCompoundBrandStroke: accent[120],
    ...darkSurfaces,
    ...statusTokens(darkStatus),
  },
  'high-contrast': {
    ...teamsHighContrastTheme,
    ...fonts,
    ...highContrastSurfaces,
    ...statusTokens(highContrastStatus),
  },
};
