import { nativeTheme } from 'electron';
import type { Settings } from '../features/settings-file';

export const systemTheme = () => ({
  dark: nativeTheme.shouldUseDarkColors,
  highContrast: nativeTheme.shouldUseHighContrastColors || nativeTheme.inForcedColorsMode,
});

/** Frame and system dialogs follow the chosen theme; high contrast is the page's own. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system';
}
